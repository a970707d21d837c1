/** The HTTP server: POST /api/messages and the pages for whoever runs it, on plain node:http. Refusals have empty bodies. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Activity } from "botbuilder";
import { UserFacingError } from "../shared/errors.js";
import { faultOf } from "../shared/fault.js";
import { isForThisMachine } from "./auth/hosts.js";
import type { VerifiedToken } from "./auth/verify-token.js";
import { admit, type GateRules } from "./parse-activity.js";

const HEADERS_WITHIN_MS = 10_000;
const BODY_WITHIN_MS = 15_000;
/** Longer than the usual load balancer's, so that it is never the server who closes first. */
const KEEP_ALIVE_MS = 75_000;
/** Turns under way when the server stops have this long to end. */
const END_WITHIN_MS = 8_000;
const IDLE_EVERY_MS = 50;

export interface Reply {
  status: number;
  /** Sent as JSON. */
  body?: unknown;
  /** In place of a body, sent as it is under its content type. */
  text?: string;
  type?: string;
  /** When sending again makes sense, in milliseconds from now. */
  retryAfterMs?: number;
}

export interface ServerOptions extends GateRules {
  port: number;
  /** Takes connections from this machine alone, made by a name of its own. */
  loopbackOnly: boolean;
  /** Runs one turn for whoever the gate let in. A rejection is logged and becomes a 500 with an empty body. */
  deliver(activity: Activity, pass: VerifiedToken): Promise<Reply>;
  /** What else GET gives, by path. */
  pages: ReadonlyMap<string, () => Promise<Reply>>;
}

export interface RunningServer {
  port: number;
  /** Stops taking requests and resolves when those under way have ended. */
  close(): Promise<void>;
}

/** Listens, and resolves with the port that it got. Rejects with a UserFacingError when the port cannot be had. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const times = { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: BODY_WITHIN_MS, keepAliveTimeout: KEEP_ALIVE_MS, connectionsCheckingInterval: 2_000 };
  const server = createServer(times, (request, response) => {
    handle(request, options)
      .catch((error: unknown) => {
        // A sender who hangs up half-way is no fault of ours and hears nothing any more.
        if (!request.complete) return { status: 400 };
        options.log.error({ fault: faultOf(error) }, "request failed");
        return { status: 500 };
      })
      .then((reply) => send(response, reply));
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        // A connection that was busy when the end began stays open after its answer.
        const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
        server.close(() => {
          clearInterval(idle);
          resolve();
        });
        setTimeout(() => server.closeAllConnections(), END_WITHIN_MS).unref();
      }),
  };
};

const listen = (server: Server, { port, loopbackOnly }: ServerOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE" || error.code === "EACCES";
      reject(taken ? new UserFacingError(`Port ${port} cannot be used: another program has it, or this account may not. Set PORT to another one.`) : error);
    });
    server.listen(port, loopbackOnly ? "127.0.0.1" : undefined, resolve);
  });

const handle = async (request: IncomingMessage, options: ServerOptions): Promise<Reply> => {
  if (options.loopbackOnly && !isForThisMachine(request.headers.host)) return { status: 403 };
  const path = (request.url ?? "").split("?", 1)[0];
  const page = options.pages.get(path ?? "");
  if (page) return request.method === "GET" ? page() : { status: 405 };
  if (path !== "/api/messages") return { status: 404 };
  if (request.method !== "POST") return { status: 405 };
  const admission = await admit(request, options);
  if ("refusal" in admission) return { status: admission.refusal };
  return options.deliver(admission.activity, admission.pass);
};

const send = (response: ServerResponse, { status, body, text, type, retryAfterMs }: Reply): void => {
  if (response.destroyed) return;
  // What is left of a refused body is not worth reading.
  if (status === 413) response.setHeader("connection", "close");
  if (retryAfterMs !== undefined) response.setHeader("retry-after", Math.ceil(retryAfterMs / 1_000));
  if (text !== undefined) response.writeHead(status, { "content-type": type }).end(text);
  else if (body === undefined) response.writeHead(status).end();
  else sendJson(response, status, Buffer.from(JSON.stringify(body)));
};

/** With its length, so that it goes out as one piece and not in chunks. */
const sendJson = (response: ServerResponse, status: number, json: Buffer): void =>
  void response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": json.length }).end(json);
