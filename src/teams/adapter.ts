/** The Bot Framework adapter: runs a turn for whoever the gate let in, and sends through a connector of our own. */
import { TeamsAdapter } from "@microsoft/teams-ai/lib/TeamsAdapter.js";
import { type Activity, StatusCodes, type TurnContext } from "botbuilder";
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from "botframework-connector";
import type { Logger } from "../shared/logger.js";
import type { Identity } from "./outgoing/index.js";
import type { Reply } from "./server.js";

type TurnLogic = (context: TurnContext) => Promise<void>;

/** A class because the SDK hands its turns only to those that extend it. */
export class BotAdapter extends TeamsAdapter {
  readonly #factory: ConnectorFactory;
  readonly #stock: BotFrameworkAuthentication;
  readonly #registered: boolean;
  readonly #log: Logger;

  constructor(registration: Identity | undefined, connectorFor: (serviceUrl: string) => ConnectorClient, log: Logger) {
    super(
      registration && {
        MicrosoftAppId: registration.appId,
        MicrosoftAppPassword: registration.password,
        MicrosoftAppTenantId: registration.tenantId,
        MicrosoftAppType: "SingleTenant",
      },
    );
    this.#stock = this.botFrameworkAuthentication;
    this.#registered = registration !== undefined;
    this.#log = log;
    const door = new OwnDoor(connectorFor);
    this.#factory = door.factory;
    // Whatever the SDK would check and send with.
    Object.assign(this, { botFrameworkAuthentication: door });
  }

  /** Runs one turn for an activity that passed the gate. Rejects only when not even an apology could be sent. */
  async deliver(activity: Activity, authorization: string, logic: TurnLogic): Promise<Reply> {
    const identity = await this.#stock.authenticateRequest(activity, this.#registered ? authorization : "").catch((error: unknown) => {
      this.#log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "sender refused");
      return undefined;
    });
    if (!identity) return { status: StatusCodes.UNAUTHORIZED };
    const response = await this.processActivity({ ...identity, connectorFactory: this.#factory }, activity, logic);
    return { status: response?.status ?? StatusCodes.OK, body: response?.body };
  }
}

/** Who sends was checked by the gate, so nothing is checked here; nobody signs in through this bot. */
class OwnDoor extends BotFrameworkAuthentication {
  readonly factory: ConnectorFactory;

  constructor(connectorFor: (serviceUrl: string) => ConnectorClient) {
    super();
    this.factory = new OwnConnectors(connectorFor);
  }

  authenticateRequest = (): Promise<AuthenticateRequestResult> => Promise.reject(new Error("Only the gate lets anybody in"));
  authenticateStreamingRequest = this.authenticateRequest;
  createConnectorFactory = (): ConnectorFactory => this.factory;
  createUserTokenClient = async (): Promise<UserTokenClient> => undefined as unknown as UserTokenClient;
}

class OwnConnectors extends ConnectorFactory {
  readonly #connectorFor: (serviceUrl: string) => ConnectorClient;

  constructor(connectorFor: (serviceUrl: string) => ConnectorClient) {
    super();
    this.#connectorFor = connectorFor;
  }

  async create(serviceUrl: string): Promise<ConnectorClient> {
    return this.#connectorFor(serviceUrl);
  }
}
