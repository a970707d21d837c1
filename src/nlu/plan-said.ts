/** Which of the loaded plans a text names: "how is 2.3 doing in the Museums plan", "in Museums: what is overdue". Pure. */
import { plainTitleWords } from "../plan/index.js";
import { cueWords, stopWords } from "./lexicon.js";
import type { PlanIndex } from "./plan-index.js";
import { meant, type NamedPlan, type Names, nameStem, namesOf } from "./plan-names.js";
import { digitOf } from "./words.js";

export interface PlanSaid {
  /** The text without the plan's name: "how is 2.3 doing", or with "the plan" in its place. */
  rest: string;
  /** The plan that is meant; several when the name fits several. */
  ids: string[];
  /** What was named and is not loaded. */
  unknown?: string;
}

/** A word of the text and where it stands. */
interface Word {
  text: string;
  from: number;
  to: number;
}

/** Words that stand before "plan" and name none: "the whole plan", "the new plan". */
const noName: ReadonlySet<string> = new Set(
  "whole overall entire full complete current new old same other another latest published printed agreed original different first second next last sample main big".split(
    " ",
  ),
);
const joining: ReadonlySet<string> = new Set(["and", "of", "the", "for", "in", "on", "to", "from", "a", "an", "its", "our", "their", "by", "with"]);
const mostWords = 10;
const readLength = 2_000;

/** Nothing where no plan is named. `planIndex` is that of the plan that is used where none is. */
export function planSaid(given: string, plans: readonly NamedPlan[], planIndex: PlanIndex): PlanSaid | undefined {
  const text = given.slice(0, readLength);
  const names = namesOf(plans);
  return beforeColon(text, names, planIndex) ?? chosen(text, names, planIndex) ?? nounPhrase(text, names, planIndex);
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].map((match) => ({
    text: match[0].toLowerCase().replace(/['’]s$/, ""),
    from: match.index,
    to: match.index + match[0].length,
  }));

const namesOnly = (words: string[], names: Names, planIndex: PlanIndex): boolean =>
  words.every((word) => plainTitleWords.has(word) || nameStem(word, names, planIndex) !== undefined);

/** "in Museums: what is overdue" */
function beforeColon(text: string, names: Names, planIndex: PlanIndex): PlanSaid | undefined {
  const [, head = "", rest = ""] = /^([^:\n]{2,80}):\s+(\S[\s\S]*)$/.exec(text) ?? [];
  const words = wordsIn(head).map((word) => word.text);
  if (!words.length || !namesOnly(words, names, planIndex)) return undefined;
  const ids = meant(words, names, planIndex);
  return ids.length ? { ids, rest } : undefined;
}

const choosing =
  /^\s*(?:please\s+)?(?:can you\s+|could you\s+|let us\s+)?(?:use|switch to|change to|go to|work with|take)\s+(.{2,80}?)(\s+here|\s+in\s+(?:this|our)\s+[a-z ]{2,30}|\s+for\s+me|\s+from\s+now\s+on|\s+instead)?(?:\s+please)?[.! ]*$/i;

/** "use the Libraries plan here", "switch to Museums" */
function chosen(text: string, names: Names, planIndex: PlanIndex): PlanSaid | undefined {
  const [, name = "", where = ""] = choosing.exec(text) ?? [];
  const words = wordsIn(name).map((word) => word.text);
  if (!words.length) return undefined;
  const rest = `use the plan${where}`;
  const ids = namesOnly(words, names, planIndex) ? meant(words, names, planIndex) : [];
  if (ids.length) return { ids, rest };
  const telling = words.filter(isTelling);
  return telling.length && words.at(-1) === "plan" ? { ids: [], rest, unknown: unknownName(name) } : undefined;
}

const isTelling = (word: string): boolean =>
  word.length > 1 && !plainTitleWords.has(word) && !noName.has(word) && !stopWords.has(word) && !cueWords.has(word) && !digitOf.has(word) && !/^\d/.test(word);

/** "the Museums plan" is called "Museums". */
function unknownName(phrase: string): string {
  const words = phrase.trim().split(/\s+/);
  if (words.length > 1 && /^(?:the|our)$/i.test(words[0] as string)) words.shift();
  if (words.length > 1 && /^plan$/i.test(words.at(-1) as string)) words.pop();
  return words.join(" ");
}

/** "… the Museums plan …": the words before "plan", as far as they name one. */
function nounPhrase(text: string, names: Names, planIndex: PlanIndex): PlanSaid | undefined {
  const words = wordsIn(text);
  const found: PlanSaid[] = [];
  for (const [at, head] of words.entries()) {
    if (head.text !== "plan" && head.text !== "strategy") continue;
    const start = startOf(words, at, text, (word) => plainTitleWords.has(word) || nameStem(word, names, planIndex) !== undefined);
    const ids = meant(
      words.slice(start, at).map((word) => word.text),
      names,
      planIndex,
    );
    if (ids.length) found.push({ ids, rest: without(text, words, start, endOf(words, at)) });
  }
  const [first] = found;
  if (first) return { rest: first.rest, ids: [...new Set(found.flatMap(({ ids }) => ids))] };
  return unloaded(text, words, planIndex);
}

/** Where the name begins: as far back as its words go and nothing but spaces parts them. */
function startOf(words: Word[], head: number, text: string, belongs: (word: string) => boolean): number {
  let start = head;
  while (start > 0 && head - start < mostWords) {
    const before = words[start - 1] as Word;
    const between = text.slice(before.to, (words[start] as Word).from);
    if (!/^[\s&-]+$/.test(between) || !belongs(before.text)) break;
    start--;
    if (before.text === "the" || before.text === "our") break;
  }
  while (start < head && joining.has((words[start] as Word).text) && !["the", "our"].includes((words[start] as Word).text)) start++;
  return start;
}

/** "Libraries strategy action plan": what any plan is called belongs to the name. */
function endOf(words: Word[], at: number): number {
  let end = at;
  while (["strategy", "action", "delivery", "plan"].includes(words[end + 1]?.text ?? "")) end++;
  return end;
}

/** "in the Museums plan" goes, "the Museums plan" becomes "the plan". */
function without(text: string, words: Word[], start: number, end: number): string {
  const first = words[start] as Word;
  const before = words[start - 1];
  const inside = before && ["in", "from", "within", "under"].includes(before.text) && /^\s+$/.test(text.slice(before.to, first.from));
  const head = text.slice(0, inside ? before.from : first.from);
  const tail = text.slice((words[end] as Word).to);
  if (inside)
    return `${head.trimEnd()} ${tail.trimStart()}`
      .replace(/(?<!\s)\s+(?=[?.!,;])/g, "")
      .replace(/^[\s,;:-]+/, "")
      .trim();
  return `${head}the plan${tail}`;
}

/** A plan that is named and not loaded: no plan has the words, and they are no subject of this one. */
function unloaded(text: string, words: Word[], planIndex: PlanIndex): PlanSaid | undefined {
  for (const [at, head] of words.entries()) {
    if (head.text !== "plan") continue;
    const start = startOf(
      words,
      at,
      text,
      (word) => !["in", "is", "are", "of", "how"].includes(word) && (!stopWords.has(word) || joining.has(word)) && !cueWords.has(word),
    );
    const name = words.slice(start, at).filter(({ text: word }) => word !== "the" && word !== "our");
    const telling = name.filter(({ text: word }) => isTelling(word));
    if (!telling.length || name.length > 4 || !["the", "our"].includes(words[start]?.text ?? "")) continue;
    const strange = telling.filter(({ text: word }) => !planIndex.isPlanWord(word) && !planIndex.isEverywhere(word));
    const inside = ["in", "from"].includes(words[start - 1]?.text ?? "");
    if (inside ? strange.length > 0 : strange.length === telling.length)
      return { ids: [], rest: text, unknown: text.slice((name[0] as Word).from, (name.at(-1) as Word).to) };
  }
  return undefined;
}
