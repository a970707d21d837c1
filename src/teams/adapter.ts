/** The Bot Framework adapter: runs a turn for whoever the gate let in, and sends through a connector of our own. */
import { TeamsAdapter } from "@microsoft/teams-ai/lib/TeamsAdapter.js";
import { type Activity, StatusCodes, type TurnContext } from "botbuilder";
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from "botframework-connector";
import type { VerifiedToken } from "./auth/verify-token.js";
import type { Reply } from "./server.js";

type TurnLogic = (context: TurnContext) => Promise<void>;
type ConnectorFor = (serviceUrl: string) => ConnectorClient;

/** A class because the SDK hands its turns only to those that extend it. */
export class BotAdapter extends TeamsAdapter {
  readonly #appId: string;
  readonly #connectors: ConnectorFactory;

  /** `appId` is the bot registration's, if there is one. */
  constructor(connectorFor: ConnectorFor, appId = "") {
    super();
    this.#appId = appId;
    this.#connectors = new OwnConnectors(connectorFor);
    // Whatever the SDK would check and send with.
    Object.assign(this, { botFrameworkAuthentication: new OwnDoor(this.#connectors) });
  }

  /** Runs one turn for an activity that passed the gate. Rejects only when not even an apology could be sent. */
  async deliver(activity: Activity, pass: VerifiedToken, logic: TurnLogic): Promise<Reply> {
    const sender = { audience: this.#appId, claimsIdentity: identityOf(pass), connectorFactory: this.#connectors };
    const response = await this.processActivity(sender, activity, logic);
    return { status: response?.status ?? StatusCodes.OK, body: response?.body };
  }
}

const identityOf = ({ claims }: VerifiedToken): ClaimsIdentity =>
  new ClaimsIdentity(
    Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
    true,
  );

/** Who sends was checked by the gate, so nothing is checked here; and nobody signs in through this bot. */
class OwnDoor extends BotFrameworkAuthentication {
  readonly #connectors: ConnectorFactory;

  constructor(connectors: ConnectorFactory) {
    super();
    this.#connectors = connectors;
  }

  authenticateRequest = (): Promise<AuthenticateRequestResult> => Promise.reject(new Error("Only the gate lets anybody in"));
  authenticateStreamingRequest = this.authenticateRequest;
  createConnectorFactory = (): ConnectorFactory => this.#connectors;
  createUserTokenClient = async (): Promise<UserTokenClient> => undefined as unknown as UserTokenClient;
}

class OwnConnectors extends ConnectorFactory {
  readonly #connectorFor: ConnectorFor;

  constructor(connectorFor: ConnectorFor) {
    super();
    this.#connectorFor = connectorFor;
  }

  async create(serviceUrl: string): Promise<ConnectorClient> {
    return this.#connectorFor(serviceUrl);
  }
}
