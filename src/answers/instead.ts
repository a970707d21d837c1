/** An answer with other readings of the same words on its first buttons. Pure. */
import type { Offer } from "../request/args.js";
import type { Answer } from "../shared/answer.js";
import { answerIn } from "../shared/answer-text.js";

const MOST_SUGGESTIONS = 5;

/** Forms and receipts stay as they are: their buttons do something. */
export function withInstead(answer: Answer, instead: readonly Offer[]): Answer {
  const { data } = answer;
  if (!instead.length || !("suggestions" in data)) return answer;
  // Where nothing was assumed aloud, the buttons are there and nothing is said of them.
  const carried = data.carried && `${data.carried} Not what you meant? Try one of the first buttons.`;
  const others = data.suggestions.filter(({ says }) => !instead.some((offer) => offer.says === says));
  return answerIn(answer.view, { ...data, ...(carried && { carried }), suggestions: [...instead, ...others].slice(0, MOST_SUGGESTIONS) } as never);
}
