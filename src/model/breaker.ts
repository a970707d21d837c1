/** Leaves a server alone that does not answer: after so many failures in a row, or for as long as it asks for. */

const MOST_FAILURES = 5;
const OFF_MS = 60_000;
/** A server that asks for longer is tried all the same. */
const MOST_ASKED_MS = 600_000;

export interface Breaker {
  isOff(): boolean;
  succeeded(): void;
  /** `forMs`: how long the server wants to be left alone. */
  failed(forMs?: number): void;
}

/** `now` in milliseconds. */
export function openBreaker(now: () => number = Date.now): Breaker {
  let failures = 0;
  let offUntil = 0;
  return {
    isOff: () => now() < offUntil,
    succeeded() {
      failures = 0;
    },
    failed(forMs = 0) {
      failures++;
      const offMs = failures >= MOST_FAILURES ? OFF_MS : 0;
      if (offMs) failures = 0;
      offUntil = Math.max(offUntil, now() + Math.max(offMs, Math.min(forMs, MOST_ASKED_MS)));
    },
  };
}
