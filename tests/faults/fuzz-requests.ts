/** Requests that nobody should send: the same for the same number. Some are good, most are nearly so, many are nothing at all. */
import { nastyTexts } from "../bench/nasty-texts.js";
import { person, tenantId } from "../support/teams.js";

export interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Numbers that look random, from 0 to below 1. */
const numbersFrom = (seed: number) => {
  let state = (seed + 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Random = () => number;
const below = (random: Random, count: number): number => Math.floor(random() * count);
const one = <T>(random: Random, of: readonly T[]): T => of[below(random, of.length)] as T;

const types = [
  ..."message invoke conversationUpdate contactRelationUpdate installationUpdate messageReaction messageUpdate messageDelete typing event endOfConversation".split(
    " ",
  ),
  ..."handoff trace suggestion command commandResult delay invokeResponse deleteUserData constructor __proto__ toString MESSAGE".split(" "),
];
const invokes = [
  ..."adaptiveCard/action task/fetch task/submit composeExtension/query composeExtension/queryLink composeExtension/anonymousQueryLink".split(" "),
  ..."composeExtension/selectItem composeExtension/submitAction composeExtension/fetchTask composeExtension/querySettingUrl composeExtension/setting".split(
    " ",
  ),
  ..."composeExtension/onCardButtonClicked fileConsent/invoke actionableMessage/executeAction signin/verifyState signin/tokenExchange signin/failure".split(
    " ",
  ),
  ..."config/fetch config/submit tab/fetch tab/submit message/submitAction message/fetchTask application/search healthCheck".split(" "),
  ..."application/vnd.microsoft.meetingStart handoff/action constructor __proto__ hasOwnProperty".split(" "),
];
const verbs = [
  ..."questions.ask figures.record figures.open figures.setUp progress.open progress.save progress.done progress.moreTime people.name reminders.snooze".split(
    " ",
  ),
  ..."constructor __proto__ then toString".split(" "),
];
const sayings = [
  "how is 2.3 doing",
  "2.3.1 is done",
  "update 2.3.m1",
  "what is due this quarter and who leads it",
  "remind me on Friday",
  "make somebody@example.org a manager",
  "pause my reminders until 1 December",
  "",
  " ",
  "\u0000\u0001\u001b[2J",
  "\ud800",
  "\u202e2.3\u202c",
  "<at>Waymark</at> 2.3",
  "<at></at><at><at>",
  "&nbsp;&#0;&amp;",
  "$\u007b2.3}",
  "a".repeat(5_000),
  "💡".repeat(500),
];
const paths = ["/", "/health", "/ready", "/metrics", "/api/messages/", "/api/messages?x=1", "/api//messages", "/api/messages%00", "/../etc/passwd", "*"];

/** Whatever JSON can say. */
const anything = (random: Random, depth = 0): unknown => {
  const kind = below(random, depth > 3 ? 8 : 11);
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return one(random, [0, -1, 1e308, -0, 1.5, 2 ** 53, 99_999_999_999_999]);
  if (kind < 6) return one(random, sayings);
  if (kind === 6)
    return one(random, ["2026-11-24T10:00:00Z", "2026-13-45", "http://127.0.0.1:9/", "https://example.org/", "javascript:0", "29:x", "questions.ask"]);
  if (kind === 7) return one(random, Object.values(nastyTexts)).slice(0, 1 + below(random, 2_000));
  if (kind < 10) return Object.fromEntries(Array.from({ length: below(random, 5) }, () => [one(random, keys), anything(random, depth + 1)]));
  return Array.from({ length: below(random, 5) }, () => anything(random, depth + 1));
};
const keys =
  "id name text value action verb data says form type tenant channelData entities mentioned from attachments content __proto__ constructor toJSON then $ne a.b length".split(
    " ",
  );

const activityOf = (random: Random, serviceUrl: string): Record<string, unknown> => {
  const who = person(`member.of.staff-${below(random, 50)}@example.org`);
  const type = random() < 0.5 ? "message" : one(random, types);
  const verb = one(random, verbs);
  const invoke = one(random, invokes);
  const action = {
    type: one(random, ["Action.Execute", "Action.Submit", "x"]),
    verb,
    data: random() < 0.3 ? { says: one(random, sayings) } : anything(random),
  };
  return {
    type,
    id: `fuzz-${below(random, 500)}`,
    text: type === "invoke" ? undefined : one(random, sayings),
    name: type === "invoke" ? invoke : undefined,
    value:
      type === "invoke"
        ? invoke === "adaptiveCard/action"
          ? { action, trigger: "manual" }
          : anything(random)
        : random() < 0.2
          ? { verb, ...Object(anything(random)) }
          : undefined,
    timestamp: "2026-11-24T10:00:00.000Z",
    channelId: "msteams",
    serviceUrl,
    deliveryMode: type === "invoke" || random() < 0.1 ? undefined : "expectReplies",
    from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
    recipient: { id: "28:bot", name: "Waymark" },
    conversation: { id: `a:${below(random, 50)}`, conversationType: one(random, ["personal", "groupChat", "channel"]), tenantId },
    channelData: { tenant: { id: tenantId }, eventType: one(random, [undefined, "editMessage", "undeleteMessage", "softDeleteMessage"]) },
    entities: [{ type: "mention", text: "<at>W</at>", mentioned: { id: "28:bot" } }, Object(random() < 0.1 ? anything(random) : {})],
    membersAdded: type === "conversationUpdate" ? anything(random) : undefined,
    reactionsAdded: type === "messageReaction" ? anything(random) : undefined,
    attachments: random() < 0.1 ? [anything(random)] : undefined,
  };
};

/** Replaces, removes or adds something somewhere. */
const spoil = (random: Random, activity: Record<string, unknown>): void => {
  let at = activity;
  while (random() < 0.5) {
    const inner = Object.values(at).filter((value): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value));
    if (inner.length === 0) break;
    at = one(random, inner);
  }
  const key = random() < 0.8 && Object.keys(at).length > 0 ? one(random, Object.keys(at)) : one(random, keys);
  if (random() < 0.2) delete at[key];
  else Object.defineProperty(at, key, { value: anything(random), enumerable: true, configurable: true, writable: true });
};

/** Bytes out of place. */
const garbled = (random: Random, body: Buffer): Buffer => {
  const copy = Buffer.from(body);
  const how = below(random, 6);
  if (how === 0) return copy.subarray(0, below(random, copy.length));
  if (how === 1) return Buffer.concat([copy, copy]);
  if (how === 2) return Buffer.from("[".repeat(1 + below(random, 40)) + copy.toString() + "]".repeat(below(random, 41)));
  if (how === 3) return Buffer.from(Array.from({ length: below(random, 200) }, () => below(random, 256)));
  for (let times = 1 + below(random, 5); times > 0; times--)
    copy[below(random, copy.length)] = how === 4 ? below(random, 256) : one(random, [0xff, 0xc0, 0xed, 0x00, 0x22, 0x7b]);
  return copy;
};

const odd = ["Bearer x", "Bearer ..", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic eDp5", "bearer", "\u00e9".repeat(100), ","];
const headersOf = (random: Random): Record<string, string> => {
  const headers: Record<string, string> = {
    "content-type": one(random, ["application/json", "application/json", "text/plain", "multipart/form-data", "application/json; charset=utf-16", "x"]),
  };
  if (random() < 0.2) headers.authorization = one(random, odd);
  if (random() < 0.1)
    headers[one(random, ["x-ms-conversation-id", "x-forwarded-for", "accept", "accept-encoding", "cookie", "range", "if-match"])] = one(random, odd);
  if (random() < 0.02) headers.host = "example.org";
  return headers;
};

export const fuzzRequest = (number: number, serviceUrl: string): FuzzRequest => {
  const random = numbersFrom(number);
  const activity = activityOf(random, random() < 0.97 ? serviceUrl : "https://smba.trafficmanager.net/uk/");
  for (let times = below(random, 4); times > 0; times--) spoil(random, activity);
  const whole = Buffer.from(random() < 0.05 ? (JSON.stringify(anything(random)) ?? "") : JSON.stringify(activity));
  const body = random() < 0.25 && whole.length > 0 ? garbled(random, whole) : whole;
  const elsewhere = random() < 0.03;
  return {
    method: elsewhere ? one(random, ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "HEAD"]) : "POST",
    path: elsewhere ? one(random, paths) : "/api/messages",
    headers: headersOf(random),
    body: random() < 0.0005 ? Buffer.alloc(300_000, 0x20) : body,
  };
};
