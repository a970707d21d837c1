/** Waymark in Microsoft Teams: the only room that knows botbuilder, teams-ai and Adaptive Cards. */
import type { Directory, Messages } from "../people/index.js";
import type { Desk } from "../questions/desk.js";
import type { Logger } from "../shared/logger.js";
import { BotAdapter } from "./adapter.js";
import { createBot } from "./bot.js";
import { exactly, thisMachineOnly } from "./door/hosts.js";
import { connectorFor, type Identity, openExchange, tokensFrom } from "./outgoing/index.js";
import { senderBy } from "./sender.js";
import { type RunningServer, startServer } from "./server.js";

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
  log: Logger;
}

/** Starts the bot and resolves when it takes requests. */
export const startTeams = async ({ port, registration, desk, directory, messages, alive, log }: TeamsOptions): Promise<RunningServer> => {
  const exchange = openExchange();
  const mayCall = registration ? exactly(registration.serviceHosts ?? PUBLIC_CLOUD) : thisMachineOnly;
  const tokens = registration && tokensFrom({ identity: registration, exchange, loginOrigin: registration.loginOrigin });
  const adapter = new BotAdapter(registration, connectorFor({ exchange, tokens, mayCall }), log);
  const runTurn = createBot({ adapter, desk, directory, messages, home: registration?.tenantId, log });
  messages?.via(senderBy(adapter, registration?.appId));
  return startServer({
    port,
    loopbackOnly: !registration,
    deliver: (activity, authorization) => adapter.deliver(activity, authorization, runTurn),
    alive,
    log,
  });
};
