/** What the channel of the bench is told, and what it says back. */
export interface SignedRound {
  url: string;
  inFlight: number;
  turns: number;
  /** No further turn begins after this long. */
  mostMs: number;
  /** Each turn comes with a token that has not been seen before. */
  ownTokens?: boolean;
}

/** Times in milliseconds. */
export interface SignedResult {
  p50: number;
  p99: number;
  perSecond: number;
  turns: number;
}

/** Where the channel of the bench is. */
export interface SignedChannel {
  serviceUrl: string;
  metadataUrl: string;
  loginOrigin: string;
}
