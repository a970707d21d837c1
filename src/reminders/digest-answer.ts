/** A digest as the one card a person gets. */
import { dayInWords } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { capital } from "../shared/words.js";
import { type Digest, type DueItem, shownOf } from "./due-item.js";

/** Made when it is about to go, for the id that the person has in the channel. */
export type MakeDigestAnswer = (digest: Digest, person: { id: string; email: string }, at: Date) => Answer | Promise<Answer>;

export const digestAnswer: MakeDigestAnswer = (digest) => {
  const { shown, more } = shownOf(digest);
  return answerIn("rows", {
    title: `Reminders for ${dayInWords(digest.day)}`,
    lead: [],
    sections: [{ heading: "", rows: shown.map(rowOf), ...(more && { more: `And ${more} more.` }) }],
    gaps: [],
    sources: [],
    suggestions: [ask("My actions")],
  });
};

const rowOf = (item: DueItem) => ({
  id: item.id,
  text: item.text,
  detail: [capital(item.why), ...(item.due ? [`Due ${dayInWords(item.due)}`] : []), ...item.more].join(" · "),
});
