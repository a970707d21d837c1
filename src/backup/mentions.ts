/** Where a person stands in what is stored, and what stands there instead once they are erased. Pure; knows the fields that hold a person and no document as a whole. */

/** By whatever they are known: addresses in lower case, ids of the channel, names of at least two words. */
export interface KnownAs {
  addresses: readonly string[];
  ids: readonly string[];
  names: readonly string[];
}

const partOfWord = /[\p{L}\p{N}_+-]/u;

/** Places of a word in a text, as a word of its own; `person@example.org.uk` is another address than `person@example.org`. */
function placesOf(text: string, word: string): number[] {
  const lower = text.toLowerCase();
  const places: number[] = [];
  if (!word) return places;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    const after = lower.slice(at + word.length, at + word.length + 2);
    const goesOn = partOfWord.test(after.charAt(0)) || (/^[.@]/.test(after) && partOfWord.test(after.charAt(1)) && word.includes("@"));
    const before = lower.charAt(at - 1);
    if (!goesOn && !partOfWord.test(before) && !(before === "." && word.includes("@"))) places.push(at);
  }
  return places;
}

const wordsOf = ({ addresses, ids, names }: KnownAs): string[] => [...addresses, ...ids, ...names].map((word) => word.toLowerCase());

/** Whether a value, or anything in it, names the person. */
export function mentions(value: unknown, known: KnownAs): boolean {
  if (typeof value === "string") return wordsOf(known).some((word) => placesOf(value, word).length > 0);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => mentions(inner, known));
}

/** Fields that hold an address and nothing else, with the field that holds a lead or reporter of whom no address is known. */
const roles: Record<string, string> = { lead: "leadAs", reporter: "reporterAs" };
const lists: ReadonlySet<string> = new Set(["deputies", "emails"]);

const isTheirs = (value: unknown, { addresses }: KnownAs): boolean => typeof value === "string" && addresses.includes(value.toLowerCase());

export interface Replacing {
  known: KnownAs;
  /** What stands in their place. */
  as: string;
  /** What a role is that nobody has any more: taken away with the words in place of it, or empty where that means nobody. */
  emptyRoles?: boolean;
}

/** The value without the person: words for their address, their roles without an address, out of lists of people. */
export function replaced(value: unknown, replacing: Replacing): unknown {
  const { known, as, emptyRoles } = replacing;
  if (typeof value === "string") return wordsReplaced(value, known, as);
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, replacing));
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const printed = roles[name];
    if (printed && isTheirs(inner, known)) {
      if (emptyRoles) made[name] = "";
      else made[printed] ??= (value as Record<string, unknown>)[printed] ?? as;
    } else if (name === "deputy" && isTheirs(inner, known)) continue;
    else if (lists.has(name) && Array.isArray(inner)) made[name] = inner.filter((one) => !isTheirs(one, known)).map((one) => replaced(one, replacing));
    else made[name] = replaced(inner, replacing);
  }
  return made;
}

function wordsReplaced(text: string, known: KnownAs, as: string): string {
  // Longest first: a name may stand in an address.
  return wordsOf(known)
    .sort((a, b) => b.length - a.length)
    .reduce((done, word) => placesOf(done, word).reduceRight((now, at) => now.slice(0, at) + as + now.slice(at + word.length), done), text);
}
