/** The connector client that the SDK speaks through, in place of its own: that one sends an activity again after a reset or a 502, and waits for ever. */
import { setTimeout as pause } from "node:timers/promises";
import type { Activity, ChannelAccount, ConversationResourceResponse, PagedMembersResult, ResourceResponse } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import { CallError, refusalOf } from "./call-error.js";
import type { Exchange, Sending } from "./exchange.js";
import type { Tokens } from "./tokens.js";

/** Teams gives up on a turn after 10 to 15 seconds; who asks the roster goes on without an answer after a second. */
const WITHIN_MS = { send: 8_000, ask: 4_000 };
const AGAIN_AFTER_MS = 200;
/** What passes by itself. A POST is not repeated after all of it: creating has no key, and a person would read one reply twice. */
const PASSING = new Set([412, 429, 502, 503, 504]);
/** What certainly did not take what was posted. */
const NOT_TAKEN = new Set([412, 429]);

export interface ConnectorParts {
  exchange: Exchange;
  /** None where nothing is signed. */
  tokens?: Tokens;
  /** Whether the bot may speak to this address; what it may not speak to gets no socket. */
  mayCall(serviceUrl: string): boolean;
  /** Milliseconds that a call may take in all: one that sends, one that asks. */
  within?: { send: number; ask: number };
}

/** Gives the client for a service address. All that is sent through it rejects with a CallError. */
export const connectorFor = (parts: ConnectorParts): ((serviceUrl: string) => ConnectorClient) => {
  return (serviceUrl) => clientOf(callerOf(parts, serviceUrl));
};

type Method = Sending["method"];
/** `parts` of the address below "v3/", each as it is called. */
type Caller = <T>(
  method: Method,
  parts: readonly string[],
  rest?: { body?: unknown; headers?: Record<string, string>; query?: string; isReply?: true },
) => Promise<T>;

const callerOf = ({ exchange, tokens, mayCall, within = WITHIN_MS }: ConnectorParts, serviceUrl: string): Caller => {
  if (!mayCall(serviceUrl)) return () => Promise.reject(notAllowed("The service address is not on the list"));
  const { origin, pathname } = new URL(serviceUrl);
  const base = pathname.endsWith("/") ? pathname : `${pathname}/`;
  return async (method, parts, { body, headers, query = "", isReply } = {}) => {
    const path = `${base}v3/${pathOf(parts)}${query}`;
    const until = performance.now() + (method === "GET" ? within.ask : within.send);
    const token = await tokens?.().catch(() => {
      throw new CallError("There is no token for calling the channel", { codes: ["ENOTOKEN"], sent: false });
    });
    const json = body === undefined ? undefined : JSON.stringify(body);
    const all = {
      ...headers,
      ...(json !== undefined && { "content-type": "application/json; charset=utf-8" }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const attempt = async () => {
      const sending = { method, origin, path, headers: all, body: json, withinMs: Math.max(1, until - performance.now()) };
      const { status, headers, body } = await exchange.send(sending);
      if (status < 200 || status > 299) throw refusalOf(status, headers, body);
      return bodyOf(body);
    };
    if (method === "POST" && !isReply) return attempt();
    return attempt().catch(async (error: unknown) => {
      if (!passes(error, method === "POST" ? NOT_TAKEN : PASSING, until - performance.now())) throw error;
      await pause(waitOf(error));
      return attempt();
    });
  };
};

const waitOf = (error: CallError): number => error.retryAfterMs ?? AGAIN_AFTER_MS;

const passes = (error: unknown, passing: ReadonlySet<number>, left: number): error is CallError => {
  if (!(error instanceof CallError) || waitOf(error) >= left / 2) return false;
  return error.statusCode === undefined ? passing === PASSING : passing.has(error.statusCode);
};

const bodyOf = (body: Buffer) => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    // It was taken all the same; only the id of what was sent is missing.
    return {};
  }
};

const notAllowed = (why: string) => new CallError(why, { codes: ["ENOTALLOWED"], sent: false });

/** An id that is a way up, or nothing, would lead to another address of the channel; half a character cannot be written. */
const pathOf = (parts: readonly string[]): string => {
  if (parts.some((part) => /^\.{0,2}$|\p{Surrogate}/u.test(part))) throw notAllowed("An id cannot stand in an address");
  return parts.map(encodeURIComponent).join("/");
};

/** As much of the SDK's client as the SDK itself, TeamsInfo and this room use. */
const clientOf = (call: Caller): ConnectorClient => {
  const of = (conversation: string, ...parts: string[]) => ["conversations", conversation, ...parts];
  const conversations = {
    createConversation: (parameters: unknown) => call<ConversationResourceResponse>("POST", ["conversations"], { body: parameters }),
    sendToConversation: (id: string, body: Partial<Activity>) => call<ResourceResponse>("POST", of(id, "activities"), { body }),
    replyToActivity: (id: string, replyTo: string, body: Partial<Activity>) =>
      call<ResourceResponse>("POST", of(id, "activities", replyTo), {
        body,
        // Whoever waits for it gets it as soon as the channel takes it; what goes of the bot's own accord waits elsewhere.
        isReply: true,
        ...(/^[\x21-\x7e]+$/.test(id) && { headers: { "x-ms-conversation-id": id } }),
      }),
    updateActivity: (id: string, activityId: string, body: Partial<Activity>) => call<ResourceResponse>("PUT", of(id, "activities", activityId), { body }),
    deleteActivity: (id: string, activityId: string) => call<void>("DELETE", of(id, "activities", activityId)),
    getConversationMember: (id: string, member: string) => call<ChannelAccount>("GET", of(id, "members", member)),
    getConversationMembers: (id: string) => call<ChannelAccount[]>("GET", of(id, "members")),
    getConversationPagedMembers: (id: string, options: { pageSize?: number; continuationToken?: string } = {}) => {
      const query = new URLSearchParams(
        Object.entries(options).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]])),
      );
      return call<PagedMembersResult>("GET", of(id, "pagedmembers"), { query: `?${query}` });
    },
    getActivityMembers: (id: string, activityId: string) => call<ChannelAccount[]>("GET", of(id, "activities", activityId, "members")),
  };
  return { conversations } as unknown as ConnectorClient;
};
