import { z } from "zod/v4";
import type { Desk, Reading, Turn } from "../../src/questions/desk.js";
import type { Answer } from "../../src/shared/answer.js";
import { UserFacingError } from "../../src/shared/errors.js";

export interface SmallDesk extends Desk<Turn> {
  heard: Turn[];
}

/** A desk with three questions: each "echo X" of a text is answered with X, "refuse" is refused, "break" fails. */
export const openSmallDesk = (): SmallDesk => {
  const heard: Turn[] = [];
  return {
    heard,
    questions: [
      { name: "echo", about: "Says it back", args: z.object({ words: z.string() }) },
      { name: "refuse", about: "Is refused", args: z.object({}) },
      { name: "break", about: "Fails", args: z.object({}) },
    ],
    async hear(turn) {
      heard.push(turn);
      if (turn.text === "deaf") throw new Error("cannot hear");
      return { readings: turn.text.split(/ and /).map(readingOf), scene: turn };
    },
    async answer({ question, args }, turn) {
      if (question === "refuse") throw new UserFacingError("Only a lead may do that.\nAsk the lead of 2.3.");
      if (question === "break") throw new TypeError("a bug");
      return echo(`${args.words}, ${turn.asker.email ?? "whoever you are"}`);
    },
  };
};

const readingOf = (words: string): Reading => (words === "refuse" || words === "break" ? { question: words, args: {} } : { question: "echo", args: { words } });

const echo = (words: string): Answer => ({
  look: "notice",
  data: { title: `You said: ${words}`, lead: [], suggestions: [{ label: "Again", says: "again" }] },
  text: words,
});
