import type { Size } from "./places.js";

interface Spread {
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** How long understanding takes on one plan, in milliseconds. */
export interface Hearing {
  /** How many questions. */
  texts: number;
  /** With words that no question had before. */
  first: Spread;
  again: Spread;
  /** Of the texts of 64 KB. */
  slowest: { name: string; ms: number };
  /** To make what understanding knows of the plan, once an import or a start. */
  planIndex: number;
}

export type Heard = Record<Size, Hearing>;
