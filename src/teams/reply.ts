/** From a feature's answers to the one activity that a turn sends back. */
import { type Activity, ActivityTypes, CardFactory, InputHints } from "botbuilder";
import type { Answer, NoticeView, Suggestion } from "../shared/answer.js";
import { OutOfReachError, UserFacingError } from "../shared/errors.js";
import { clip } from "./clip.js";
import { freshCard, type Refresh } from "./refresh.js";

/** Teams takes messages to about 100 KB and advises 80; all the cards of one message share that. */
const MOST_MESSAGE_BYTES = 80 * 1024;
/** More than a notification or the chat list shows. */
const MOST_SUMMARY = 1_000;

/** All answers of one message as one activity: a card each, and the plain texts for notifications (as `text` Teams would show them beside the card). `refreshes` go with the answers of the same place. */
export const replyWith = (answers: Answer[], refreshes: (Refresh | undefined)[] = []): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: clip(answers.map((answer) => answer.text).join("\n\n"), MOST_SUMMARY),
  attachments: answers.map((answer, place) => CardFactory.adaptiveCard(freshCard(answer, refreshes[place], MOST_MESSAGE_BYTES / answers.length))),
  inputHint: answers.some((answer) => answer.view === "choice") ? InputHints.ExpectingInput : InputHints.AcceptingInput,
});

/** A short answer of the channel's own, where no feature has one. */
export const notice = (title: string, lead: string[], suggestions: Suggestion[] = []): Answer => {
  const data: NoticeView = { title, lead, suggestions };
  return { view: "notice", data, text: [title, ...lead].join("\n") };
};

export const whatYouCanAsk: Suggestion = { label: "What can I ask?", says: "What can I ask you?" };

/** A question writes nothing. */
export const outOfReach = (): Answer =>
  notice("I cannot reach my records", ["Sorry, I cannot reach my records just now, so I cannot answer. Nothing was saved. Please try again in a minute."]);

/** What a person reads when something failed; `bug` says that it is ours and has to be logged. */
export const apologyFor = (error: unknown): { answer: Answer; bug: boolean } => {
  if (error instanceof OutOfReachError) return { answer: outOfReach(), bug: false };
  if (error instanceof UserFacingError) return { answer: notice("That did not work", error.message.split("\n")), bug: false };
  return {
    answer: notice("Something went wrong", ["Sorry, I could not answer that. Nothing was saved. Please try again in a moment."], [whatYouCanAsk]),
    bug: true,
  };
};
