/** Waymark in Microsoft Teams: the only room that knows botbuilder, teams-ai and Adaptive Cards. */
import { setTimeout as pause } from "node:timers/promises";
import type { TurnContext } from "botbuilder";
import type { Assistant } from "../assistant/assistant.js";
import type { Model } from "../model/index.js";
import type { DeliveryLog, Directory, Greetings, Messages, Send } from "../people/index.js";
import type { Logger } from "../shared/logger.js";
import { BotAdapter } from "./adapter.js";
import { openOnce } from "./auth/deduplicate-turns.js";
import { filesOf, openDoor, type Registration, wayOut } from "./auth/index.js";
import { createBot } from "./bot.js";
import { connectorFor, openExchange, tokensFrom } from "./outbound/index.js";
import { senderBy } from "./sender.js";
import { type RunningServer, startServer } from "./server.js";
import {
  type MetricsPlace,
  openMetrics,
  pagesOf,
  startMetricsServer,
  watchedAssistant,
  watchedModel,
  watchedSend,
  watchedTurn,
  watchReplies,
} from "./watch/index.js";

export type { Registration } from "./auth/index.js";
export { CallError } from "./outbound/index.js";
export type { RunningServer } from "./server.js";

export interface TeamsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Without it nothing is signed, so the server binds to loopback only and talks to loopback only. */
  registration?: Registration;
  assistant: Assistant;
  /** Helps to read what people write; without it the assistant reads alone. */
  model?: Model;
  directory: Directory;
  /** What is sent of the bot's own accord goes out here; without it nothing is. */
  messages?: Messages;
  /** Who has been greeted already; without it nobody is greeted. */
  greetings?: Greetings;
  /** Cards show today's state when they are opened. Default true. */
  refreshes?: boolean;
  /** Said beside a file that is offered, for a client that cannot take one; Teams can. */
  besideFiles?: string;
  /** What was delivered before, for more than this process's life; without it only this process remembers. */
  heard?: DeliveryLog;
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  /** When the last pass of the reminders was; absent where they are off. */
  lastPass?(): Promise<Date | undefined>;
  /** This server runs no passes; somebody else may. */
  passesElsewhere?: boolean;
  /** A port of its own for /metrics. Without it they are to be had only where the bot listens on loopback only. */
  metricsAt?: MetricsPlace;
  log: Logger;
}

/** Calls of the bot's own accord that are still without an answer at the end are left. */
const CLOSE_WITHIN_MS = 1_000;

/** What sends of the bot's own accord where no server runs. */
export const openSender = ({ registration }: Pick<TeamsOptions, "registration">): { send: Send; close(): Promise<void> } => {
  const exchange = openExchange();
  const adapter = new BotAdapter(connectorFor({ exchange, ...wayOut(registration, exchange) }), registration?.appId);
  return { send: senderBy({ adapter, registration }), close: exchange.close };
};

/** A token of the bot's own for a service of Azure's. */
export const openTokens = (identity: Registration, resource: string): { token(): Promise<string>; close(): Promise<void> } => {
  const exchange = openExchange();
  return { token: tokensFrom({ identity, exchange, loginOrigin: identity.loginOrigin, resource }), close: exchange.close };
};

/** Starts the bot and resolves when it takes requests. */
export const startTeams = async (options: TeamsOptions): Promise<RunningServer & { metricsPort?: number }> => {
  const { port, registration, directory, messages, greetings, refreshes, besideFiles, heard, alive, lastPass, passesElsewhere, metricsAt, log } = options;
  const metrics = openMetrics({ lastPass });
  const assistant = watchedAssistant(options.assistant, metrics);
  const exchange = openExchange();
  const { mayCall, passes, tokens, ready, stop } = openDoor(registration, exchange, log);
  const adapter = new BotAdapter(connectorFor({ exchange, tokens, mayCall }), registration?.appId);
  const bot = createBot({
    adapter,
    assistant,
    model: options.model && watchedModel(options.model, metrics),
    directory,
    messages,
    greetings,
    refreshes,
    besideFiles,
    home: registration?.tenantId,
    files: { exchange, mayFetch: filesOf(registration) },
    alive,
    log,
  });
  const once = openOnce({ heard });
  const runTurn = (context: TurnContext, isNew: Promise<boolean>) => {
    watchReplies(metrics, context);
    return bot(context, isNew);
  };
  messages?.via(watchedSend(metrics, senderBy({ adapter, registration })));
  const server = await startServer({
    port,
    loopbackOnly: !registration,
    passes,
    deliver: (activity, pass) =>
      once(activity, (isNew) => watchedTurn({ metrics, log, activity }, () => adapter.deliver(activity, pass, (context) => runTurn(context, isNew)))),
    pages: pagesOf({ database: alive, keys: registration && ready, lastPass, passesElsewhere }, { metrics, open: !registration }),
    log,
  });
  const beside = metricsAt && (await startMetricsServer(metrics, metricsAt).catch((error: unknown) => server.close().then(() => Promise.reject(error))));
  const end = async () => {
    stop();
    await Promise.all([server.close(), beside?.close()]);
    await heard?.settled();
    await Promise.race([exchange.close(), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
  };
  let ending: Promise<void> | undefined;
  return { port: server.port, metricsPort: beside?.port, close: () => (ending ??= end()) };
};
