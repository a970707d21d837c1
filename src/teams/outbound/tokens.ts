/** The bot's own token for calling the channel, from its client secret or its managed identity: fetched once at a time, kept until shortly before it ends. */
import type { AuthenticationResult, INetworkModule } from "@azure/msal-node";
import type { Exchange } from "./exchange.js";

const CHANNEL = "https://api.botframework.com";
const FETCH_WITHIN_MS = 5_000;
/** A token that ends sooner is replaced while it still serves. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** After a failure the source is left alone for so long, as long as the old token serves. */
const PAUSE_MS = 30_000;
const DEFAULT_LIFE_MS = 60 * 60_000;

/** The Entra app of the bot registration, of one tenant. Without a password the bot's managed identity speaks for it. */
export interface Identity {
  appId: string;
  tenantId: string;
  password?: string;
}

/** Gives the token; rejects when there is none to be had. */
export type Tokens = () => Promise<string>;

export interface TokenSource {
  identity: Identity;
  exchange: Exchange;
  /** Another place than Microsoft's for tokens of a client secret ("http://127.0.0.1:1234"). */
  loginOrigin?: string;
  /** What the token is for; the channel when it is not said. */
  resource?: string;
}

interface Token {
  value: string;
  endsAt: number;
}

/** The bot's own token, fetched once for all who wait and renewed before its end. */
export const tokensFrom = (source: TokenSource, now: () => number = Date.now): Tokens => {
  let kept: Token | undefined;
  let fetching: Promise<Token> | undefined;
  let pausedUntil = 0;
  const fetch = fetcherOf(source);

  const renew = (): Promise<Token> => {
    fetching ??= fetch()
      .then((token) => {
        kept = token;
        return token;
      })
      .catch((error: unknown) => {
        pausedUntil = now() + PAUSE_MS;
        throw error;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };

  return async () => {
    if (!kept || kept.endsAt <= now()) return (await renew()).value;
    if (kept.endsAt - RENEW_BEFORE_MS <= now() && pausedUntil <= now()) renew().catch(() => undefined);
    return kept.value;
  };
};

/** Loaded at the first token: nothing else needs it. */
const fetcherOf = ({ identity, exchange, loginOrigin, resource = CHANNEL }: TokenSource): (() => Promise<Token>) => {
  const networkClient = networkOver(exchange, loginOrigin);
  return async () => {
    const { ConfidentialClientApplication, ManagedIdentityApplication } = await import("@azure/msal-node");
    const { appId: clientId, tenantId, password: clientSecret } = identity;
    if (!clientSecret) {
      const managed = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId }, system: { networkClient } });
      return tokenOf(await managed.acquireToken({ resource, forceRefresh: true }));
    }
    const authority = `https://login.microsoftonline.com/${tenantId}`;
    const app = new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority }, system: { networkClient } });
    return tokenOf(await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: true }));
  };
};

const tokenOf = (result: AuthenticationResult | null): Token => {
  if (!result?.accessToken) throw new Error("No token for calling the channel was given");
  return { value: result.accessToken, endsAt: result.expiresOn?.getTime() ?? Date.now() + DEFAULT_LIFE_MS };
};

/** The library's own network has no deadline. */
const networkOver = (exchange: Exchange, loginOrigin: string | undefined): INetworkModule => {
  const ask = async <T>(method: "GET" | "POST", address: string, options: { headers?: Record<string, string>; body?: string } = {}) => {
    const { origin, protocol, pathname, search } = new URL(address);
    const to = loginOrigin && protocol === "https:" ? loginOrigin : origin;
    const { status, headers, body } = await exchange.send({ method, origin: to, path: `${pathname}${search}`, ...options, withinMs: FETCH_WITHIN_MS });
    return { status, headers: headers as Record<string, string>, body: JSON.parse(body.toString("utf8")) as T };
  };
  return { sendGetRequestAsync: (address, options) => ask("GET", address, options), sendPostRequestAsync: (address, options) => ask("POST", address, options) };
};
