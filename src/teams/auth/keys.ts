/** The channel's signing keys: fetched at the start and every hour, once at a time, and kept for a day when their source is away. */
import { importJWK, type JWK } from "jose";
import { z } from "zod/v4";
import type { Logger } from "../../shared/logger.js";
import type { Exchange } from "../outbound/index.js";

const FETCH_WITHIN_MS = 5_000;
const RENEW_EVERY_MS = 60 * 60_000;
const KEPT_FOR_MS = 24 * 60 * 60_000;
/** What an unknown key in a token may cause; whoever sends such tokens cannot make it more. */
const ASKED_FOR_EVERY_MS = 60_000;
const RETRY_FROM_MS = 2_000;
const RETRY_TO_MS = 60_000;
const MOST_KEYS = 200;

type VerifyingKey = Awaited<ReturnType<typeof importJWK>>;

export interface ChannelKey {
  key: VerifyingKey;
  /** The channels that this key may speak for. */
  endorsements: ReadonlySet<string>;
}

export interface Keys {
  /** The key of this id; nothing when there is no such key. Rejects when there are no keys at all that may still be used. */
  find(kid: string): Promise<ChannelKey | undefined>;
  /** Whether there are keys that may be used. */
  ready(): boolean;
  /** Changes with every fetch: what was verified before may have been verified with a key that is gone. */
  generation(): number;
  stop(): void;
}

export interface KeySource {
  /** The channel's OpenID metadata, which says where the keys are. */
  metadataUrl: string;
  exchange: Pick<Exchange, "send">;
  log: Logger;
  now?: () => number;
}

const Metadata = z.object({ jwks_uri: z.url() });
const Jwk = z.looseObject({ kty: z.literal("RSA"), kid: z.string().min(1), n: z.string(), e: z.string(), endorsements: z.array(z.string()).default([]) });

/** Begins to fetch at once. */
export const openKeys = ({ metadataUrl, exchange, log, now = Date.now }: KeySource): Keys => {
  let known: Map<string, ChannelKey> | undefined;
  let knownSince = 0;
  let askedFor = Number.NEGATIVE_INFINITY;
  let generation = 0;
  let fetching: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = RETRY_FROM_MS;
  let stopped = false;

  const usable = () => (known && now() - knownSince < KEPT_FOR_MS ? known : undefined);
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(fetch, ms).unref();
  };
  /** Never rejects. */
  const fetch = (): Promise<void> => {
    fetching ??= keysFrom(metadataUrl, exchange)
      .then((keys) => {
        known = keys;
        knownSince = now();
        generation++;
        wait = RETRY_FROM_MS;
        later(RENEW_EVERY_MS);
      })
      .catch((error: unknown) => {
        log.warn({ reason: error instanceof Error ? error.name : "unknown", kept: usable()?.size ?? 0 }, "the channel's keys could not be fetched");
        later(wait);
        wait = Math.min(RETRY_TO_MS, wait * 2);
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
  void fetch();

  return {
    async find(kid) {
      if (!known) await fetching;
      const found = usable()?.get(kid);
      if (found) return found;
      if (now() - askedFor >= ASKED_FOR_EVERY_MS) {
        askedFor = now();
        await fetch();
      }
      const keys = usable();
      if (!keys) throw new Error("The channel's keys are not to be had");
      return keys.get(kid);
    },
    ready: () => usable() !== undefined,
    generation: () => generation,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

const keysFrom = async (metadataUrl: string, exchange: Pick<Exchange, "send">): Promise<Map<string, ChannelKey>> => {
  const { jwks_uri } = Metadata.parse(await jsonAt(metadataUrl, exchange));
  const { keys } = z.object({ keys: z.array(z.unknown()).max(MOST_KEYS) }).parse(await jsonAt(jwks_uri, exchange));
  const found = new Map<string, ChannelKey>();
  for (const each of keys) {
    const jwk = Jwk.safeParse(each);
    if (!jwk.success) continue;
    const { kty, kid, n, e, endorsements } = jwk.data;
    const key = await importJWK({ kty, n, e, alg: "RS256" } satisfies JWK, "RS256").catch(() => undefined);
    if (key) found.set(kid, { key, endorsements: new Set(endorsements) });
  }
  if (found.size === 0) throw new Error("There is no key among them");
  return found;
};

const jsonAt = async (address: string, exchange: Pick<Exchange, "send">): Promise<unknown> => {
  const { origin, pathname, search } = new URL(address);
  const { status, body } = await exchange.send({ method: "GET", origin, path: `${pathname}${search}`, withinMs: FETCH_WITHIN_MS });
  if (status !== 200) throw new Error(`The source answered ${status}`);
  return JSON.parse(body.toString("utf8"));
};
