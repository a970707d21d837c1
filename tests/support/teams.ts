import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const tenantId = "99999999-2222-4333-8444-555555555555";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

export interface Member {
  id: string;
  aadObjectId: string;
  name: string;
  email: string;
  userPrincipalName: string;
  tenantId: string;
}

/** A member of the tenant, made from an e-mail address alone; the same address is always the same person. */
export const person = (email: string): Member => ({
  id: `29:${digest(email).slice(0, 24)}`,
  aadObjectId: digest(email).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-4$3-8$4-$5"),
  name: (email.split("@")[0] ?? "")
    .split(".")
    .map((word) => (word === "of" ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" "),
  email,
  userPrincipalName: email,
  tenantId,
});

/** As little of an activity as the tests look at. */
export interface Sent {
  type: string;
  text?: string;
  summary?: string;
  inputHint?: string;
  replyToId?: string;
  attachments?: { contentType: string; content: Record<string, unknown> }[];
}

export interface Outcome {
  status: number;
  headers: Headers;
  raw: string;
  /** The response's JSON, where it is JSON. */
  body: unknown;
  activityId: string;
  /** Messages the bot sent for this turn, in the response or by posting. */
  replies: Sent[];
}

export interface PostOptions {
  conversation?: string;
  at?: string;
  headers?: Record<string, string>;
  /** Changes the body's text before it is sent, for JSON that JavaScript cannot write. */
  rewrite?(body: string): string;
}

/** What the connector was asked: `members` look-ups and posted activities alike. */
export interface Call {
  method: string;
  path: string;
  body?: Sent;
}

export interface Teams {
  serviceUrl: string;
  calls: Call[];
  /** Answers in the connector's place when it returns true. */
  fault: ((call: Call, response: ServerResponse) => boolean) | undefined;
  post(as: string, fields: Record<string, unknown>, options?: PostOptions): Promise<Outcome>;
  say(as: string, text: string, options?: PostOptions): Promise<Outcome>;
  execute(as: string, verb: string, data: unknown, options?: PostOptions): Promise<Outcome>;
  submit(as: string, value: unknown, options?: PostOptions): Promise<Outcome>;
  stop(): Promise<void>;
}

/** The Teams side of conversations with a running bot: posts activities to it and plays the connector service that it calls back. */
export const startTeamsSide = async (bot: string, port = 0): Promise<Teams> => {
  const known = new Map<string, Member>();
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const call: Call = { method: request.method ?? "", path: decodeURIComponent(request.url ?? ""), body: text ? JSON.parse(text) : undefined };
      teams.calls.push(call);
      if (!teams.fault?.(call, response)) answerAsConnector(call, response, known);
    });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const post: Teams["post"] = async (as, fields, options = {}) => {
    const who = person(as);
    known.set(who.id, who);
    const activity = { ...activityOf(who, serviceUrl, options), ...fields };
    const mark = teams.calls.length;
    const text = JSON.stringify(activity);
    const sent = options.rewrite?.(text) ?? text;
    const response = await fetch(bot, { method: "POST", headers: { "content-type": "application/json", ...options.headers }, body: sent });
    const raw = await response.text();
    const body = jsonOf(raw);
    const inResponse = (body as { activities?: Sent[] } | undefined)?.activities ?? [];
    // What is sent of the bot's own accord replies to nothing.
    const posted = teams.calls.slice(mark).flatMap((call) => (call.method === "POST" && call.body?.replyToId ? [call.body] : []));
    return {
      status: response.status,
      headers: response.headers,
      raw,
      body,
      activityId: activity.id,
      replies: [...inResponse, ...posted].filter(({ type }) => type === "message"),
    };
  };
  const teams: Teams = {
    serviceUrl,
    calls: [],
    fault: undefined,
    post,
    say: (as, text, options) => post(as, { type: "message", text, textFormat: "plain" }, options),
    execute: (as, verb, data, options) =>
      post(as, { type: "invoke", name: "adaptiveCard/action", deliveryMode: undefined, value: { action: { type: "Action.Execute", verb, data } } }, options),
    submit: (as, value, options) => post(as, { type: "message", value }, options),
    stop: () => stop(server),
  };
  return teams;
};

export interface Sender {
  id: string;
  name: string;
  aadObjectId: string;
}

/** What every activity of a person's own chat carries, for programs that make many: the rest is spread over it. `at` is an instant (ISO 8601). */
export const personalActivity = (who: Sender, { id, serviceUrl, at }: { id: string; serviceUrl: string; at: string }) => ({
  id,
  timestamp: at,
  localTimestamp: at,
  localTimezone: "Europe/London",
  locale: "en-GB",
  channelId: "msteams",
  serviceUrl,
  from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
  recipient: { id: "28:bot", name: "Waymark" },
  conversation: { id: `a:${who.aadObjectId}`, conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
  entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Windows", timezone: "Europe/London" }],
});

const activityOf = (who: Member, serviceUrl: string, { conversation, at = new Date().toISOString() }: PostOptions) => ({
  ...personalActivity(who, { id: randomUUID(), serviceUrl, at }),
  deliveryMode: "expectReplies",
  conversation: { id: conversation ?? `a:${digest(`personal ${who.email}`).slice(0, 32)}`, conversationType: "personal", tenantId },
});

const answerAsConnector = ({ method, path }: Call, response: ServerResponse, known: Map<string, Member>): void => {
  const reply = (status: number, body: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const [, memberId] = /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/.exec(path) ?? [];
  const member = [...known.values()].find(({ id, aadObjectId }) => id === memberId || aadObjectId === memberId);
  if (member) return void reply(200, member);
  if (/\/pagedmembers\b/i.test(path)) return void reply(200, { members: [...known.values()] });
  if (memberId) return void reply(404, { error: { code: "MemberNotFoundInConversation", message: "not here" } });
  if (method === "POST") return void reply(201, { id: randomUUID() });
  reply(200, {});
};

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const jsonOf = (raw: string): unknown => {
  try {
    return raw ? JSON.parse(raw) : undefined;
  } catch {
    return undefined;
  }
};

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

const UNREAD = new Set(
  "type $schema version id style size weight color spacing verb url contentType associatedInputs mode horizontalAlignment verticalContentAlignment width height".split(
    " ",
  ),
);
const INSIDE = new Set(["data", "fallback", "refresh"]);

/** Every string of a card that a person could read, a line each, in document order. */
export const textOf = (card: unknown, key = ""): string => {
  if (typeof card === "string" || typeof card === "number") return UNREAD.has(key) ? "" : `${card}\n`;
  if (Array.isArray(card)) return card.map((item) => textOf(item, key)).join("");
  if (typeof card !== "object" || card === null) return "";
  return Object.entries(card)
    .filter(([name]) => !INSIDE.has(name))
    .map(([name, value]) => textOf(value, name))
    .join("");
};
