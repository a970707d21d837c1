/** Answers that were begun while it was asked whether the scene they are made from is the one of now. */
import { isDeepStrictEqual } from "node:util";
import { intentNamed } from "../intents/index.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import type { Reading } from "./desk.js";

export interface BegunAnswers {
  /** Begins an answer to each reading; whatever fails, fails whoever takes it. */
  put(scene: Scene, readings: readonly Reading[], begin: (reading: Reading) => Promise<Answer>): void;
  /** The answer that was begun to this reading in this very scene. */
  take(scene: Scene, reading: Reading): Promise<Answer> | undefined;
}

/** As its schema gives it: whoever takes an answer may have read the arguments once more than whoever began it. */
const asParsed = ({ question, args }: Reading) => ({ question, args: intentNamed(question)?.args.parse(args) });

/** Keeps answers by the scene that they were begun in, for as long as that scene is held. */
export function openBegunAnswers(): BegunAnswers {
  const begun = new WeakMap<Scene, { reading: unknown; answer: Promise<Answer> }[]>();
  return {
    put(scene, readings, begin) {
      const all = readings.map((reading) => ({ reading: asParsed(reading), answer: begin(reading) }));
      for (const { answer } of all) answer.catch(() => undefined);
      begun.set(scene, all);
    },
    take(scene, reading) {
      const mine = begun.get(scene);
      if (!mine) return undefined;
      const wanted = asParsed(reading);
      return mine.find((one) => isDeepStrictEqual(one.reading, wanted))?.answer;
    },
  };
}
