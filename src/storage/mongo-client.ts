/** The driver's client: one that works, or the attempt to make one. Whatever befell the last one, another is made until one connects. */
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../shared/logger.js";
import { isAway, outOfReach, saysClosed } from "./away.js";
import { type Emitter, watchForHangs } from "./hangs.js";

/** As much of the driver's client as is needed. */
export interface Client extends Emitter {
  connect(): Promise<unknown>;
  close(): Promise<void>;
}

export interface ClientParts<C extends Client> {
  /** Throws when the connection string is none. */
  make(): C;
  /** Milliseconds after which a client that has begun something, connecting among it, and not ended it has lost its way. */
  hungAfterMs: number;
  /** How long a call waits for a client while there is none. */
  waitMs: number;
  log?: Logger;
}

export interface Clients<C extends Client> {
  /** Connects once; rejects with the driver's error when that fails. */
  connect(): Promise<void>;
  /** Does something with the client there is. `withinMs`: whoever waits longer waits on a connection that is dead, and the client is made anew. */
  use<R>(call: (client: C) => Promise<R>, withinMs?: number): Promise<R>;
  close(): Promise<void>;
}

/** Between two attempts. A server that was silent is there again for the next one. */
const betweenAttemptsMs = 200;

/** A MongoDB client that is made anew, for ever, when it is lost or hangs; calls wait for one that works, up to `waitMs`. */
export function openClients<C extends Client>({ make, hungAfterMs, waitMs, log }: ClientParts<C>): Clients<C> {
  let client: C | undefined;
  let stopWatching: () => void = () => undefined;
  let connecting: Promise<void> | undefined;
  let over = false;

  const drop = (old: C) => void old.close().catch(() => undefined);
  const attempt = async (): Promise<void> => {
    const fresh = make();
    let lost: () => void = () => undefined;
    const hung = new Promise<never>((_, reject) => {
      lost = () => reject(new Error("The driver does not come to an end"));
    });
    hung.catch(() => undefined);
    const stop = watchForHangs(fresh, hungAfterMs, () => (client === fresh ? renew(fresh) : lost()));
    try {
      await Promise.race([fresh.connect(), hung]);
    } catch (error) {
      stop();
      drop(fresh);
      throw error;
    }
    client = fresh;
    stopWatching = stop;
  };
  const untilOneConnects = async (): Promise<void> => {
    while (!over) {
      try {
        await attempt();
        log?.warn("connections to the database made anew");
        return;
      } catch {
        await pause(betweenAttemptsMs, undefined, { ref: false });
      }
    }
  };
  const renew = (old: C): void => {
    if (client !== old || over) return;
    client = undefined;
    stopWatching();
    // What it has under way fails, as it would have all the same.
    drop(old);
    connecting = untilOneConnects();
  };
  const current = async (): Promise<C> => {
    if (!client) await Promise.race([connecting, pause(waitMs, undefined, { ref: false })]);
    if (!client) throw outOfReach();
    return client;
  };
  return {
    connect: attempt,
    async use(call, withinMs) {
      const mine = await current();
      const timer = withinMs === undefined ? undefined : setTimeout(() => renew(mine), withinMs).unref();
      try {
        return await call(mine);
      } catch (error) {
        if (saysClosed(error)) renew(mine);
        throw isAway(error) ? outOfReach(error) : error;
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      over = true;
      stopWatching();
      await connecting;
      await client?.close();
    },
  };
}
