/** From a message to what it asks, in the context as it is now. It begins with what this process knew last, and begins anew where the database knows better. */
import { traitsOf } from "../intents/index.js";
import { understood } from "../nlu/index.js";
import type { WeekNotes } from "../people/index.js";
import { dayOf, type KnownPlan } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Turn } from "../request/turn.js";
import type { Interpretation, SecondReader } from "./assistant.js";
import { attempt } from "./attempt.js";
import type { LastSaid, Memory } from "./memory.js";
import { contextOf, heardIn } from "./plan-use/hearing.js";
import { type AnswerSent, readAsAnswer, sentBefore } from "./quoted.js";
import { readTwice } from "./second-reading.js";
import { isSame, type Surroundings, type TurnSurroundings } from "./surroundings.js";

export interface HearingParts {
  surroundings: Surroundings;
  memory: Pick<Memory, "of" | "last">;
  answersSent?: WeekNotes<AnswerSent>;
  contextIn(around: TurnSurroundings, known: KnownPlan, turn: Turn): AnswerContext;
  /** Begins to answer what will most likely have to be answered. It must not write. */
  begin(readings: readonly Interpretation[], context: AnswerContext): void;
}

interface Heard {
  /** As they are answered, and as they are remembered. */
  readings: Interpretation[];
  asked: Interpretation[];
  context: AnswerContext;
  known: KnownPlan;
}

/** Nothing was done yet for a message that is not new. */
export type HeardNow = Heard & { last: LastSaid; isNew: boolean };

const understoodIn = (turn: Turn, around: TurnSurroundings, last: LastSaid, quoted?: AnswerSent) => {
  const about = quoted ?? readAsAnswer(around, turn) ?? { readings: last.readings, plan: last.plan };
  const heard = heardIn(around, turn, about.readings, about.plan);
  const today = dayOf(turn.at, heard.known.plan.timeZone);
  return { heard, today, first: heard.readings ? undefined : understood(heard.text, contextOf(heard.known, today, heard.before, turn)) };
};

const saysTheSame = (a: LastSaid, b: LastSaid): boolean => JSON.stringify([a.readings, a.plan]) === JSON.stringify([b.readings, b.plan]);

/** From a turn to its interpretations, with as few reads of the database in the way as can be. */
export function openHearing({ surroundings, memory, answersSent, contextIn, begin }: HearingParts) {
  const answerContextOf = (around: TurnSurroundings, known: KnownPlan, readings: readonly Interpretation[], turn: Turn): AnswerContext => {
    const ofAllPlans = readings.some(({ question }) => traitsOf(question).plans === "setting");
    return contextIn(around, ofAllPlans ? (around.loaded[0] ?? known) : known, turn);
  };

  /** Nothing where only the database or a model can say. */
  const guess = (turn: Turn, second: SecondReader | undefined) => {
    const around = surroundings.last(turn);
    if (!around || turn.quotes?.some(({ id }) => id)) return undefined;
    const last = memory.last(turn);
    const { heard, first } = understoodIn(turn, around, last);
    if (second && first && !first.isSure()) return undefined;
    const readings = heard.readings ?? first?.readings ?? [];
    const context = answerContextOf(around, heard.known, readings, turn);
    begin(readings, context);
    return { around, last, heard: { readings, asked: readings, context, known: heard.known } };
  };

  const hearIn = async (
    turn: Turn,
    around: TurnSurroundings,
    last: LastSaid,
    quoted: AnswerSent | undefined,
    second: SecondReader | undefined,
  ): Promise<Heard> => {
    const { heard, today, first } = understoodIn(turn, around, last, quoted);
    const unsure = { text: heard.text, known: heard.known, before: heard.before, today, asker: turn.asker.email };
    const { readings, asked } = first ? await readTwice(first, second, unsure) : { readings: heard.readings ?? [], asked: heard.readings ?? [] };
    return { readings, asked, known: heard.known, context: answerContextOf(around, heard.known, readings, turn) };
  };

  return async (turn: Turn, second?: SecondReader): Promise<HeardNow> => {
    const looked = Promise.all([surroundings.of(turn), memory.of(turn), sentBefore(answersSent, turn), turn.isNew ?? true]);
    const guessed = attempt(() => guess(turn, second));
    const [around, last, quoted, isNew] = await looked;
    if (!isNew) return { readings: [], asked: [], context: contextIn(around, around.used, turn), known: around.used, last, isNew };
    const holds = guessed && isSame(guessed.around, around) && saysTheSame(guessed.last, last);
    return { ...(holds ? guessed.heard : await hearIn(turn, around, last, quoted, second)), last, isNew };
  };
}
