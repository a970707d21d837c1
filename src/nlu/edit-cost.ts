/** How likely one word was typed for another: slips of the fingers and of the ear cost little. Pure. */

/** What a slip costs; a letter that is simply another costs 1. */
const slip = { missing: 0.6, added: 0.7, doubled: 0.3, swapped: 0.5, neighbour: 0.7, vowel: 0.8, wrong: 1, first: 0.5 };
export const cheapestSlip = slip.doubled;
/** Least that a letter costs which one word has and the other has not. */
export const cheapestLetter = slip.missing;
/** What it costs that a word does not begin as it was typed, where its first two letters are not swapped. */
export const wrongStart = slip.first;

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const vowels = new Set("aeiouy");

/** Pairs of letters whose keys touch. */
const neighbours: ReadonlySet<string> = new Set(
  rows.flatMap((row, at) =>
    [...row].flatMap((letter, i) => [row[i + 1], rows[at + 1]?.[i], rows[at + 1]?.[i - 1]].flatMap((other) => (other ? [letter + other, other + letter] : []))),
  ),
);

/** What typing one letter for another costs, by the places of both in the alphabet. */
const substitutions = Float64Array.from({ length: 26 * 26 }, (_, at) => {
  const [typed, meant] = [Math.floor(at / 26), at % 26].map((place) => String.fromCharCode(97 + place)) as [string, string];
  if (typed === meant) return 0;
  if (neighbours.has(typed + meant)) return slip.neighbour;
  return vowels.has(typed) && vowels.has(meant) ? slip.vowel : slip.wrong;
});

const substitution = (typed: number, meant: number): number => (typed === meant ? 0 : (substitutions[(typed - 97) * 26 + meant - 97] ?? slip.wrong));

const longest = 24;
/** Three rows of the table of costs, used in turn. */
const table = Array.from({ length: 3 }, () => new Float64Array(longest + 1)) as [Float64Array, Float64Array, Float64Array];

/** From 0 for the same word; infinite where it would come to clearly more than `most`. */
export function editCost(typed: string, meant: string, most: number): number {
  if (typed === meant) return 0;
  if (typed.length > longest || meant.length > longest) return Number.POSITIVE_INFINITY;
  let [before, last, row] = table;
  last[0] = 0;
  for (let j = 1; j <= meant.length; j++) last[j] = (last[j - 1] as number) + missing(meant, j) + (j === 1 ? slip.first : 0);
  for (let i = 1; i <= typed.length; i++) {
    row[0] = (last[0] as number) + added(typed, i) + (i === 1 ? slip.first : 0);
    let least = row[0];
    for (let j = 1; j <= meant.length; j++) {
      const other = substitution(typed.charCodeAt(i - 1), meant.charCodeAt(j - 1));
      let cost = (last[j - 1] as number) + other + (other && i === 1 && j === 1 ? slip.first : 0);
      cost = Math.min(cost, (last[j] as number) + added(typed, i), (row[j - 1] as number) + missing(meant, j));
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + slip.swapped);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows, and costs at least as much again.
    if (least > most + slip.swapped) return Number.POSITIVE_INFINITY;
    [before, last, row] = [last, row, before];
  }
  return last[meant.length] as number;
}

/** Letter `at` of the typed word is too much. */
const added = (typed: string, at: number): number => (typed[at - 1] === typed[at - 2] || typed[at - 1] === typed[at] ? slip.doubled : slip.added);
/** Letter `at` of the word meant was left out. */
const missing = (meant: string, at: number): number => (meant[at - 1] === meant[at - 2] || meant[at - 1] === meant[at] ? slip.doubled : slip.missing);

/** A word as it sounds, roughly: words that sound alike have the same. */
export function soundOf(word: string): string {
  const plain = word
    .replace(/^(?:kn|gn|pn)/, "n")
    .replace(/^wr/, "r")
    .replace(/^(?:wh|hw)/, "w")
    .replace(/ph/g, "f")
    .replace(/gh/g, "")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ck|q|c/g, "k")
    .replace(/z/g, "s")
    .replace(/dg/g, "j");
  const [first = "", ...rest] = plain;
  const sound = (vowels.has(first) ? "a" : first) + rest.filter((letter) => !vowels.has(letter) && letter !== "h" && letter !== "w").join("");
  return sound.replace(/(.)\1+/g, "$1");
}
