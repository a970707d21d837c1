/** Who an activity is from: the channel's token checked against one rule, and the activity against the token. */
import type { Activity } from "botbuilder";
import { decodeProtectedHeader, jwtVerify } from "jose";
import type { HostRule } from "./hosts.js";
import type { Keys } from "./keys.js";

const SKEW_SECONDS = 5 * 60;
const MOST_TOKEN = 8 * 1024;
/** Teams sends the same token for an hour; checking its signature again tells nothing new. */
const MOST_REMEMBERED = 500;

/** What a verified token says. */
export interface VerifiedToken {
  claims: Readonly<Record<string, unknown>>;
}

/** 401: no good token. 403: a good one, but not for this. 503: there are no keys to tell by. `why` is for the log and fixed words only. */
export interface Refusal {
  refusal: 401 | 403 | 503;
  why: string;
}

export interface TokenRules {
  /** The only issuer there is. */
  issuer: string;
  /** The only audience. */
  appId: string;
  /** Tenants whose activities are heard. */
  tenants: readonly string[];
  mayHear: HostRule;
  keys: Keys;
  now?: () => number;
}

interface Verified extends VerifiedToken {
  endsAt: number;
  endorsements: ReadonlySet<string>;
  serviceUrl: string;
}

export type Passes = (authorization: string, activity: Activity) => Promise<VerifiedToken | Refusal>;

/** Checks tokens of the channel by its rules; one that was verified is known until it ends or the keys change. */
export const passesBy = ({ issuer, appId, tenants, mayHear, keys, now = Date.now }: TokenRules): Passes => {
  const own = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  const remembered = new Map<string, Verified>();
  let generation = 0;

  const known = (token: string): Verified | undefined => {
    if (generation !== keys.generation()) {
      remembered.clear();
      generation = keys.generation();
    }
    const found = keys.ready() ? remembered.get(token) : undefined;
    return found && now() < found.endsAt ? found : undefined;
  };

  const remember = (token: string, verified: Verified) => {
    if (remembered.has(token)) return;
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
    remembered.set(token, verified);
  };

  const verify = async (token: string): Promise<Verified | Refusal> => {
    const kid = kidOf(token);
    if (kid === undefined) return refused("no RS256 with a key");
    const found = await keys.find(kid).catch(() => "none" as const);
    if (found === "none") return { refusal: 503, why: "no keys" };
    if (!found) return refused("unknown key");
    const rule = { issuer, audience: appId, algorithms: ["RS256"], clockTolerance: SKEW_SECONDS, requiredClaims: ["exp"], currentDate: new Date(now()) };
    const checked = await jwtVerify(token, found.key, rule).catch((error: { code?: string }) => refused(error.code ?? "not verified"));
    if ("refusal" in checked) return checked;
    const { aud, exp = 0, serviceurl } = checked.payload;
    // A list that has ours among others is not ours alone.
    if (aud !== appId) return refused("another audience");
    if (typeof serviceurl !== "string" || serviceurl === "") return refused("no service address");
    return { claims: checked.payload, endsAt: (exp + SKEW_SECONDS) * 1000, endorsements: found.endorsements, serviceUrl: serviceurl };
  };

  return async (authorization, activity) => {
    const token = tokenIn(authorization);
    if (!token) return refused("no token");
    const verified = known(token) ?? (await verify(token));
    if ("refusal" in verified) return verified;
    remember(token, verified);
    if (!verified.endorsements.has(activity.channelId)) return refused("key of another channel");
    if (verified.serviceUrl !== activity.serviceUrl) return forbidden("another service address");
    if (!mayHear(activity.serviceUrl)) return forbidden("service address not on the list");
    const from = tenantsOf(activity);
    if (from.length === 0 || !from.every((tenant) => own.has(tenant))) return forbidden("another tenant");
    return verified;
  };
};

const refused = (why: string): Refusal => ({ refusal: 401, why });
const forbidden = (why: string): Refusal => ({ refusal: 403, why });

const tokenIn = (authorization: string): string | undefined => {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  return token && token.length <= MOST_TOKEN ? token : undefined;
};

/** Whatever is not signed as it has to be never gets as far as the keys. */
const kidOf = (token: string): string | undefined => {
  try {
    const { alg, kid, crit } = decodeProtectedHeader(token);
    return alg === "RS256" && typeof kid === "string" && kid !== "" && crit === undefined ? kid : undefined;
  } catch {
    return undefined;
  }
};

/** Everywhere that an activity names its tenant; a card could be answered across them otherwise. */
const tenantsOf = ({ channelData, conversation }: Activity): string[] =>
  [channelData?.tenant?.id, conversation.tenantId].filter((id): id is string => typeof id === "string" && id !== "").map((id) => id.toLowerCase());

/** Without a bot registration nothing is signed: who can reach this machine's own address is let in. */
export const anybodyHere =
  (mayHear: HostRule): Passes =>
  async (_, activity) =>
    mayHear(activity.serviceUrl) ? { claims: {} } : forbidden("service address elsewhere");
