import type { Kind } from "./asked.js";

/** What the load generator is told. */
export interface Round {
  url: string;
  kind: Kind;
  inFlight: number;
  turns: number;
  /** No further turn begins after this long, so that a slow bot does not hold up the run. */
  mostMs: number;
}

/** What it says back. */
export interface RoundResult {
  /** Milliseconds that a counted turn took. */
  p50: number;
  p99: number;
  perSecond: number;
  /** How many there were, counted or not. */
  turns: number;
  /** Body of the last response to a counted turn. */
  reply: string;
}
