import { withHelped } from "../answers/helped.js";
import { withInstead } from "../answers/instead.js";
import { NotInPlan } from "../answers/scope.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Offer } from "../request/args.js";
import type { Answer } from "../shared/answer.js";
import { withUnused } from "../shared/unused.js";
import type { Intent } from "./define-intent.js";
import { unknownId } from "./unknown-id.js";

/** `args` as the intent's schema gives them. An id that the plan does not have is an answer, whichever intent it was asked with. */
export async function answerIntent(intent: Intent, args: unknown, context: AnswerContext): Promise<Answer> {
  try {
    const { instead = [], helped, unused = [] } = args as { instead?: Offer[]; helped?: true; unused?: string[] };
    return withHelped(withUnused(withInstead(await intent.answer(args, context), instead), unused), helped);
  } catch (error) {
    if (error instanceof NotInPlan) return unknownId.answer({ id: error.id.slice(0, 60) }, context);
    throw error;
  }
}
