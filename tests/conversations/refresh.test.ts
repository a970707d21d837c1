/** Cards that show today's state to whoever opens them, over HTTP as Teams asks: each reader their own, and nothing is written. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod/v4";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { faultsOf } from "../support/card-check.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { untilCalm } from "../support/pace.js";
import { person } from "../support/teams.js";
import { openTalk, type Talk, today } from "./talk.js";

const business = "business.lead@example.org";
const sam = "sam.taylor@example.org";
const channel = { id: "19:channel@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true };

let written: string[];
let talk: Talk;
beforeAll(async () => {
  written = [];
  talk = await openTalk(countingWrites(await openStorage(), written));
});
afterAll(() => talk.stop());

/** The same storage, telling of everything that is written to it. */
function countingWrites(storage: Storage, written: string[]): Storage {
  const told = (name: string) => storage.collection(name) as unknown as Record<string, (...args: unknown[]) => unknown>;
  const collection = (name: string) =>
    new Proxy(told(name), {
      get: (target, key: string) => {
        if (["insert", "insertMissing", "updateWhere", "remove"].includes(key)) written.push(`${name}.${key}`);
        return target[key]?.bind(target);
      },
    });
  return { ...storage, kind: storage.kind, ping: () => storage.ping(), close: () => storage.close(), collection } as unknown as Storage;
}

const Refresh = z.strictObject({
  action: z.strictObject({
    type: z.literal("Action.Execute"),
    title: z.string().min(1),
    verb: z.literal("answers.refresh"),
    data: z.strictObject({ question: z.string(), args: z.record(z.string(), z.unknown()) }),
  }),
  userIds: z.array(z.string()).min(1).max(60),
});
const Reply = z.strictObject({
  statusCode: z.literal(200),
  type: z.literal("application/vnd.microsoft.card.adaptive"),
  value: z.looseObject({ type: z.literal("AdaptiveCard") }),
});
const Failure = z.strictObject({
  statusCode: z.number().min(400),
  type: z.literal("application/vnd.microsoft.error"),
  value: z.strictObject({ code: z.string(), message: z.string().min(1) }),
});

const refreshOf = ({ card }: ShownCard) => Refresh.parse(card.refresh);
const inChannel = async (as: string, text: string): Promise<ShownCard> => {
  const entities = [{ type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot", name: "Waymark" } }];
  const { replies } = await talk.chat.post(as, { type: "message", text: `<at>Waymark</at> ${text}`, conversation: channel, entities }, { at: today });
  return shown(replies[0]?.attachments?.[0]?.content);
};
const open = async (as: string, card: ShownCard, at = today): Promise<ShownCard> => {
  const { action } = refreshOf(card);
  const value = { action: { type: "Action.Execute", verb: action.verb, data: action.data }, trigger: "automatic" };
  const { status, body } = await talk.chat.post(
    as,
    { type: "invoke", name: "adaptiveCard/action", deliveryMode: undefined, conversation: channel, value },
    { at },
  );
  expect(status).toBe(200);
  return shown(Reply.parse(body).value);
};

test("in one's own chat a card refreshes for its reader alone, who has the buttons at once if they lead", async () => {
  const card = await talk.card(business, "how is 2.3.2 doing");
  expect(refreshOf(card).userIds).toEqual([person(business).id]);
  expect(card.buttons).toContain("Change status");
  expect((await talk.card(sam, "how is 2.3.2 doing")).buttons).not.toContain("Change status");
});

test("in a channel the card is the same for all, and a lead who opens it sees the buttons while others read", async () => {
  const card = await inChannel(sam, "how is 2.3.2 doing");
  expect(card.buttons.join()).not.toContain("Change");
  expect((await open(business, card)).buttons).toContain("Change status");
  expect((await open(headOfService, card)).buttons).toContain("Change status");
  expect((await open(sam, card)).buttons.join()).not.toContain("Change");
  const measure = await inChannel(sam, "latest figure for 2.3.m1");
  expect(measure.buttons.join()).not.toContain("Update");
  expect((await open(business, measure)).buttons).toContain("Update 2.3.m1");
});

test("at most sixty readers, those whom it concerns first, and the card stays within its size", async () => {
  for (let n = 0; n < 80; n++) await talk.chat.say(`reader${n}@example.org`, "hello", { at: today });
  // Another channel, so that its members are looked up anew.
  channel.id = "19:large@thread.tacv2;messageid=1";
  const card = await inChannel(sam, "how is 2.3 doing");
  const { userIds } = refreshOf(card);
  expect(userIds).toHaveLength(60);
  expect(new Set(userIds).size).toBe(60);
  expect(userIds.slice(0, 3).sort()).toEqual([business, headOfService, sam].map((email) => person(email).id).sort());
  expect(JSON.stringify(card.card).length * 2).toBeLessThanOrEqual(40 * 1024);
  expect(faultsOf(card.card)).toEqual([]);
});

test("a card of last week shows today's state when it is opened, and can be opened again", async () => {
  const old = await inChannel(sam, "how is 2.3.2 doing");
  expect(old.text).toContain("On track (green)");
  const form = await talk.card(business, "mark 2.3.2 as complete", { at: "2026-11-30T10:00:00.000Z" });
  await talk.press(business, form, "Save 2.3.2", {}, { at: "2026-11-30T10:00:00.000Z" });
  const opened = await open(sam, old, "2026-12-01T10:00:00.000Z");
  expect(opened.text).toContain("Complete (blue)");
  expect(opened.text).toContain("As at 1 December 2026.");
  const again = await open(sam, opened, "2026-12-02T10:00:00.000Z");
  expect(again.text).toContain("As at 2 December 2026.");
});

test.each(["how is 2.3 doing", "latest figure for 2.3.m1", "what is overdue", "which figures are missing", "who leads 2.3", "what is due next month"])(
  'opening the card of "%s" writes nothing',
  async (text) => {
    const card = await inChannel(sam, text);
    await untilCalm(() => written.length);
    written.length = 0;
    await open(business, card);
    await open(sam, card);
    expect(written).toEqual([]);
  },
);

test("what was carried over from the turn before is not said again", async () => {
  await talk.card(sam, "how is 2.3 doing");
  const card = await talk.card(sam, "and 2.4?");
  expect(JSON.stringify(refreshOf(card))).not.toContain("carried");
});

test.each(["what can I ask", "my actions", "mark 2.3.2 as at risk because the adviser left", "report figures"])(
  'the card of "%s" does not refresh',
  async (text) => {
    expect((await talk.card(business, text)).card.refresh).toBeUndefined();
  },
);

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a question that writes", { question: "report-figure", args: {} }],
  ["a question nobody knows", { question: "constructor", args: {} }],
  ["arguments that are none", { question: "standing", args: "plan" }],
  ["arguments of the wrong kind", { question: "standing", args: { scope: { $ne: "" } } }],
  ["no arguments", { question: "standing", args: {} }],
])("a refresh of %s fails and leaves the card as it was", async (_, data) => {
  const { status, body } = await talk.chat.execute(sam, "answers.refresh", data, { at: today });
  expect(status).toBe(200);
  Failure.parse(body);
  expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("an id that is gone from the plan is said", async () => {
  const { body } = await talk.chat.execute(sam, "answers.refresh", { question: "standing", args: { scope: "9.9" } }, { at: today });
  expect(shown(Reply.parse(body).value).text).toContain("9.9");
});
