/** Whether a text's reading is beyond doubt, so that nobody else need be asked. Pure. */
import { traitsOf } from "../../intents/index.js";
import type { Reading } from "../../questions/desk.js";
import { byTopic } from "./by-topic.js";
import type { Deciding } from "./decide.js";
import { type Ground, weighed } from "./weigh.js";

/** From here on the kind of question is beyond doubt, by how the rules came to it; what they did not read at all needs more. */
const BEYOND_DOUBT: Readonly<Record<Ground, number>> = { explained: 0.9, partly: 0.95, anything: 0.97, command: 0.9, bare: 0, "follow-up": 0.9 };
const UNRULED = 0.97;

/** Asking back, other readings on buttons and "not understood" say themselves that there is doubt. */
export const showsDoubt = ({ question, args }: Reading): boolean => Boolean(traitsOf(question).internal ?? args.instead?.length);

/** `read`: what was decided from `ruled`. */
export function isSure(read: readonly Reading[], ruled: readonly Reading[], deciding: Deciding): boolean {
  if (read.some(showsDoubt)) return false;
  const { candidates, sketch, intentNamed, ground } = deciding;
  const answers = ruled.filter(({ question }) => !intentNamed(question)?.fallback);
  const [best] = weighed(byTopic(candidates, sketch, intentNamed), answers, ground);
  if (!best || !read.some(({ question }) => question === best.intent)) return false;
  return best.p >= (answers.some(({ question }) => question === best.intent) ? BEYOND_DOUBT[ground] : UNRULED);
}
