/** An answer whose question a language model helped to read says so. Pure. */
import type { Answer } from "../shared/answer.js";
import { answerIn } from "../shared/answer-text.js";

const HELPED = "Read with help of a language model";

/** In the line of sources, else beside what stands above a form. */
export function withHelped(answer: Answer, helped: boolean | undefined): Answer {
  if (!helped) return answer;
  const { view, data } = answer;
  const said =
    "sources" in data
      ? { sources: [...data.sources, `${HELPED}.`] }
      : view === "form"
        ? { eyebrow: [data.eyebrow, HELPED].filter(Boolean).join(" · ") }
        : { carried: [data.carried, `${HELPED}.`].filter(Boolean).join(" ") };
  return { ...answerIn(view, { ...data, ...said } as never), ...(answer.plan !== undefined && { plan: answer.plan }) };
}
