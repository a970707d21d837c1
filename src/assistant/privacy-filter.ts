/** What is answered where others read: nothing that is about the asker alone, which goes to their own chat instead. */

import { answerIn, suggest } from "../answers/answer-text.js";
import { isAsker } from "../answers/scope.js";
import type { Intent } from "../intents/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";
import type { Interpretation } from "./assistant.js";

/** Sends an answer to where somebody talks to the bot alone; gives how many chats got it. */
export type Aside = (email: string, answer: Answer) => Promise<number>;

/** By what was asked, never by what the answer looks like. */
function isPersonal({ traits }: Intent, args: Interpretation["args"], context: AnswerContext): boolean {
  if (traits.personal || traits.personalWhen?.(args, context)) return true;
  return typeof args.person === "string" && isAsker(context, args.person);
}

/** The answer as others may read it. */
export async function inCompany(
  intent: Intent,
  args: Interpretation["args"],
  answer: Answer,
  context: AnswerContext,
  aside: Aside | undefined,
): Promise<Answer> {
  if (!context.shared || !isPersonal(intent, args, context)) return answer;
  const { email } = context.asker;
  const sent = email && aside ? await aside(email, answer) : 0;
  const lead = sent
    ? ["That is about you alone, so I have answered in our own chat, where nobody else can read it."]
    : ["That is about you alone, and others can read this chat. Please open a chat with me and ask there."];
  return answerIn("notice", {
    title: sent ? "I have answered you in our own chat" : "Please ask me that in our own chat",
    lead,
    suggestions: suggest("What is overdue?"),
  });
}
