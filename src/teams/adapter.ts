/** The Bot Framework adapter: checks who sends, runs a turn, and sends each reply once and with a deadline. */
import { TeamsAdapter } from "@microsoft/teams-ai/lib/TeamsAdapter.js";
import { type Activity, StatusCodes, type TurnContext } from "botbuilder";
import type { Logger } from "../shared/logger.js";
import type { Reply } from "./server.js";

/** Teams gives up on a turn after 10 to 15 seconds; a call that takes longer than this holds up nobody else. */
const CALL_WITHIN_MS = 8_000;

/** The Entra app of the bot registration. */
export interface Registration {
  appId: string;
  password: string;
  tenantId: string;
}

type TurnLogic = (context: TurnContext) => Promise<void>;

/** A class because the SDK hands its turns only to those that extend it. */
export class BotAdapter extends TeamsAdapter {
  readonly #registered: boolean;
  readonly #log: Logger;

  constructor(registration: Registration | undefined, log: Logger) {
    super(
      registration && {
        MicrosoftAppId: registration.appId,
        MicrosoftAppPassword: registration.password,
        MicrosoftAppTenantId: registration.tenantId,
        MicrosoftAppType: "SingleTenant",
      },
    );
    this.#registered = registration !== undefined;
    this.#log = log;
    this.use(async (context, next) => {
      tame(context.turnState.get(this.ConnectorClientKey));
      await next();
    });
  }

  /** Runs one turn for an activity that passed the gate. Rejects only when not even an apology could be sent. */
  async deliver(activity: Activity, authorization: string, logic: TurnLogic): Promise<Reply> {
    const identity = await this.botFrameworkAuthentication.authenticateRequest(activity, this.#registered ? authorization : "").catch((error: unknown) => {
      this.#log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "sender refused");
      return undefined;
    });
    if (!identity) return { status: StatusCodes.UNAUTHORIZED };
    const response = await this.processActivity(identity, activity, logic);
    return { status: response?.status ?? StatusCodes.OK, body: response?.body };
  }
}

/** What is inside the SDK's connector client and not in its types. */
interface Connector {
  client: {
    pipeline: {
      removePolicy(policy: { name: string }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest(request: { abortSignal?: AbortSignal }, next: (request: unknown) => Promise<unknown>): Promise<unknown>;
      }): void;
    };
  };
}

/** The stock client re-posts an activity after a reset or a 502, so a person may read one reply four times; and it waits for ever. */
const tame = ({ client }: Connector): void => {
  client.pipeline.removePolicy({ name: "defaultRetryPolicy" });
  client.pipeline.addPolicy({
    name: "deadline",
    sendRequest: (request, next) => {
      request.abortSignal = AbortSignal.timeout(CALL_WITHIN_MS);
      return next(request);
    },
  });
};
