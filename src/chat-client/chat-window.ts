import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { UserFacingError } from "../shared/errors.js";
import { type ChatPerson, windowOf } from "./people.js";

/** On a busy machine, from a disk that has not read it before. */
const READY_WITHIN_MS = 60_000;

export interface ChatWindow {
  person: ChatPerson;
  /** Where to open it. */
  address: string;
  close(): void;
}

export interface WindowOptions {
  person: ChatPerson;
  /** POST address of the bot. */
  bot: string;
  /** Address of the module that keeps others out of the window: see loopback-only.ts. */
  guard: string;
  /** A taken port becomes another free one. */
  port: number;
  /** Holds the window's configuration and its log. */
  folder: string;
  environment: NodeJS.ProcessEnv;
}

/** Starts one person's window of the Teams chat client, a development dependency. Its telemetry is off and it opens no browser. */
export const openWindow = async ({ person, bot, guard, port, folder, environment }: WindowOptions): Promise<ChatWindow> => {
  const config = join(folder, `${person.email}.json`);
  await writeFile(config, JSON.stringify(windowOf(person), undefined, 2));
  const child = spawn(process.execPath, ["--import", guard, programPath(), "start", "-e", bot, "-c", "msteams", "-p", String(port), "--dt"], {
    env: {
      ...withoutSettings(environment),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${person.email}.log`),
      TEAMSAPPTESTER_BROWSER: "none",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const close = () => void child.kill();
  process.once("exit", close);
  try {
    return { person, address: await answeringAddress(child), close };
  } catch (error) {
    close();
    throw error;
  }
};

const programPath = (): string => {
  try {
    return createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  } catch {
    throw new UserFacingError("The chat client is not installed. Run `npm ci`, or start the bot alone with `npm run serve`.");
  }
};

/** The bot's secrets are none of the chat client's business. */
const withoutSettings = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([key]) => !/^(MICROSOFT_|MONGODB_)/.test(key)));

/** It says that it listens before it has read its configuration, so only an answer shows that it is there. */
const answeringAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = "";
    let ended = false;
    const fail = () => {
      ended = true;
      reject(new UserFacingError("The chat client did not start. Start the bot alone with `npm run serve`."));
    };
    setTimeout(fail, READY_WITHIN_MS).unref();
    child.once("exit", fail);
    const untilAnswered = async (address: string): Promise<void> => {
      if (ended) return;
      if (await answers(address)) return resolve(address);
      setTimeout(untilAnswered, 50, address);
    };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
      const [, port] = /Listening on (\d+)/.exec(heard) ?? [];
      if (!port) return;
      child.stdout?.removeAllListeners("data").resume();
      void untilAnswered(`http://localhost:${port}`);
    });
  });

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
