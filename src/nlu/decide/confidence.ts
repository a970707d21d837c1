/** Whether a text's reading is beyond doubt, so that nobody else need be asked. Pure. */

import type { Interpretation } from "../../assistant/assistant.js";
import { traitsOf } from "../../intents/index.js";
import { leansBack } from "../pointing.js";
import { stemsOf } from "../stem.js";
import type { Meaning } from "./alternatives.js";
import { decidable } from "./decidable.js";
import type { Decided } from "./decide.js";

/** From here on a reading is beyond doubt, by the share of all alternatives. */
const BEYOND_DOUBT = 0.95;

/** Asking back, other readings on buttons and "not understood" say themselves that there is doubt. */
export const showsDoubt = ({ question, args }: Interpretation): boolean => Boolean(traitsOf(question).missed ?? args.instead?.length);

/** `read`: what is answered of what was decided. */
export function isSure(read: readonly Interpretation[], { share }: Decided, meaning: Meaning): boolean {
  const { utterance, ground } = meaning;
  // An id was written, and there is no such thing.
  if (utterance.unknown.length && read.every(({ question }) => question === "unknown-id")) return true;
  if (read.some((one) => showsDoubt(one) || lacksItem(one)) || leavesOut(read, meaning)) return false;
  // What leans on the turn before and was read by itself.
  if (utterance.context.before.length && ground !== "follow-up" && leansBack(utterance)) return false;
  return share >= BEYOND_DOUBT;
}

/** A command that says of nothing what is to be done with it. */
export function lacksItem({ question, args }: Interpretation): boolean {
  const intent = decidable(question);
  const wants = intent?.command ? intent.argumentNames.filter((name) => ["measure", "action"].includes(name)) : [];
  return wants.length > 0 && ![...wants, "scope"].some((name) => (args as Record<string, unknown>)[name] !== undefined);
}

/** Something of the plan is called by its whole name, and nothing that was read is about it. */
function leavesOut(read: readonly Interpretation[], { utterance: { said, context } }: Meaning): boolean {
  const { wholeNames, longestName } = context.planIndex;
  const stems = stemsOf(said);
  const named = stems.flatMap((_, from) =>
    Array.from({ length: longestName - 1 }, (_none, more) => stems.slice(from, from + more + 2).join(" ")).flatMap((words) => wholeNames.get(words) ?? []),
  );
  const about = JSON.stringify(read.map(({ args: { carried: _, instead: __, ...args } }) => args));
  return named.length > 0 && !named.some((item) => about.includes(`"${item.id}`));
}
