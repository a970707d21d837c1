/**
 * Loaded before the chat client, which cannot be told any of it: its servers are reached from this machine alone, by their own
 * address, and by no page but their own. Whoever reaches a window speaks as its person.
 */
import { Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server } from "node:net";
import type { Duplex } from "node:stream";

const HERE = "127.0.0.1";

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Where a server would listen, on this machine alone. A path of a socket stays as it is. */
function onlyHere([first, ...rest]: unknown[]): unknown[] {
  if (typeof first === "object" && first !== null) return "path" in first ? [first, ...rest] : [{ ...first, host: HERE }, ...rest];
  const port = Number(first ?? 0);
  if (typeof first === "function" || Number.isNaN(port)) return typeof first === "function" ? [{ port: 0, host: HERE }, first] : [first, ...rest];
  return [{ port, host: HERE }, ...rest.filter((one) => typeof one === "function")];
}

/** A name of another machine, or a page of another address, in a browser of this machine. */
function isForeign({ headers: { host = "", origin }, socket }: IncomingMessage): boolean {
  const own = ["localhost", HERE, "[::1]"].map((name) => `${name}:${socket.localPort}`);
  return !own.includes(host.toLowerCase()) || (origin !== undefined && !own.some((address) => origin === `http://${address}`));
}

const listen = Server.prototype.listen as AnyFunction;
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  return listen.call(this, ...onlyHere(args)) as Server;
} as typeof Server.prototype.listen;

const emit = HttpServer.prototype.emit as AnyFunction;
HttpServer.prototype.emit = function (this: HttpServer, event: unknown, ...args: unknown[]) {
  const [request, answer] = args as [IncomingMessage, ServerResponse | Duplex];
  if (["request", "checkContinue", "checkExpectation"].includes(String(event)) && isForeign(request)) {
    (answer as ServerResponse).writeHead(403).end();
    return true;
  }
  if (event === "upgrade" && isForeign(request)) {
    (answer as Duplex).end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    return true;
  }
  return emit.call(this, event, ...args) as boolean;
} as typeof HttpServer.prototype.emit;
