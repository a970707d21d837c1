/** What is said to be changed together with a reason for it. Pure. */

import type { Interpretation } from "../assistant/assistant.js";
import { traitsOf } from "../intents/index.js";
import { corrected } from "./correction.js";
import { questionsIn } from "./questions-in.js";
import { reading } from "./readings.js";
import { reasonIn } from "./reason.js";
import { reasonedRules } from "./rules/index.js";
import { absenceIn } from "./rules/no-figure-rule.js";
import { type Context, utteranceOf } from "./utterance.js";
import { plainWords } from "./words.js";

/** What is to be changed, when a reason is given for it; nothing otherwise. */
export function withReason(text: string, capitals: ReadonlySet<string>, context: Context): Interpretation[] | undefined {
  const said = reasonIn(text);
  if (!said) return undefined;
  const parts = questionsIn(corrected(plainWords(said.before), context.planIndex.speller));
  const [words] = parts;
  if (parts.length !== 1 || !words) return undefined;
  // "2.3.1 off track, no money left" says what to mark, without the word.
  for (const line of [words, ["mark", ...words]]) {
    const utterance = utteranceOf(line, capitals, context);
    for (const rule of reasonedRules) {
      const found = rule(utterance)?.filter(({ question }) => traitsOf(question).takesReason);
      if (found?.length) return found.map((it) => withNote(it, said.reason));
    }
    if (!utterance.states.length || utterance.isQuestion) return undefined;
  }
  return undefined;
}

/** The reason is the better teller of why there is no figure. */
const withNote = ({ question, args }: Interpretation, note: string): Interpretation =>
  reading(question, { ...args, note, ...(args.none === "other" && { none: absenceIn(note) }) });
