/** What is answered where others read: nothing that is about the asker alone, which goes to their own chat instead. */
import type { Answer } from "../shared/answer.js";
import type { Reading } from "./desk.js";
import type { Scene } from "./scene.js";
import { answerIn, suggest } from "./wording/answer-text.js";

/** Sends an answer to where somebody talks to the bot alone; gives how many chats got it. */
export type Aside = (email: string, answer: Answer) => Promise<number>;

const alwaysOwn = new Set(["my-actions", "unanswered"]);

/** A form is one person's: nobody else could fill it in. */
function isOwn({ question, args }: Reading, answer: Answer, { asker }: Scene): boolean {
  if (answer.look === "form" || alwaysOwn.has(question)) return true;
  return typeof args.person === "string" && args.person.toLowerCase() === asker.email?.toLowerCase();
}

/** The answer as others may read it. */
export async function inCompany(reading: Reading, answer: Answer, scene: Scene, aside: Aside | undefined): Promise<Answer> {
  if (!scene.shared || !isOwn(reading, answer, scene)) return answer;
  const { email } = scene.asker;
  const sent = email && aside ? await aside(email, answer) : 0;
  const lead = sent
    ? ["That is yours alone, so I have answered in our own chat, where nobody else reads it."]
    : ["That is yours alone, and others read here. Please open a chat with me and ask it there."];
  return answerIn("notice", {
    title: sent ? "I have answered you in our own chat" : "Please ask me that in our own chat",
    lead,
    suggestions: suggest("What is overdue?"),
  });
}
