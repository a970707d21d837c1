/** Which status something is set to: "to red", "scrap it", "should go amber". Pure. */
import type { Status } from "../plan/index.js";
import type { State } from "../request/args.js";
import { readStates } from "./states.js";
import type { Utterance } from "./utterance.js";

const statusFor: Partial<Record<State, Status>> = {
  red: "off-track",
  amber: "at-risk",
  green: "on-track",
  complete: "complete",
  cancelled: "cancelled",
  "not-started": "not-started",
};

/** "to red", "as off track", "should go amber" */
const setTo = /\b(?:to|as|at|go|goes|gone|turn|make|call)(?: (?:it|that|this|one|back|down|up|a|the))* (?=((?:on|off|at|not) ?\S+|\S+))/g;
const colour = /\b(?:red|amber|green)\b/g;
const takenOut =
  /^(?:(?:please|lets|let us|we|can|could|should|just|ok|right) )*(?:scrap|axe|ditch|bin|kill|drop|cancel)\b|\b(?:scrap|axe|ditch|bin|kill|drop|cancel) (?:it|that|this|them)\b|\b(?:struck|strike|strikes|cross|crossed) (?:it |that |this )?(?:out|off)\b|\b(?:is|are) (?:now |as good as )?(?:dead|a dead duck|a non starter|history)\b|\bpull(?:ed|ing)? the plug\b/;

/** The only one of the states in these words that is a status. */
function oneStatus(words: readonly string[]): Status | undefined {
  const found = new Set(words.flatMap((word) => readStates(word).states.flatMap((state) => statusFor[state] ?? [])));
  return found.size === 1 ? [...found][0] : undefined;
}

/** What a status is set to; that goes before what else is told of it. */
export function statusSaid({ ask, states }: Pick<Utterance, "ask" | "states">): Status | undefined {
  const only = states.length === 1 ? states[0] : undefined;
  if (only) return statusFor[only];
  const said = oneStatus([...ask.matchAll(setTo)].map(([, word]) => word as string)) ?? oneStatus(ask.match(colour) ?? []);
  if (said) return said;
  return !states.length && takenOut.test(ask) ? "cancelled" : undefined;
}

/** The same of what is known to be a command, which may say it in more ways: "tick off 2.3.1". */
export function statusWanted(utterance: Utterance): Status | undefined {
  const { ask, states } = utterance;
  const said = statusSaid(utterance);
  if (said) return said;
  if (/\b(?:close|tick|sign|finish|finished|complete|wrapped)\b/.test(ask)) return "complete";
  if (/\b(?:cancel|drop)\b/.test(ask)) return "cancelled";
  if (/\b(?:start|started|begun|reopen|under way|underway)\b/.test(ask)) return "on-track";
  // "is back on track, it was at risk": the first said counts.
  const first = states.length > 1 ? readStates(ask.slice(0, ask.search(/,|\bbecause\b|\bas\b|\bfrom\b/) >>> 0)).states : [];
  return first[0] ? statusFor[first[0]] : undefined;
}
