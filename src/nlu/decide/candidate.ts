/** An intent that a text may be. */
export interface Candidate {
  intent: string;
  /** Calibrated probability, 0 to 1. */
  p: number;
}
