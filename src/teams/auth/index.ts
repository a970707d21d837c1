/** Who is let in and who is spoken to, as the bot registration says; without one, this machine alone. */
import type { Logger } from "../../shared/logger.js";
import { type Exchange, type Identity, type Tokens, tokensFrom } from "../outbound/index.js";
import { exactly, fileHosts, type HostRule, thisMachineOnly } from "./hosts.js";
import { openKeys } from "./keys.js";
import { anybodyHere, type Passes, passesBy } from "./verify-token.js";

/** The Entra app of the bot registration, and where the channel is when it is not Microsoft's public one. */
export interface Registration extends Identity {
  /** Tenants whose activities are heard; the app's own when nothing is said. */
  tenants?: readonly string[];
  /** The channel's hosts, exactly. */
  serviceHosts?: readonly string[];
  /** Where people's files are: see fileHosts. */
  fileHosts?: readonly string[];
  issuer?: string;
  /** Where the channel's OpenID metadata is, and in it the address of its keys. */
  metadataUrl?: string;
  /** Where the bot's own tokens come from. */
  loginOrigin?: string;
}

export interface Door {
  /** Whether the bot may speak to a service address. */
  mayCall: HostRule;
  passes: Passes;
  /** The bot's own token; none where nothing is signed. */
  tokens?: Tokens;
  /** Whether activities can be told from forged ones now. */
  ready(): boolean;
  stop(): void;
}

const publicCloud = {
  serviceHosts: ["smba.trafficmanager.net"],
  fileHosts: ["*.sharepoint.com"],
  issuer: "https://api.botframework.com",
  metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
};

/** Where files may be fetched from and put. */
export const filesOf = (registration: Registration | undefined): HostRule =>
  registration ? fileHosts(registration.fileHosts ?? publicCloud.fileHosts) : thisMachineOnly;

/** What is needed to speak to the channel, without hearing it. */
export const wayOut = (registration: Registration | undefined, exchange: Exchange): Pick<Door, "mayCall" | "tokens"> => {
  if (!registration) return { mayCall: thisMachineOnly };
  const { serviceHosts = publicCloud.serviceHosts, loginOrigin } = registration;
  return { mayCall: exactly(serviceHosts), tokens: tokensFrom({ identity: registration, exchange, loginOrigin }) };
};

/** Begins to fetch the channel's keys where there is a registration. */
export const openDoor = (registration: Registration | undefined, exchange: Exchange, log: Logger): Door => {
  const out = wayOut(registration, exchange);
  if (!registration) return { ...out, passes: anybodyHere(out.mayCall), ready: () => true, stop: () => undefined };
  const { appId, tenantId, tenants, issuer = publicCloud.issuer, metadataUrl = publicCloud.metadataUrl } = registration;
  const keys = openKeys({ metadataUrl, exchange, log });
  return {
    ...out,
    passes: passesBy({ issuer, appId, tenants: tenants?.length ? tenants : [tenantId], mayHear: out.mayCall, keys }),
    ready: keys.ready,
    stop: keys.stop,
  };
};
