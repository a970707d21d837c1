/** The reason or note that somebody gives with what they want changed, in their own words. Pure. */
import { endingWithout } from "../shared/words.js";
import { readLength } from "./words.js";

export interface WithReason {
  /** What stands before it. */
  before: string;
  /** As written, with a capital at the start. */
  reason: string;
}

const state = "(?:at risk|off track|on track|red|amber|green|complete|completed|done|finished|cancelled|not started)";
const noFigure = "(?:no (?:figures?|numbers?|data|return)|not available|unavailable|not (?:been )?(?:collected|counted))";
const starts = [
  /\bbecause(?: of)?\b[:,]?\s+/i,
  /\b(?:note|comment)\b[^:\n]{0,80}?(?::|\b(?:that|saying|to say)\b)\s*/i,
  new RegExp(`\\b${noFigure}\\b[^,;:–—\\n]{0,60}?(?:[,;:]|\\s[–—-])\\s+`, "i"),
  new RegExp(`\\b${state}(?: (?:please|pls|plz|now|again))?(?:\\s*[:;,–—-]|\\s+(?:as|since|due to|owing to))\\s+`, "i"),
];

const courtesy = /^(?:thanks?|thank you|cheers|ta|please|pls|many thanks)\b/i;

/** Nothing when no reason is given. A message that asks has none. */
export function reasonIn(text: string): WithReason | undefined {
  const start = text.slice(0, readLength);
  if (/\?\s*$/.test(start)) return undefined;
  for (const [place, pattern] of starts.entries()) {
    const found = pattern.exec(start);
    if (!found) continue;
    const reason = start.slice(found.index + found[0].length).trim();
    // What follows a state is a reason, the state itself is not.
    const before = start.slice(0, place === 0 ? found.index : found.index + found[0].length).trim();
    if (/\p{L}/u.test(reason) && before && !courtesy.test(reason))
      return { before: endingWithout(before, ":;,–—-"), reason: reason.charAt(0).toUpperCase() + reason.slice(1) };
  }
  return undefined;
}
