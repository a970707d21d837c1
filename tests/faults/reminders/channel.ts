/** A channel that answers by script, and notes what really arrived and what it answered. */
import type { Where } from "../../../src/people/index.js";
import type { Answer } from "../../../src/shared/answer.js";

export type Turn = "200" | "201 late" | "429" | "412" | "403" | "404" | "500 delivered" | "500" | "reset before" | "reset after" | "hang" | "hang delivered";

const delivers = new Set<Turn>(["200", "201 late", "500 delivered", "hang delivered"]);
/** Whether whoever sent it knows what came of it. */
export const isClear = (turn: Turn): boolean => !["500 delivered", "500", "reset after", "hang", "hang delivered"].includes(turn);

const deadlineMs = 8_000;

export interface Attempt {
  person: string;
  at: number;
  turn: Turn;
  arrived: boolean;
  answer: Answer;
}

export interface Channel {
  attempts: Attempt[];
  send(where: Where, answer: Answer): Promise<void>;
}

export function scriptedChannel({
  script,
  time,
  wait,
}: {
  script(person: string, at: number): Turn;
  time(): number;
  wait(ms: number): Promise<void>;
}): Channel {
  const attempts: Attempt[] = [];
  const fault = (fields: object) => Object.assign(new Error("as scripted"), fields);
  return {
    attempts,
    async send({ person = "" }, answer) {
      const turn = script(person, time());
      attempts.push({ person, at: time(), turn, arrived: delivers.has(turn), answer });
      await wait(turn === "201 late" ? 3_000 : turn.startsWith("hang") ? deadlineMs : 80);
      if (turn === "429") throw fault({ statusCode: 429, retryAfterMs: 17_000 });
      if (turn === "412") throw fault({ statusCode: 412 });
      if (turn === "403") throw fault({ statusCode: 403, code: "ConversationBlockedByUser" });
      if (turn === "404") throw fault({ statusCode: 404 });
      if (turn.startsWith("500")) throw fault({ statusCode: 500 });
      if (turn === "reset before") throw fault({ code: "ECONNREFUSED", sent: false });
      if (turn === "reset after" || turn.startsWith("hang")) throw fault({ code: "ECONNRESET", sent: true });
    },
  };
}

/** The same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
