/** A context for one answer, which writes nothing: how things stand is read once, however many parts of the answer look at it. */
import type { AnswerContext, PriorityState } from "./answer-context.js";

/** The same context, with reads that several answers of a turn ask for made once. */
export function readOnce(context: AnswerContext): AnswerContext {
  let all: Promise<PriorityState[]> | undefined;
  const each = new Map<string, Promise<PriorityState>>();
  return {
    ...context,
    priorities() {
      all ??= context.priorities();
      return all;
    },
    priority(id) {
      const known = each.get(id) ?? context.priority(id);
      each.set(id, known);
      return known;
    },
  };
}
