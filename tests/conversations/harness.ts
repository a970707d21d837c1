import type { Assistant } from "../../src/assistant/assistant.js";
import type { Model } from "../../src/model/index.js";
import { type DeliveryLog, type Directory, type Messages, openDirectory, openGreetings } from "../../src/people/index.js";
import { createLogger, type Logger } from "../../src/shared/logger.js";
import type { Storage } from "../../src/storage/port.js";
import { startTeams } from "../../src/teams/index.js";
import { startTeamsSide, type Teams } from "../support/teams.js";

export interface LogLine {
  level: "debug" | "info" | "warn" | "error";
  fields: Record<string, unknown>;
  message: string;
}

export interface Conversation extends Teams {
  /** Where the bot listens. */
  bot: string;
  log: LogLine[];
  /** Ends the bot alone, as a signal does. */
  close(): Promise<void>;
}

interface Parts {
  storage: Storage;
  assistant: Assistant;
  messages?: Messages;
  /** That of the features, where answers call people by their names: a name that is new to one is then known to the other at once. */
  directory?: Directory;
  /** What was delivered before, as every process knows it. */
  heard?: DeliveryLog;
  /** Helps to read what people write. */
  model?: Model;
}

/** The real server and adapter on a free port, over the given storage and assistant, and the Teams side to talk to it. */
export const openConversation = async ({ storage, assistant, messages, directory = openDirectory(storage), heard, model }: Parts): Promise<Conversation> => {
  const greetings = openGreetings(storage);
  const log: LogLine[] = [];
  const server = await startTeams({ port: 0, assistant, model, directory, messages, greetings, heard, alive: () => storage.ping(), log: keepingLogger(log) });
  const bot = `http://127.0.0.1:${server.port}/api/messages`;
  const teams = await startTeamsSide(bot);
  const stopTeams = teams.stop;
  const stop = async () => {
    await Promise.all([stopTeams(), server.close()]);
  };
  return Object.assign(teams, { bot, log, stop, close: server.close });
};

/** The real logger, with its lines kept instead of printed. */
export const keepingLogger = (lines: LogLine[]): Logger =>
  createLogger("info", {
    write(line) {
      const { level, time: _time, msg: message, ...fields } = JSON.parse(line);
      lines.push({ level, fields, message });
    },
  });
