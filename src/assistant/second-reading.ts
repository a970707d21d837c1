/** The built-in reading, or another reader's where that is not beyond doubt. */
import { readingNamed, type Understood } from "../nlu/index.js";
import type { Interpretation, SecondReader, Unsure } from "./assistant.js";

interface Read {
  /** As they are answered: those of the second reader say so. */
  readings: Interpretation[];
  /** As they are remembered. */
  asked: Interpretation[];
}

/** Lets a second reader look at what the first is not sure of; whatever goes wrong with it, the first reading stands. */
export async function readTwice(first: Understood, second: SecondReader | undefined, turn: Omit<Unsure, "readings">): Promise<Read> {
  const found = second && !first.isSure() ? await second({ ...turn, readings: first.readings }) : undefined;
  if (!found?.length) return { readings: first.readings, asked: first.readings };
  return { readings: found.map(({ question, args }) => readingNamed(question, { ...args, helped: true })), asked: found };
}
