/** Waymark in Microsoft Teams: the only room that knows botbuilder, teams-ai and Adaptive Cards. */
import type { Directory, Greetings, Messages } from "../people/index.js";
import type { Desk } from "../questions/desk.js";
import type { Logger } from "../shared/logger.js";
import { BotAdapter } from "./adapter.js";
import { createBot } from "./bot.js";
import { openDoor, type Registration } from "./door/index.js";
import { connectorFor, openExchange } from "./outgoing/index.js";
import { senderBy } from "./sender.js";
import { type RunningServer, startServer } from "./server.js";

export type { Registration } from "./door/index.js";
export { CallError } from "./outgoing/index.js";
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
  /** Cards show today's state when they are opened. Default true. */
  refreshes?: boolean;
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  log: Logger;
}

/** Starts the bot and resolves when it takes requests. */
export const startTeams = async ({ port, registration, desk, directory, messages, greetings, refreshes, alive, log }: TeamsOptions): Promise<RunningServer> => {
  const exchange = openExchange();
  const { mayCall, passes, tokens, stop } = openDoor(registration, exchange, log);
  const adapter = new BotAdapter(connectorFor({ exchange, tokens, mayCall }), registration?.appId);
  const runTurn = createBot({ adapter, desk, directory, messages, greetings, refreshes, home: registration?.tenantId, log });
  messages?.via(senderBy(adapter, registration?.appId));
  const server = await startServer({
    port,
    loopbackOnly: !registration,
    passes,
    deliver: (activity, pass) => adapter.deliver(activity, pass, runTurn),
    alive,
    log,
  });
  const close = async () => {
    stop();
    await server.close();
    await exchange.close();
  };
  return { port: server.port, close };
};
