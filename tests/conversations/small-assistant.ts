import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod/v4";
import type { Assistant, Interpretation } from "../../src/assistant/assistant.js";
import type { Turn } from "../../src/request/turn.js";
import type { Answer } from "../../src/shared/answer.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { openStorage } from "../../src/storage/index.js";
import { type Conversation, openConversation } from "./harness.js";

export interface SmallAssistant extends Assistant<Turn> {
  heard: Turn[];
  pressed: Pressed[];
}

/** Pressed verbs, with who pressed. */
interface Pressed {
  verb: string;
  data: unknown;
  turn: Omit<Turn, "text">;
}

/** An assistant with three questions: each "echo X" of a text is answered with X, "refuse" is refused, "break" fails. The verb "small.save" saves what "words" says: "refuse" is refused, "break" fails. */
export const openSmallAssistant = (): SmallAssistant => {
  const heard: Turn[] = [];
  const pressed: Pressed[] = [];
  return {
    heard,
    pressed,
    questions: [
      { name: "echo", about: "Says it back", args: z.object({ words: z.string() }) },
      { name: "refuse", about: "Is refused", args: z.object({}) },
      { name: "break", about: "Fails", args: z.object({}) },
    ],
    async hear(turn) {
      heard.push(turn);
      if (turn.text === "slow") await pause(1_300);
      if (turn.text === "deaf") throw new Error("cannot hear");
      return { readings: turn.text.split(/ and /).map(readingOf), context: turn };
    },
    async answer(reading, turn) {
      const { question, args } = reading as Asked;
      if (question === "refuse") throw new UserFacingError("Only a lead may do that.\nAsk the lead of 2.3.");
      if (question === "break") throw new TypeError("a bug");
      return echo(`${args.words}, ${turn.asker.email ?? "whoever you are"}`);
    },
    answerNow: async ({ question, args }, { asker }) => echo(`${question} ${JSON.stringify(args)}, ${asker.email ?? "whoever you are"}`),
    search: async () => [],
    file: async () => ({ name: "report.csv", type: "text/csv", bytes: new Uint8Array() }),
    staysFresh: () => false,
    concerned: () => [],
    verbs: ["small.save"],
    take: async ({ name }) => ({ view: "notice", data: { title: name, lead: [], suggestions: [] }, text: name }),
    async press(press, turn) {
      const given = z.object({ words: z.string() }).safeParse(press.data);
      if (!given.success) return undefined;
      pressed.push({ ...press, turn });
      const { words } = given.data;
      if (words === "refuse") throw new UserFacingError("Only a lead may do that.\nAsk the lead of 2.3.");
      if (words === "break") throw new TypeError("a bug");
      return { view: "receipt", data: { title: `Saved: ${words}`, lead: [], rows: [], facts: [], presses: [], suggestions: [] }, text: words };
    },
  };
};

export interface SmallTalk {
  chat: Conversation;
  assistant: SmallAssistant;
  stop(): Promise<void>;
}

/** The real server over the small assistant. */
export async function openSmallTalk(): Promise<SmallTalk> {
  const storage = await openStorage();
  const assistant = openSmallAssistant();
  const chat = await openConversation({ storage, assistant });
  const stop = async () => {
    await chat.stop();
    await storage.close();
  };
  return { chat, assistant, stop };
}

/** The small assistant has intents of its own. */
interface Asked {
  question: string;
  args: { words?: string };
}

const readingOf = (words: string): Interpretation =>
  (words === "refuse" || words === "break" ? { question: words, args: {} } : { question: "echo", args: { words } }) as Asked as Interpretation;

const echo = (words: string): Answer => ({
  view: "notice",
  data: { title: `You said: ${words}`, lead: [], suggestions: [{ label: "Again", says: "again" }] },
  text: words,
});
