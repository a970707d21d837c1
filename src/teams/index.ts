/** Waymark in Microsoft Teams: the only room that knows botbuilder, teams-ai and Adaptive Cards. */
import type { Directory, Greetings, Messages } from "../people/index.js";
import type { Desk } from "../questions/desk.js";
import type { Logger } from "../shared/logger.js";
import { BotAdapter, type Registration } from "./adapter.js";
import { createBot } from "./bot.js";
import { senderBy } from "./sender.js";
import { type RunningServer, startServer } from "./server.js";

export type { Registration } from "./adapter.js";
export type { RunningServer } from "./server.js";

export interface TeamsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Without it nothing is signed, so the server binds to loopback only and talks to loopback only. */
  registration?: Registration;
  desk: Desk;
  directory: Directory;
  /** What is sent of the bot's own accord goes out here; without it nothing is. */
  messages?: Messages;
  /** Who has been greeted already; without it nobody is greeted. */
  greetings?: Greetings;
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  log: Logger;
}

/** Starts the bot and resolves when it takes requests. */
export const startTeams = async ({ port, registration, desk, directory, messages, greetings, alive, log }: TeamsOptions): Promise<RunningServer> => {
  const adapter = new BotAdapter(registration, log);
  const runTurn = createBot({ adapter, desk, directory, messages, greetings, home: registration?.tenantId, log });
  messages?.via(senderBy(adapter, registration?.appId));
  return startServer({
    port,
    loopbackOnly: !registration,
    deliver: (activity, authorization) => adapter.deliver(activity, authorization, runTurn),
    alive,
    log,
  });
};
