/** Waymark in Microsoft Teams: the only room that knows botbuilder, teams-ai and Adaptive Cards. */
import type { TurnContext } from "botbuilder";
import type { Directory, Messages } from "../people/index.js";
import type { Desk } from "../questions/desk.js";
import type { Logger } from "../shared/logger.js";
import { BotAdapter } from "./adapter.js";
import { createBot } from "./bot.js";
import { exactly, thisMachineOnly } from "./door/hosts.js";
import { connectorFor, type Identity, openExchange, tokensFrom } from "./outgoing/index.js";
import { senderBy } from "./sender.js";
import { type RunningServer, startServer } from "./server.js";
import {
  type Metrics,
  type MetricsPlace,
  openMetrics,
  pagesOf,
  startMetricsServer,
  watchedDesk,
  watchedSend,
  watchedTurn,
  watchReplies,
} from "./watch/index.js";

export { CallError } from "./outgoing/index.js";
export type { RunningServer } from "./server.js";

/** The Entra app of the bot registration, and where the channel is. */
export interface Registration extends Identity {
  /** The channel's hosts, exactly. */
  serviceHosts?: readonly string[];
  /** Another place than Microsoft's for the bot's own tokens. */
  loginOrigin?: string;
}

const PUBLIC_CLOUD = ["smba.trafficmanager.net"];

export interface TeamsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Without it nothing is signed, so the server binds to loopback only and talks to loopback only. */
  registration?: Registration;
  desk: Desk;
  directory: Directory;
  /** What is sent of the bot's own accord goes out here; without it nothing is. */
  messages?: Messages;
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  /** When the last pass of the reminders was; absent where they are off. */
  lastPass?(): Promise<Date | undefined>;
  /** A port of its own for /metrics. Without it they are to be had only where the bot listens on loopback only. */
  metricsAt?: MetricsPlace;
  log: Logger;
}

/** Starts the bot and resolves when it takes requests. */
export const startTeams = async (options: TeamsOptions): Promise<RunningServer> => {
  const { port, registration, directory, messages, alive, lastPass, metricsAt, log } = options;
  const metrics = openMetrics({ lastPass });
  const desk = watchedDesk(options.desk, metrics);
  const exchange = openExchange();
  const mayCall = registration ? exactly(registration.serviceHosts ?? PUBLIC_CLOUD) : thisMachineOnly;
  const tokens = registration && tokensFrom({ identity: registration, exchange, loginOrigin: registration.loginOrigin });
  const adapter = new BotAdapter(registration, connectorFor({ exchange, tokens, mayCall }), log);
  const bot = createBot({ adapter, desk, directory, messages, home: registration?.tenantId, log });
  const runTurn = (context: TurnContext) => {
    watchReplies(metrics, context);
    return bot(context);
  };
  messages?.via(watchedSend(metrics, senderBy(adapter, registration?.appId)));
  const server = await startServer({
    port,
    loopbackOnly: !registration,
    deliver: (activity, authorization) => watchedTurn({ metrics, log, activity }, () => adapter.deliver(activity, authorization, runTurn)),
    pages: pagesOf({ database: alive, lastPass }, { metrics, open: !registration }),
    log,
  });
  return metricsAt ? withMetricsAt(metricsAt, server, metrics) : server;
};

const withMetricsAt = async (place: MetricsPlace, server: RunningServer, metrics: Metrics): Promise<RunningServer> => {
  const beside = await startMetricsServer(metrics, place).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return { port: server.port, close: async () => void (await Promise.all([server.close(), beside.close()])) };
};
