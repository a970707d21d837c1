/** What a driver has begun and not ended in time: a look at its server, or a connection being made. */

/** What the driver says of either: a look names its server as `connectionId`, a connection has a number and its server's address. */
interface Begun {
  address?: string;
  connectionId?: unknown;
}

/** As much of the driver's client as is needed. */
export interface Emitter {
  on(event: string, listener: (event: Begun) => void): unknown;
}

const look = ({ address, connectionId }: Begun): string => `look at ${address ?? connectionId}`;
const connection = ({ address, connectionId }: Begun): string => `connection ${connectionId} to ${address}`;

/** There is one look at a server at a time. */
const watched: { begins: string; ends: string[]; nameOf(event: Begun): string }[] = [
  { begins: "serverHeartbeatStarted", ends: ["serverHeartbeatSucceeded", "serverHeartbeatFailed", "serverClosed"], nameOf: look },
  { begins: "connectionCreated", ends: ["connectionReady", "connectionClosed"], nameOf: connection },
];

/**
 * Calls `hung` once when something has been under way for longer than `afterMs`, which has to be more than the driver's own
 * limits come to. Gives what ends the watch. The driver (7.9) waits without a limit when a server closes a connection in the
 * moment it is made: from then on it looks at no server any more, and every call fails until its client is made anew.
 */
export function watchForHangs(client: Emitter, afterMs: number, hung: () => void): () => void {
  const underWay = new Map<string, NodeJS.Timeout>();
  let over = false;
  const end = (name: string) => {
    clearTimeout(underWay.get(name));
    underWay.delete(name);
  };
  const stop = () => {
    over = true;
    for (const name of underWay.keys()) end(name);
  };
  const tooLate = () => {
    stop();
    hung();
  };
  for (const { begins, ends, nameOf } of watched) {
    client.on(begins, (event) => {
      end(nameOf(event));
      if (!over) underWay.set(nameOf(event), setTimeout(tooLate, afterMs).unref());
    });
    for (const each of ends) client.on(each, (event) => end(nameOf(event)));
  }
  return stop;
}
