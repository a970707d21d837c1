/** A TCP relay in front of a MongoDB that notes the commands going through. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { isUpkeep, messagesIn } from "./wire.js";

export interface Relay {
  port: number;
  /** Names of the commands so far, those of the driver's own upkeep left out. */
  commands: string[];
  /** Cuts all connections, and lets none through again until it is mended. */
  cut(): void;
  mend(): void;
  /** Nothing goes through any connection, old or new, and none is closed, until it thaws. */
  freeze(): void;
  thaw(): void;
  /** The connections there are stay open and carry nothing any more; new ones do. The driver's own watcher may be spared. */
  halfOpen(which?: "all" | "but the watcher's"): void;
  close(): void;
}

export async function relayTo(port: number, host: string): Promise<Relay> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  /** They carry nothing any more. */
  const dead = new Set<Socket>();
  /** Something other than the driver's upkeep came over them. */
  const busy = new Set<Socket>();
  let isCut = false;
  let isFrozen = false;
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const upstream = connect(port, host);
    const note = (name: string) => {
      commands.push(name);
      busy.add(client).add(upstream);
    };
    client.on(
      "data",
      messagesIn(({ name }) => name && !isUpkeep(name) && note(name)),
    );
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("data", (chunk: Buffer) => dead.has(socket) || other.write(chunk));
      socket.on("close", () => dead.has(socket) || other.destroy());
      if (isFrozen) socket.pause();
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    cut() {
      isCut = true;
      destroyAll();
    },
    mend() {
      isCut = false;
    },
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    halfOpen(which = "all") {
      for (const socket of which === "all" ? sockets : busy) dead.add(socket);
    },
    close() {
      destroyAll();
      server.close();
    },
  };
}
