/** A TCP relay in front of a MongoDB that counts round trips in a row: answers wait until nothing more is asked, then all go on at once. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { isUpkeep, messagesIn, type WireMessage } from "./wire.js";

/** Whoever has heard nothing for so long is taken to wait for an answer. Longer than anything is computed between two questions of one wave. */
const STILL_MS = 60;

export interface Waves {
  port: number;
  /** Runs something and gives what it came to, with the commands that it waited for: a list for each round trip in a row. */
  count<T>(work: () => Promise<T>): Promise<{ result: T; waves: string[][] }>;
  close(): void;
}

export async function wavesTo(port: number, host: string): Promise<Waves> {
  const sockets = new Set<Socket>();
  /** Ids of requests whose answers are not there yet, and answers that wait. */
  const open = new Set<string>();
  let held: { name: string; pass(): void }[] = [];
  let waves: string[][] | undefined;
  let still: NodeJS.Timeout | undefined;

  const release = () => {
    if (open.size) return;
    waves?.push(held.map(({ name }) => name));
    const those = held;
    held = [];
    for (const { pass } of those) pass();
  };
  const stir = () => {
    clearTimeout(still);
    if (held.length) still = setTimeout(release, STILL_MS);
  };

  const server = createServer((client) => {
    const upstream = connect(port, host);
    const names = new Map<number, string>();
    const ask = ({ id, name, bytes }: WireMessage) => {
      if (waves && name && !isUpkeep(name)) {
        names.set(id, name);
        open.add(`${client.remotePort}/${id}`);
        stir();
      }
      upstream.write(bytes);
    };
    const answer = ({ responseTo, bytes }: WireMessage) => {
      const name = names.get(responseTo);
      names.delete(responseTo);
      if (name === undefined) return void client.write(bytes);
      open.delete(`${client.remotePort}/${responseTo}`);
      held.push({ name, pass: () => client.write(bytes) });
      stir();
    };
    client.on("data", messagesIn(ask));
    upstream.on("data", messagesIn(answer));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("close", () => other.destroy());
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async count(work) {
      const mine: string[][] = [];
      waves = mine;
      try {
        const result = await work();
        return { result, waves: [...mine] };
      } finally {
        waves = undefined;
        open.clear();
        release();
      }
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
