/** Words that answers, forms and receipts share: counts, lists, cuts, a status with its colour. Pure. */
import type { Badge } from "./answer.js";

/** "1 action", "3 priorities" */
export const plural = (count: number, one: string, many = `${one.replace(/([^aeiou])y$/, "$1ie")}s`): string => `${count} ${count === 1 ? one : many}`;

/** "is" or "are" */
export const are = (count: number): string => (count === 1 ? "is" : "are");

/** "2.1, 2.2 and 2.3" */
export function listed(parts: string[], joint = "and"): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${joint} ${parts.at(-1)}`;
}

/** At most `most` of the parts, then how many more there are. */
export const listedUpTo = (parts: string[], most: number): string =>
  parts.length <= most ? listed(parts) : listed([...parts.slice(0, most), `${parts.length - most} more`]);

/** Without white space and these marks at its end. */
export function endingWithout(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === "")) end--;
  return text.slice(0, end);
}

/** Cuts long words of a plan at a word, with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${endingWithout(cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)), ",;:.(")}…`;
}

/** A capital at the start, but for an address. */
export const opening = (text: string): string => (/^\S+@/.test(text) ? text : capital(text));

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "off track (red)", "complete (blue)", "not started" */
export const badgeInWords = ({ word, colour }: Badge): string => (colour === "none" ? word.toLowerCase() : `${word.toLowerCase()} (${colour})`);

const ownPreposition =
  /^(?:in|on|by|before|after|until|till|between|from|within|over|during|this|next|last|today|tomorrow|yesterday|since|up to|the (?:day|week|month|quarter|year) (?:after|before))\b/i;

/** "in December 2026", "this quarter", "between 1 December 2026 and 31 January 2027": a window's label with the preposition it needs. */
export const inWindow = ({ label }: { label: string }): string => (ownPreposition.test(label) ? label : `in ${label}`);
