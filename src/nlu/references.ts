import type { Catalogue, Item } from "../plan/index.js";
import { digitOf } from "./words.js";

/** What a text refers to by id, and the text with a mark in place of each. */
export interface References {
  line: string;
  /** In the order they stand; `«0»` in the line is the first. */
  items: Item[];
  /** Ids of the plan's own shape that it does not have ("3.4"). */
  unknown: string[];
}

/** What stands in a text in the place of the item at this index of those found. */
export const itemMark = (index: number): string => `«${index}»`;
export const itemMarkPattern = /«(\d+)»/g;

/** A first letter that numbers its own kind stands for any: with A1 and B2 in a plan, "D7" is one that it lacks. */
const shapeOf = (id: string): string =>
  id
    .toLowerCase()
    .replace(/\p{N}+/gu, "9")
    .replace(/^[a-l](?=9)/, "a");
const shapes = new WeakMap<Catalogue, Set<string>>();

/** What the plan's ids look like: "9.9", "9.9.m9". */
export function shapesOf(catalogue: Catalogue): Set<string> {
  const known = shapes.get(catalogue);
  if (known) return known;
  const made = new Set(catalogue.items.filter((item) => item.type !== "theme").map((item) => shapeOf(item.id)));
  shapes.set(catalogue, made);
  return made;
}

/** The id as printed, or with what people put around and into it: "P2.3", "2-3", "2.3m1". */
function lookUp(catalogue: Catalogue, word: string): Item | undefined {
  const dotted = word.replace(/[-:]/g, ".");
  const tries = [
    word,
    dotted,
    dotted.replace(/(\d)m(\d)/, "$1.m$2"),
    dotted.replace(/^(?:pr?|a|m|no)(?=\d)/, ""),
    dotted.replace(/^(?:pr?|a|m|no)(?=\d)/, "").replace(/(\d)m(\d)/, "$1.m$2"),
  ];
  for (const id of tries) {
    const item = catalogue.find(id);
    if (item && (item.type !== "theme" || id.length > 2)) return item;
  }
  return undefined;
}

const levelNouns =
  "themes?|priority|priorities|actions?|measures?|objectives?|aims?|goals?|outcomes?|pledges?|strands?|pillars?|ambitions?|workstreams?|obligations?|recommendations?|requirements?|items?|numbers?|no|ref|reference";
const levelNoun = new RegExp(`^(?:${levelNouns})$`);
const asksOf = /^(?:is|are|of|about|for|in|on|under|with|leads?|does|and|status)$/;

/** A number alone is an id only behind a word such as "objective", or where the whole line or its end is it: "how is 2". */
const isNumberMeant = (words: string[], at: number): boolean => {
  const before = words[at - 1];
  const isLast = words.slice(at + 1).every((word) => /^(?:[?!.]?|doing|going|looking)$/.test(word));
  return levelNoun.test(before ?? "") || (isLast && (before === undefined || asksOf.test(before)));
};

/** The only action, or measure, whose last number is that: "action 3" is "2.3" where actions are counted through. */
function countedThrough({ actions }: Catalogue, word: string, before: string | undefined): Item | undefined {
  if (!/^actions?$/.test(before ?? "")) return undefined;
  const found = actions.filter(({ id }) => id.toLowerCase() === word || id.toLowerCase().endsWith(`.${word}`));
  return found.length === 1 ? found[0] : undefined;
}

/** Ids that reading takes apart are one word again: "ws2 - 03", "1 . a". */
function withWholeIds(line: string, catalogue: Catalogue): string[] {
  const words = line.split(" ");
  const known = shapesOf(catalogue);
  for (let at = 0; at + 2 < words.length; at++) {
    const id = words.slice(at, at + 3).join("");
    if (/^[.-]$/.test(words[at + 1] as string) && /\p{N}/u.test(id) && known.has(shapeOf(id))) words.splice(at--, 3, id);
  }
  for (let at = 0; at + 1 < words.length; at++) {
    const [letters, number] = [words[at] as string, words[at + 1] as string];
    // "a 2 week delay" has an article before its number, no id.
    const apart = /^\p{L}{1,3}$/u.test(letters) && (letters === "a" || letters === "i" ? /^\d+\.\d/ : /^\d/).test(spokenNumber(number));
    if (apart && catalogue.find(letters + spokenNumber(number))) words.splice(at, 2, letters + spokenNumber(number));
  }
  return words;
}

/** "c two" */
const spokenNumber = (word: string): string => String(digitOf.get(word) ?? word);

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const placeOf = (word: string): number => (/^\d/.test(word) ? Number.parseInt(word, 10) : ordinals.indexOf(word) + 1);
const ordinal = `(${ordinals.join("|")}|\\d+(?:st|nd|rd|th)|last)`;

const ofWords = "(?:in|of|under|for|on|within) (?:the |priority |theme )*";
const itemNoun = "(priority|action|measure|indicator)";

const nth = <T>(list: T[], word: string): T | undefined => (word === "last" ? list.at(-1) : list[placeOf(word) - 1]);

function under(catalogue: Catalogue, parent: Item | undefined, noun: string, word: string): Item | undefined {
  if (!parent) return undefined;
  const type = noun.startsWith("p") ? "priority" : noun.startsWith("a") ? "action" : "measure";
  const inside = (item: Item) =>
    item.type === type && (parent.type === "theme" ? item.theme === parent.theme : "priority" in item && item.priority === parent.priority);
  return nth(catalogue.items.filter(inside), word);
}

const themePatterns = new WeakMap<Catalogue, RegExp>();

/** "the Place theme", "theme: Place" */
function themeNames(catalogue: Catalogue): RegExp {
  const known = themePatterns.get(catalogue);
  if (known) return known;
  const names = catalogue.themes.map(({ theme }) => theme.name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ".")).join("|");
  const pattern = new RegExp(`\\b(${names}) theme\\b|\\btheme (?:of |called |: )?(${names})\\b`, "g");
  themePatterns.set(catalogue, pattern);
  return pattern;
}

/** "theme 2", "workstream B" */
const lettered = new RegExp(`\\b(${levelNouns}) ([\\p{L}\\p{N}]{1,3})\\b(?!»)`, "gu");
/** What a level is called where it is neither theme nor priority says no more than its id. */
const calledLevel = /\b(?:objective|aim|goal|outcome|pledge|strand|pillar|ambition|workstream|obligation|recommendation|requirement)s? (?=«\d+»)/g;

const nthTheme = new RegExp(`\\b${ordinal} theme\\b`, "g");
const nthUnder = new RegExp(`\\b${ordinal} ${itemNoun} ${ofWords}(«\\d+»)`, "g");
const numberUnder = new RegExp(`\\b${itemNoun} (\\d{1,2}) ${ofWords}(«\\d+»)`, "g");
const underNumber = new RegExp(`(«\\d+») (?:[-,:] )?${itemNoun} (\\d{1,2})\\b`, "g");

/** "third theme", "theme 2", "the second action in 2.3", "measure 1 of 2.3", once ids are marked. */
function byPlace(line: string, catalogue: Catalogue, items: Item[]): string {
  const mark = (match: string, item: Item | undefined) => (item ? itemMark(items.push(item) - 1) : match);
  const marked = (word: string): Item | undefined => items[Number(word.slice(1, -1))];
  return line
    .replace(lettered, (match, noun, word) => {
      const item = catalogue.find(word);
      const isTheme = noun === "theme";
      return item && (isTheme ? item.type === "theme" : /\p{L}/u.test(word) && item.id === word.toUpperCase()) ? mark(match, item) : match;
    })
    .replace(themeNames(catalogue), (match, a, b) =>
      mark(
        match,
        catalogue.themes.find(({ theme }) => theme.name.toLowerCase() === (a ?? b)),
      ),
    )
    .replace(nthTheme, (match, word) => mark(match, nth(catalogue.themes, word)))
    .replace(nthUnder, (match, word, noun, of) => mark(match, under(catalogue, marked(of), noun, word)))
    .replace(numberUnder, (match, noun, word, of) => mark(match, under(catalogue, marked(of), noun, word)))
    .replace(underNumber, (match, of, noun, word) => mark(match, under(catalogue, marked(of), noun, word)));
}

const decimalComma = /^\d{1,2}(?:,\d{1,2}){1,2}$/;
const asksHow = /^(?:how|where|what|when|why)$/;
/** Words before a number that is a figure. */
const figureBefore = /^(?:above|below|than|reach|reached|exceed|exceeded|beat|was|were|is|are|at|to|of|by|scored|=|:)$/;

/** "2,3" where the plan has 2.3, nothing else is named by id, and it is no figure. */
function withCommaIds(words: string[], catalogue: Catalogue): string[] {
  if (!words.some((word) => decimalComma.test(word)) || words.some((word) => word.includes(".") && lookUp(catalogue, word))) return words;
  return words.map((word, at) => {
    const before = words[at - 1] ?? "";
    const isFigure = figureBefore.test(before) && !(/^(?:is|are)$/.test(before) && (at === 1 || asksHow.test(words[at - 2] ?? "")));
    const id = word.replaceAll(",", ".");
    return decimalComma.test(word) && !isFigure && catalogue.find(id) ? id : word;
  });
}

/** Words before a number with a point that is no id of the plan. */
const figureWord = /^(?:above|below|than|reach|reached|exceed|exceeded|beat|was|were|scored|its|now|not|to|at)$/;

/** Finds ids in a line of plain words; `under` is the priority that "m3" alone belongs to. */
export function readReferences(line: string, catalogue: Catalogue, under?: string): References {
  const items: Item[] = [];
  const unknown: string[] = [];
  const add = (item: Item): string => itemMark(items.push(item) - 1);
  const known = shapesOf(catalogue);
  const whole = withWholeIds(line.replace(/\b(priority|action|measure|item) (?:number|no|num) (?=\S*\d)/g, "$1 "), catalogue);
  const words = withCommaIds(whole, catalogue).map((word, i, all) => {
    if (!/\d/.test(word) || word.startsWith("⟦") || /[£%,]/.test(word) || (word.includes("/") && !catalogue.find(word))) return word;
    const measure = /^m\d+$/.test(all[i + 1] ?? "") ? catalogue.find(`${word.replace(/^pr?/, "")}.${all[i + 1]}`) : undefined;
    if (measure) {
      all[i + 1] = "";
      return add(measure);
    }
    if (/^\d+$/.test(word)) {
      const found = isNumberMeant(all, i) ? (countedThrough(catalogue, word, all[i - 1]) ?? lookUp(catalogue, word)) : undefined;
      return found ? add(found) : word;
    }
    const item = lookUp(catalogue, word) ?? (under && /^m\d+$/.test(word) ? catalogue.find(`${under}.${word}`) : undefined);
    if (item) return add(item);
    const id = word.replace(/^pr?(?=\d)/, "");
    const figure = /^\d+\.\d+$/.test(id) && (figureWord.test(all[i - 1] ?? "") || (all[i - 1] === "is" && i > 2 && !asksHow.test(all[i - 2] ?? "")));
    if (!known.has(shapeOf(id)) || figure || /^\d+$/.test(id)) return word;
    unknown.push(id.replace(/\p{L}+/gu, (letters) => (letters === "m" ? letters : letters.toUpperCase())));
    return "¤";
  });
  const placed = byPlace(words.filter(Boolean).join(" "), catalogue, items).replace(calledLevel, "");
  const none = /\b(theme|priority|action|measure) (\d{1,3})\b(?! (?:days|weeks|months|years))/.exec(placed);
  if (none) unknown.push(`${none[1]} ${none[2]}`);
  return { line: none ? placed.replace(none[0], "¤") : placed, items, unknown };
}
