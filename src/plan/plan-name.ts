/** What people call a plan: the words of its title that no other plan's has. Pure. */

import { endingWithout } from "../shared/words.js";

/** Words that any plan's title may have. */
export const plainTitleWords: ReadonlySet<string> = new Set(
  "a an and action actions annual appendix by council council's delivery draft final for framework from in improvement implementation its of on our plan plans programme s strategic strategy the their to version with year years".split(
    " ",
  ),
);

/** A title's words in small letters, to compare titles by. */
export const titleWords = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The title without what any plan is called: "Libraries and Heritage" of "Libraries and Heritage Strategy Action Plan 2025-30". */
export function shortTitle(title: string): string {
  const words = title.split(/\s+/).filter(Boolean);
  const isPlain = (word = "") => titleWords(word).every((each) => plainTitleWords.has(each) || /^\d+$/.test(each));
  const from = words.findIndex((word) => !isPlain(word));
  if (from < 0) return title;
  let to = words.length;
  while (isPlain(words[to - 1])) to--;
  return endingWithout(words.slice(from, to).join(" "), ":,;.(-");
}

/** Whether two titles or names are the same but for capitals, marks and spaces. */
export const sameName = (a: string, b: string): boolean => titleWords(a).join(" ") === titleWords(b).join(" ");

/** "Museums plan", and with its article "the Museums plan". */
export const planInShort = ({ name }: { name: string }): string => (/\bplan$/i.test(name) ? name : `${name} plan`);
/** "the Museums plan" */
export const planInWords = (plan: { name: string }): string => `the ${planInShort(plan)}`;

const longestId = 40;

/** An id for a plan, free of whatever parts keys: "libraries-and-heritage", or with a number when that is taken. */
export function planIdFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "");
  const slug =
    titleWords(plain)
      .map((word) => word.replace(/[^a-z0-9]+/g, ""))
      .filter(Boolean)
      .join("-")
      .slice(0, longestId)
      .replace(/-$/, "") || "another";
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
