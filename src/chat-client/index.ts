/** The chat client for trying the bot on this machine: one window a person, on localhost. Not part of the bot. */
import { mkdir } from "node:fs/promises";
import { type ChatWindow, openWindow } from "./chat-window.js";
import { windowed } from "./people.js";

export { type ChatWindow, openWindow, type WindowOptions } from "./chat-window.js";
export { type ChatPerson, people, sampleManager, windowed } from "./people.js";

const FIRST_PORT = 56150;

/** Opens a window for a manager, a lead and a member of staff, in that order. */
export const openChatClient = async (options: { bot: string; guard: string; folder: string; environment: NodeJS.ProcessEnv }): Promise<ChatWindow[]> => {
  await mkdir(options.folder, { recursive: true });
  return Promise.all(windowed.map((person, index) => openWindow({ ...options, person, port: FIRST_PORT + index })));
};
