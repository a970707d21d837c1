/** What people call the things that plans have official terms for: "bins" for waste collection. */
import { readSourceFile } from "../shared/source-file.js";
import { stopWords } from "./lexicon.js";
import { stem } from "./stem.js";
import { plainWords } from "./words.js";

/** Official terms that a text may mean, each as its telling words. */
export interface Meant {
  terms: readonly string[][];
  /** 1, or less for a word that has other meanings. */
  worth: number;
}

/** A phrase of the file; its words are taken apart when a text first comes near it. */
interface Phrase {
  text: string;
  officially: string;
  worth: number;
  parts?: { stems: string[]; terms: readonly string[][] };
}

const weakWorth = 0.5;
const mostMeant = 12;
/** A word and its other forms begin alike. */
const beginning = (word: string): string => word.slice(0, 2);

let loaded: ReadonlyMap<string, Phrase[]> | undefined;

/** Read at the first use: phrases by how they begin. */
function phrases(): ReadonlyMap<string, Phrase[]> {
  loaded ??= parsed(readSourceFile("nlu", "everyday-words.txt").toString("utf8").toLowerCase());
  return loaded;
}

function parsed(file: string): ReadonlyMap<string, Phrase[]> {
  const all = new Map<string, Phrase[]>();
  const add = (officially: string, said = "", worth: number) => {
    for (const phrase of said.split(",")) {
      const text = phrase.trim();
      const under = all.get(beginning(text)) ?? [];
      if (text) all.set(beginning(text), under);
      under.push({ text, officially, worth });
    }
  };
  for (const line of file.split("\n")) {
    if (!line || line.startsWith("#")) continue;
    const [officially = "", said = ""] = line.split("=");
    const [safe, weak] = said.split("~");
    add(officially, safe, 1);
    add(officially, weak, weakWorth);
  }
  return all;
}

const wordsIn = (text: string): string[] => plainWords(text).filter((word) => /[\p{L}\p{N}]/u.test(word));

function partsOf(phrase: Phrase): NonNullable<Phrase["parts"]> {
  phrase.parts ??= {
    stems: wordsIn(phrase.text).map(stem),
    terms: phrase.officially
      .split(",")
      .map((term) => wordsIn(term).filter((word) => !stopWords.has(word)))
      .filter(({ length }) => length > 0),
  };
  return phrase.parts;
}

/** Words of four letters and more that stand in an everyday phrase: a misspelling may be corrected to one of them. */
export function everydayWords(): ReadonlySet<string> {
  const texts = [...phrases().values()].flatMap((some) => some.map(({ text }) => text));
  return new Set(texts.join(" ").match(/\b[a-z]{4,}\b/g));
}

/** What the words of a text mean officially. Only phrases with a word that the plan itself lacks count: its own words mean what they say. */
export function meantBy(words: readonly string[], isPlanWord: (word: string) => boolean): Meant[] {
  const stems = words.map(stem);
  const found: Meant[] = [];
  for (const [at, word] of words.entries())
    for (const phrase of phrases().get(beginning(word)) ?? []) {
      if (found.length >= mostMeant) return found;
      const { stems: wanted, terms } = partsOf(phrase);
      if (!wanted.length || !wanted.every((each, i) => each === stems[at + i])) continue;
      if (words.slice(at, at + wanted.length).some((one) => !isPlanWord(one))) found.push({ terms, worth: phrase.worth });
    }
  return found;
}
