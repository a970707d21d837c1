import { stemmer } from "stemmer";
import { plainWords } from "./words.js";

/** One form for a word and its relations: "attending" and "attendance", "absent" and "absence", "utilize" and "utilise". */
export function stem(word: string): string {
  const stemmed = stemmer(word.replace(/iz(?=e|ed|es|ing|ation)/, "is").replace(/(?<=\w)uses$/, "us"));
  return stemmed.length >= 6 ? stemmed.replace(/(?:enc|ent|anc|ant)$/, "") : stemmed;
}
/** A stem for each word of a text, in order. */
export const stemsOf = (text: string): string[] => plainWords(text).filter(isWord).map(stem);
/** Whether it has a letter or a digit. */
export const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
