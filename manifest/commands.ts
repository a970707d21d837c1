/** What the menu beside the message box offers, in people's words: as the intents say. Each title is sent as it stands, so it has to be a question that is understood. */
import { INTENTS, type Intent, type MenuLine } from "../src/intents/index.js";

export type Command = Pick<MenuLine, "title" | "description">;

const intents: readonly Intent[] = INTENTS;

const commandsIn = (where: MenuLine["in"][number]): Command[] =>
  intents
    .flatMap(({ traits }) => traits.menu ?? [])
    .filter((line) => line.in.includes(where))
    .sort((a, b) => a.place - b.place)
    .map(({ title, description }) => ({ title, description }));

/** In a chat with the bot alone. */
export const personalCommands: Command[] = commandsIn("personal");

/** In a channel or a group chat, where everybody reads the answer: nothing personal. */
export const sharedCommands: Command[] = commandsIn("shared");

/** What Copilot offers before anything is asked: sent as it stands. */
export const starters = (most: number): (Command & { type: "prompt"; prompt: string })[] =>
  personalCommands.slice(0, most).map(({ title, description }) => ({ title, description, type: "prompt", prompt: title }));
