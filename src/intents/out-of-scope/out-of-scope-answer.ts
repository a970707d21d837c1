/** What no plan can answer: says so in a line, and what there is instead. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../../answers/answer-text.js";
import { nameOf } from "../../answers/scope.js";
import type { AnswerContext } from "../../request/answer-context.js";
import { Carried, Scope } from "../../request/args.js";
import type { Answer } from "../../shared/answer.js";

/** The part of the plan that was named besides, if any. */
export const OutOfScopeArgs = z.object({ scope: Scope.optional(), ...Carried });

interface Words {
  title: string;
  line: string;
}

/** No rating and no figure: a person who asks for one thing and is given another may take it for what they asked. */
export const outOfScope =
  ({ title, line }: Words) =>
  async ({ scope, carried }: z.output<typeof OutOfScopeArgs>, { catalogue }: AnswerContext): Promise<Answer> => {
    const item = scope && scope !== "plan" ? catalogue.find(scope) : undefined;
    return answerIn("notice", {
      carried,
      title,
      lead: [line],
      suggestions: item
        ? suggest(`How is ${nameOf(item)} doing?`, item.type !== "theme" && `Who leads ${item.id}?`)
        : suggest("What is due in the next 28 days?", "What can you do?"),
    });
  };
