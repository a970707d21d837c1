/** Whether a question leans on the turn before, by its words alone. Pure. */
import type { Utterance } from "./utterance.js";

/** Speaks of something without naming it. */
const pointing =
  /\b(?:it|its|that|this|they|them|their|those|these|there|same|again|he|she|his|her|ones?|mine|both|all|others?|too|also|instead|then|first|second|third|last)\b|^(?:and|but|so|or|what about|how about|just|only)\b/;
/** How many words have letters in them. */
export const lettersIn = (ask: string): number => ask.split(" ").filter((word) => /\p{L}/u.test(word)).length;

/** Whether it may lean on the turn before: it points ("that one"), or is three words or fewer. */
export const leansBack = ({ ask }: Utterance): boolean => pointing.test(ask) || lettersIn(ask) <= 3;
/** Whether it surely does not: six words or more that point at nothing. */
export const standsAlone = ({ ask }: Utterance): boolean => !pointing.test(ask) && lettersIn(ask) >= 6;

/** Words that stand for something said before. */
export const PRONOUN = /\b(?:it|its|that|this|they|them|their|those|these|there|same|he|she)\b/;
