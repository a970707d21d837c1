/** Answers that were begun while it was asked whether the context they are made from is the one of now. */
import { isDeepStrictEqual } from "node:util";
import { intentNamed } from "../intents/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";
import type { Interpretation } from "./assistant.js";

export interface BegunAnswers {
  /** Begins an answer to each reading; whatever fails, fails whoever takes it. */
  put(context: AnswerContext, readings: readonly Interpretation[], begin: (reading: Interpretation) => Promise<Answer>): void;
  /** The answer that was begun to this reading in this very context. */
  take(context: AnswerContext, reading: Interpretation): Promise<Answer> | undefined;
}

/** As its schema gives it: whoever takes an answer may have read the arguments once more than whoever began it. */
const asParsed = ({ question, args }: Interpretation) => ({ question, args: intentNamed(question)?.args.parse(args) });

/** Keeps answers by the context that they were begun in, for as long as that context is held. */
export function openBegunAnswers(): BegunAnswers {
  const begun = new WeakMap<AnswerContext, { reading: unknown; answer: Promise<Answer> }[]>();
  return {
    put(context, readings, begin) {
      const all = readings.map((reading) => ({ reading: asParsed(reading), answer: begin(reading) }));
      for (const { answer } of all) answer.catch(() => undefined);
      begun.set(context, all);
    },
    take(context, reading) {
      const mine = begun.get(context);
      if (!mine) return undefined;
      const wanted = asParsed(reading);
      return mine.find((one) => isDeepStrictEqual(one.reading, wanted))?.answer;
    },
  };
}
