/** The chat client for trying the bot on this machine: one window a person, on localhost. Not part of the bot. */
import { mkdir } from "node:fs/promises";
import { type ChatWindow, openWindow } from "./chat-window.js";
import { windowed } from "./people.js";

export { type ChatWindow, openWindow, type WindowOptions } from "./chat-window.js";
export { type ChatPerson, people, sampleManager, windowed } from "./people.js";

const FIRST_PORT = 56150;

/** Opens a window for a manager, a lead and a member of staff, in that order. When one cannot be opened, none stays open. */
export const openChatClient = async (options: { bot: string; guard: string; folder: string; environment: NodeJS.ProcessEnv }): Promise<ChatWindow[]> => {
  await mkdir(options.folder, { recursive: true });
  const opened = await Promise.allSettled(windowed.map((person, index) => openWindow({ ...options, person, port: FIRST_PORT + index })));
  const failed = opened.find((one) => one.status === "rejected");
  const windows = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (!failed) return windows;
  for (const window of windows) window.close();
  throw failed.reason;
};
