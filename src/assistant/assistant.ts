import type { z } from "zod/v4";
import type { Interpretation } from "../intents/index.js";
import type { Day, KnownPlan } from "../plan/index.js";
import type { ReportFile, ReportFormat, ReportWanted } from "../request/report-maker.js";
import type { Turn } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";

export type { Interpretation } from "../intents/index.js";
export type { ReportFile, ReportFormat, ReportWanted } from "../request/report-maker.js";

/** Something that a search found. */
export interface Found {
  id: string;
  /** "2.3.1 Establish a sustainable …" */
  title: string;
  /** "On track (green) · Due 31 March 2027 · Action under 2.3" */
  detail: string;
  /** Small, fit to be read by others, and without buttons: the bot may not be where it is put. */
  card: Answer;
}

/** A file that somebody sent; it is fetched when it is wanted. */
export interface SentFile {
  name: string;
  /** Rejects with a UserFacingError when it may not or cannot be had. */
  bytes(): Promise<Uint8Array>;
}

/** A turn as it was understood. */
export interface HeardTurn<AnswerContext> {
  /** None when the turn is not new: then nothing was done. */
  readings: Interpretation[];
  context: AnswerContext;
  /** To be told under which id the answers went out: whoever quotes that message means what it was about. */
  sentAs?(messageId: string): void;
}

/** A message whose own reading is not beyond doubt. */
export interface Unsure {
  /** Without the name of the plan. */
  text: string;
  known: KnownPlan;
  today: Day;
  /** E-mail address of the asker, when it is known. */
  asker?: string;
  /** What was understood in the turn before. */
  before: readonly Interpretation[];
  /** How it is read without anybody's help. */
  readings: readonly Interpretation[];
}

/** Reads what the built-in understanding is not sure of; nothing where it cannot help. */
export type SecondReader = (unsure: Unsure) => Promise<Interpretation[] | undefined>;

/** What a planner needs of the features: hear a turn, then answer each reading. Channel-free. */
export interface Assistant<AnswerContext = unknown> {
  /** Every question there is, once, with the schema of its arguments. */
  questions: readonly { name: string; about: string; args: z.ZodType }[];
  /** At least one reading for any new text whatever, in the order asked; asking back and "not in the plan" are readings too. */
  hear(turn: Turn, second?: SecondReader): Promise<HeardTurn<AnswerContext>>;
  /** Drops what somebody said, who has left or has removed the bot. */
  forget?(personId: string): Promise<void>;
  answer(reading: Interpretation, context: AnswerContext): Promise<Answer>;
  /** Answers a reading that came without words: a welcome, a card brought up to date. Nothing is remembered of it. */
  answerNow(reading: Interpretation, turn: Omit<Turn, "text">): Promise<Answer>;
  /** A report as a file. Throws a UserFacingError when the plan has no such part. */
  file(wanted: ReportWanted, format: ReportFormat, turn: Omit<Turn, "text">): Promise<ReportFile>;
  /** What is made of a file that somebody sent. */
  take(file: SentFile, turn: Omit<Turn, "text">): Promise<Answer>;
  /** Whether a card of that answer may ask again when it is opened: it only reads. */
  staysFresh(reading: Pick<Interpretation, "question">): boolean;
  /** Addresses of those who may do something about what an answer shows. */
  concerned(reading: Interpretation, context: AnswerContext): string[];
  /** Priorities, actions and measures that fit what somebody is typing, fifteen at a time; without words what is theirs and what is due. `from`: how many come before them. */
  search(words: string, turn: Omit<Turn, "text">, from?: number): Promise<Found[]>;
  /** Every verb that a button may carry, once. */
  verbs: readonly string[];
  /** Does what a pressed button says; nothing when its data fits no such verb. The answer takes the place of the button's card. */
  press(press: { verb: string; data: unknown }, turn: Omit<Turn, "text">): Promise<Answer | undefined>;
}
