/** Whatever is said in a context calls people by their names. */
import { type Calling, callingByName, type Directory, withNames } from "../people/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";

export interface ContextCalling {
  /** The names are looked up while the answer is made. */
  begin(): void;
  of(context: AnswerContext): Promise<Calling>;
  /** What comes of the work, be it an answer or a refusal, with names in it. */
  said(context: AnswerContext, work: () => Promise<Answer>): Promise<Answer>;
}

/** Names come from the directory, which keeps them for a minute. */
export function openCalling(directory: Pick<Directory, "everyone">): ContextCalling {
  const of = async (context: AnswerContext) => callingByName(context, await directory.everyone());
  return {
    begin: () => void directory.everyone(),
    of,
    async said(context, work) {
      const made = await withNames(() => of(context), work);
      return (await of(context)).answer(made);
    },
  };
}

/** A card that others read has nothing to press. */
export const withoutChats = ({ chats: _, ...card }: Answer): Answer => card as Answer;
