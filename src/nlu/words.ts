import { addressPattern } from "../shared/addresses.js";
import { rewritten } from "./shorthand.js";

/** How much of a message is read; what comes after says nothing new about a plan. */
export const readLength = 600;

/** Number words and what they stand for. */
export const digitOf: ReadonlyMap<string, number> = new Map<string, number>([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, n): [string, number] => [word, n]),
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["ninety", 90],
]);

const numberWord = `(?:\\d+|${[...digitOf.keys()].join("|")})`;
const digits = (word: string) => String(digitOf.get(word) ?? word);

const word = /\p{L}[\p{L}\p{N}']*(?:\.[\p{L}]?\p{N}+)*(?:@[\p{L}\p{N}.-]+)?/u;
/** Stands before a figure, and after nothing or a space: no dash that joins or lists. */
const minus = /(?<![^\s:=(])-(?=£?\p{N})/u;
const figure = /£?\p{N}[\p{N}\p{L}]*(?:[.,/:-]\p{L}?\p{N}+(?:\p{L}\p{N}+)?\p{L}?)*%?/u;
/** Letters and figures with what may stand inside a number, an id or a date; or one mark. */
const tokenPattern = new RegExp(`${word.source}|(?:${minus.source})?${figure.source}|[?!.,;:()=-]`, "gu");
const unquoted = (word: string) => (rewritten.has(word) ? word : word.replace(/'s?$/, "").replace(/'/g, ""));

/** Lower case, plain quotes and dashes, contractions written out, words and marks parted by one space. Addresses stay whole. */
export function plainWords(text: string, length = readLength): string[] {
  // A word alone, as the looking up of a plan's own words asks by the thousand.
  if (/^[a-z]{1,80}$/.test(text)) return (rewritten.get(text) ?? text).split(" ");
  const clean = text
    .slice(0, length * 4)
    .normalize("NFKC")
    .replace(/<[^>]{0,80}>/g, " ")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(?<=\d)\s?[–—]\s?(?=\d)/g, "-")
    .replace(/\b(?:minus|negative) (?=£?\d)|[−‑]|(?<=^|[\s:=(])–(?=£?\d)/g, "-")
    .replace(/[–—]/g, " - ")
    .replace(/(?<![\d\s])\s*%|(?<=\s)%/g, " percentage ")
    .replace(/\bn\/a\b/g, "not available")
    .replace(/(?<=\p{L})[-/](?=\p{L})/gu, " ")
    .slice(0, length);
  const words: string[] = [];
  let from = 0;
  const take = (piece: string) => {
    // A dot between letters is part of a name ("business.lead"), not the end of a sentence.
    for (const [token] of piece.replace(/(?<=\p{L})\.(?=\p{L})/gu, " ").matchAll(tokenPattern))
      words.push(...(rewritten.get(token) ?? unquoted(token)).split(" "));
  };
  for (const match of clean.matchAll(addressPattern)) {
    take(clean.slice(from, match.index));
    words.push(match[0]);
    from = match.index + match[0].length;
  }
  take(clean.slice(from));
  return words.filter(Boolean);
}

/** By their place: "first" is 1. */
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const months = "january|february|march|april|may|june|july|august|september|october|november|december";
const inMonth = new RegExp(`\\b(?:(thirty|twenty) )?(${ordinals.join("|")}|thirtieth) (?:of )?(${months})\\b`, "g");
/** "between the fifth and the 12 december", "9 november to the twentieth" */
const besideDay = new RegExp(
  `\\b((?:between|from) (?:the )?|(?:${months}) (?:to|until|till|through|and) (?:the )?)(?:(thirty|twenty) )?(${ordinals.join("|")}|thirtieth)\\b(?= (?:and|to|until|till|through) (?:the )?(?:(?:thirty|twenty) )?(?:\\d|${ordinals.join("|")}|thirtieth)\\b|[ ?.!]*$| ,)`,
  "g",
);
const dayOf = (tens: string | undefined, word: string): number =>
  (({ thirty: 30, twenty: 20 })[tens ?? ""] ?? 0) + (word === "thirtieth" ? 30 : ordinals.indexOf(word) + 1);

const spoken: [RegExp, (match: string, ...parts: string[]) => string][] = [
  [
    new RegExp(`\\b(${numberWord}) (?:point|dot) (${numberWord})(?: (?:point|dot) (m ?)?(${numberWord}))?\\b`, "g"),
    (_, a, b, m, c) => [a, b].map((n) => digits(n as string)).join(".") + (c ? `.${m ? "m" : ""}${digits(c)}` : ""),
  ],
  [
    new RegExp(`\\b(years?|themes?|priority|priorities|actions?|measures?|quarter) (${numberWord})\\b(?! (?:more|less|of the))`, "g"),
    (_, noun, n) => `${noun} ${digits(n as string)}`,
  ],
  [besideDay, (_, before, tens, word) => `${before}${dayOf(tens, word as string)}th`],
  [inMonth, (_, tens, word, month) => `${dayOf(tens, word as string)} ${month}`],
  [new RegExp(`\\b(years \\d+) (to|and|or|-) (${numberWord})\\b`, "g"), (_, years, to, n) => `${years} ${to} ${digits(n as string)}`],
  [new RegExp(`\\b(${numberWord}) (days?|weeks?|months?|quarters?|years?)\\b`, "g"), (_, n, unit) => `${digits(n as string)} ${unit}`],
  [/\b(priority|priorities|action|item) (\d) (\d)\b/g, (_, noun, a, b) => `${noun} ${a}.${b}`],
  // "s o 1.2.2", "b1 1 2"
  [/\b([a-z]) ([a-z]) (\d{1,2}(?:\.m?\d{1,2}){1,2})(?![\p{L}\p{N}.])/gu, (_, a, b, id) => `${a}${b}${id}`],
  [/\b((?!q)[a-z]{1,2}\d) (\d) (\d)(?![\p{L}\p{N}.,%])(?! (?:days?|weeks?|months?|years?)\b)/gu, (_, a, b, c) => `${a}.${b}.${c}`],
  [/\b(\p{L}{0,3}\d+(?:\.\d+)?) (?:point|dot) (\d+)\b/gu, (_, a, b) => `${a}.${b}`],
];

/** "two point three" to "2.3", "year two" to "year 2", "sixty days" to "60 days". */
export const withDigits = (line: string): string => spoken.reduce((text, [pattern, to]) => text.replace(pattern, to), line);
