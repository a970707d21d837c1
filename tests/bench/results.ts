import type { Kind } from "./asked.js";
import type { Heard } from "./heard.js";
import type { Place, Size } from "./places.js";
import type { RemindersDue } from "./reminders-due.js";

export type Database = "NeDB" | "MongoDB";
export type Filled = `${Database} ${Size}`;
/** "earlier" is another build of the bot, on NeDB with the sample plan. */
export type Subject = "echo" | "earlier" | Filled;

/** A build of the bot to be measured beside this one. */
export interface Earlier {
  /** Its commit, short. */
  name: string;
  /** Path of its main.js. */
  program: string;
  /** As in places.ts, by its own storage and in its own layout. */
  fill(place: Place, size: Size): Promise<void>;
}

/** Medians of the rounds. Times in milliseconds. */
export interface Turns {
  subject: Subject;
  kind: Kind;
  inFlight: number;
  /** All rounds together. */
  turns: number;
  p50: number;
  p99: number;
  perSecond: number;
}

/** Medians of several starts; memory in megabytes. */
export interface Starts {
  times: number;
  ready: number;
  memory: number;
  /** The first turn of a fresh process. */
  firstTurn: number;
  /** After so many turns. */
  memoryAfter: number;
  turns: number;
}

/** What a database takes by itself, in milliseconds: the least that a turn waits for each. */
export interface Trips {
  /** One small document by its id. */
  read: number;
  /** One changed and on disk. */
  write: number;
}

export interface Measured {
  turns: Turns[];
  starts: Partial<Record<Exclude<Subject, "echo">, Starts>>;
  trips: Partial<Record<Database, Trips>>;
  heard: Heard;
  reminders: RemindersDue;
}
