/** One HTTP exchange over kept-alive connections: one attempt, a deadline over all of it, and on failure whether the request had gone out. */
import { Agent, type Dispatcher } from "undici";
import { CallError } from "./call-error.js";

const CONNECT_WITHIN_MS = 3_000;
/** Shorter than what the channel's front keeps: a connection that the other side closes while a message goes out loses that message. */
const KEEP_ALIVE_MS = 10_000;
/** Many times what the channel answers. */
const MOST_ANSWER_BYTES = 1024 * 1024;

export interface Sending {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** "https://host:port" */
  origin: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  withinMs: number;
  /** More than this is not taken: by what the answer says of itself, and while it comes. */
  mostBytes?: number;
}

export interface Received {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

export interface Exchange {
  /** Resolves to any answer, whatever its status. Rejects with a CallError when none came. */
  send(sending: Sending): Promise<Received>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** HTTP to the channel over kept-alive connections: a deadline, one attempt, and whether anything has gone out when it fails. */
export const openExchange = (): Exchange => {
  const agent = new Agent({
    connect: { timeout: CONNECT_WITHIN_MS },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: 60_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { send: (sending) => attempt(agent, sending), close: () => agent.close() };
};

/** The dispatcher itself, not undici's `request`: it alone tells when a request goes out, and a stream a call is half of what a call costs. */
const attempt = (agent: Agent, { withinMs, mostBytes = MOST_ANSWER_BYTES, ...options }: Sending): Promise<Received> =>
  new Promise((resolve, reject) => {
    let going: Dispatcher.DispatchController | undefined;
    let late = false;
    let size = 0;
    const received: Received & { chunks: Buffer[] } = { status: 0, headers: {}, body: Buffer.alloc(0), chunks: [] };
    const fail = (code: string) => {
      clearTimeout(timer);
      reject(new CallError(`The channel gave no answer (${code})`, { codes: [code], sent: going !== undefined }));
    };
    const timer = setTimeout(() => {
      late = true;
      fail("ETIMEDOUT");
      going?.abort(new Error("late"));
    }, withinMs);
    agent.dispatch(options, {
      onRequestStart(controller) {
        // Its turn comes too late: nothing of it goes out.
        if (late) controller.abort(new Error("late"));
        else going = controller;
      },
      onResponseStart(controller, status, headers) {
        if (Number(headers["content-length"]) > mostBytes) controller.abort(tooLarge());
        received.status = status;
        received.headers = headers;
      },
      onResponseData(controller, chunk) {
        size += chunk.length;
        if (size > mostBytes) controller.abort(tooLarge());
        else received.chunks.push(chunk);
      },
      onResponseEnd() {
        clearTimeout(timer);
        const { chunks, ...answer } = received;
        resolve({ ...answer, body: Buffer.concat(chunks) });
      },
      onResponseError: (_, error) => fail(codeOf(error)),
    });
  });

export const TOO_LARGE = "ETOOLARGE";

const tooLarge = () => Object.assign(new Error("large"), { code: TOO_LARGE });

const codeOf = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : "EPROTO";
};
