/** An answer that names what of the message it left out. Pure. */
import type { Answer } from "./answer.js";
import { answerIn } from "./answer-text.js";
import { listed, shortened } from "./words.js";

const MOST_SHOWN = 4;

/** Only forms, and what leads to one, are filled in from a message. */
export function withUnused(answer: Answer, unused: readonly string[]): Answer {
  if (!unused.length) return answer;
  const line = `I did not use: ${listed(unused.slice(0, MOST_SHOWN).map((said) => shortened(said, 120)))}`;
  if (answer.view === "choice") return answerIn("choice", { ...answer.data, carried: line });
  return answer.view === "form" ? answerIn("form", { ...answer.data, lead: [line, ...answer.data.lead] }) : answer;
}
