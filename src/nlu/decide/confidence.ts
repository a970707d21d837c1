/** Whether a text's reading is beyond doubt, so that nobody else need be asked. Pure. */
import { traitsOf } from "../../intents/index.js";
import type { Reading } from "../../questions/desk.js";
import { leansBack } from "../pointing.js";
import { stemsOf } from "../stem.js";
import { byTopic } from "./by-topic.js";
import type { Deciding } from "./decide.js";
import { type Ground, weighed } from "./weigh.js";

/** From here on the kind of question is beyond doubt, by how the rules came to it; what they did not read at all needs more. */
const BEYOND_DOUBT: Readonly<Record<Ground, number>> = { explained: 0.9, partly: 0.95, anything: 0.97, command: 0.9, bare: 0, "follow-up": 0.9 };
const UNRULED = 0.97;

/** Asking back, other readings on buttons and "not understood" say themselves that there is doubt. */
export const showsDoubt = ({ question, args }: Reading): boolean => Boolean(traitsOf(question).missed ?? args.instead?.length);

/** `read`: what was decided from `ruled`. */
export function isSure(read: readonly Reading[], ruled: readonly Reading[], deciding: Deciding): boolean {
  const { candidates, sketch, intentNamed, ground } = deciding;
  // An id was written, and there is no such thing.
  if (sketch.unknown.length && read.every(({ question }) => question === "unknown-id")) return true;
  if (read.some((one) => showsDoubt(one) || lacksItem(one, deciding)) || leavesOut(read, deciding)) return false;
  // What leans on the turn before and was read by itself.
  if (sketch.context.before.length && ground !== "follow-up" && leansBack(sketch)) return false;
  const answers = ruled.filter(({ question }) => !intentNamed(question)?.fallback);
  const [best] = weighed(byTopic(candidates, sketch, intentNamed), answers, ground);
  if (!best || !read.some(({ question }) => question === best.intent)) return false;
  return best.p >= (answers.some(({ question }) => question === best.intent) ? BEYOND_DOUBT[ground] : UNRULED);
}

/** A command that says of nothing what is to be done with it. */
function lacksItem({ question, args }: Reading, { intentNamed }: Deciding): boolean {
  const intent = intentNamed(question);
  const wants = intent?.command ? intent.argumentNames.filter((name) => ["measure", "action"].includes(name)) : [];
  return wants.length > 0 && ![...wants, "scope"].some((name) => (args as Record<string, unknown>)[name] !== undefined);
}

/** Something of the plan is called by its whole name, and nothing that was read is about it. */
function leavesOut(read: readonly Reading[], { sketch: { said, context } }: Deciding): boolean {
  const { wholeNames, longestName } = context.guide;
  const stems = stemsOf(said);
  const named = stems.flatMap((_, from) =>
    Array.from({ length: longestName - 1 }, (_none, more) => stems.slice(from, from + more + 2).join(" ")).flatMap((words) => wholeNames.get(words) ?? []),
  );
  const about = JSON.stringify(read.map(({ args: { carried: _, instead: __, ...args } }) => args));
  return named.length > 0 && !named.some((item) => about.includes(`"${item.id}`));
}
