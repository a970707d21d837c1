/** Words that mean the plan as a whole and name no part of it: they are no topic. Pure. */

const KINDS = "(?:plan|strategy|programme|appendix)";

/** What is said of everything at once. */
const AS_A_WHOLE =
  /\b(?:in a nutshell|all in all|by and large|on the whole|(?:taken |taking it )?(?:as a whole|all together)|(?:the )?big(?:ger)? picture|in the round|across the board|the whole (?:thing|lot|shebang|caboodle|picture|show|package)|bottom line|at a high level)\b/g;

/** "The corporate plan", "our climate strategy": the words between are no topic where the plan has no such item. */
const OWN_PLAN = new RegExp(`\\b(?:the|this|our|your|its|their|whole) ((?:\\p{L}+ ){0,2}?)${KINDS}\\b(?! (?:for|of|to)\\b)`, "gu");

const WHOLE = new RegExp(
  `\\b(?:the (?:whole |entire |action |strategy |overall )*${KINDS}|(?:overall|as a whole|across the board|everything|whole (?:thing|lot|show|picture)|in a nutshell|all in all|big(?:ger)? picture|all (?:the )?themes|all (?:the )?priorities)|how are we(?: all)? doing|how is it all going)\\b`,
);

const MENTIONED = new RegExp(
  `\\b(?:the|this|our|your|whole) (?:\\p{L}+ ){0,2}${KINDS}\\b|\\b(?:in total|in all|all told|altogether|taken as a whole|of everything|all together)\\b`,
  "u",
);

/** Whether a text, as it asks, says that the whole plan is meant. */
export const saysWholePlan = (ask: string): boolean => WHOLE.test(ask);

/** The plan as a whole may be meant; a part of it may be called a plan too. */
export const mentionsWholePlan = (ask: string): boolean => saysWholePlan(ask) || MENTIONED.test(ask);

/** What a plan's words are, as far as the plan as a whole may be called by them. */
interface PlanWords {
  isPlanWord(word: string): boolean;
  /** It stands in the plan's title. */
  isEverywhere(word: string): boolean;
}

/** The line without what speaks of the whole plan; where it does, words of the title ("the trust") name no part either. */
export function withoutWholePlan(line: string, { isPlanWord, isEverywhere }: PlanWords): string {
  const isOwn = (word: string) => word !== "" && isPlanWord(word) && !isEverywhere(word);
  const cut = line.replace(AS_A_WHOLE, " ").replace(OWN_PLAN, (whole, between: string) => (between.split(" ").some(isOwn) ? whole : " "));
  if (cut === line) return line;
  return cut
    .split(/\s+/)
    .filter((word) => word && !isEverywhere(word))
    .join(" ");
}
