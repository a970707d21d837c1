import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { person, textOf } from "../support/teams.js";
import { openSmallTalk, type SmallTalk } from "./small-assistant.js";

const LEAD = "business.lead@example.org";

let { chat, assistant, stop } = {} as SmallTalk;
beforeAll(async () => {
  ({ chat, assistant, stop } = await openSmallTalk());
});
afterAll(() => stop());
beforeEach(() => {
  assistant.heard.length = 0;
  assistant.pressed.length = 0;
  chat.log.length = 0;
});

const line = (value: unknown) => ({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value });

test("a pressed button is answered as if its words had been typed, and the presser is told", async () => {
  const { status, body, replies } = await chat.execute(LEAD, "questions.ask", { says: "how is 2.3 doing" }, { conversation: "a:7" });
  expect([status, body]).toEqual([200, line("The answer is below.")]);
  expect(replies).toHaveLength(1);
  expect(textOf(replies[0]?.attachments?.[0]?.content)).toContain(`You said: how is 2.3 doing, ${LEAD}`);
  expect(assistant.heard[0]).toMatchObject({ text: "how is 2.3 doing", conversationId: "a:7" });
});

test("where a client knows only Action.Submit the same button works as a message", async () => {
  const { replies } = await chat.submit(LEAD, { verb: "questions.ask", says: "how is 2.3 doing" });
  expect(textOf(replies[0]?.attachments?.[0]?.content)).toContain("You said: how is 2.3 doing");
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["an empty object", {}],
  ["a number", { says: 3 }],
  ["an object", { says: { $gt: "" } }],
  ["white space", { says: "  " }],
  ["too much", { says: "x".repeat(2_001) }],
])("a button whose data is %s asks nothing and says why", async (_, data) => {
  const { status, body, replies } = await chat.execute(LEAD, "questions.ask", data);
  expect([status, body]).toEqual([200, line(expect.stringContaining("does not work any more"))]);
  expect(replies).toEqual([]);
  const submitted = await chat.submit(LEAD, { verb: "questions.ask", ...(data as object) });
  expect(textOf(submitted.replies[0]?.attachments?.[0]?.content)).toContain("does not work any more");
  expect(assistant.heard).toEqual([]);
});

test.each(["figures.record", "", "constructor", "__proto__"])("an unknown verb %j is told so, pressed or submitted", async (verb) => {
  const { status, body } = await chat.execute(LEAD, verb, { says: "hello" });
  expect([status, body]).toEqual([200, line(expect.stringContaining("does not work any more"))]);
  const submitted = await chat.submit(LEAD, { verb, says: "hello" });
  expect(textOf(submitted.replies[0]?.attachments?.[0]?.content)).toContain("does not work any more");
  expect(assistant.heard).toEqual([]);
});

test.each<[string, unknown]>([
  ["no value", undefined],
  ["a text", "x"],
  ["no action", {}],
  ["a list for an action", { action: [] }],
])("a press with %s is told so too", async (_, value) => {
  const { status, body } = await chat.post(LEAD, { type: "invoke", name: "adaptiveCard/action", deliveryMode: undefined, value });
  expect([status, body]).toEqual([200, line(expect.stringContaining("does not work any more"))]);
});

test("a bug behind a button is logged once and apologised for to the presser", async () => {
  const { status, body, activityId } = await chat.execute(LEAD, "questions.ask", { says: "deaf" });
  expect([status, body]).toEqual([200, line(expect.stringMatching(/^Something went wrong/))]);
  expect(chat.log).toEqual([{ level: "error", fields: expect.objectContaining({ activityId }), message: "turn failed" }]);
});

describe("a verb of the assistant's", () => {
  test("answers with a card that takes the pressed one's place, and knows who pressed", async () => {
    const { status, body, replies } = await chat.execute(LEAD, "small.save", { words: "a figure" }, { conversation: "a:7", at: "2026-11-24T10:00:00.000Z" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: { type: "AdaptiveCard" } });
    expect(textOf((body as { value: unknown }).value)).toContain("Saved: a figure");
    expect(replies).toEqual([]);
    expect(assistant.pressed).toEqual([
      {
        verb: "small.save",
        data: { words: "a figure" },
        turn: {
          at: new Date("2026-11-24T10:00:00Z"),
          conversationId: "a:7",
          plan: "",
          shared: false,
          asker: { id: person(LEAD).aadObjectId, name: "Business Lead", email: LEAD },
        },
      },
    ]);
  });

  test("does the same as a message where a client knows only Action.Submit", async () => {
    const { replies } = await chat.submit(LEAD, { verb: "small.save", words: "a figure" });
    expect(replies.map(({ attachments }) => textOf(attachments?.[0]?.content))).toEqual([expect.stringContaining("Saved: a figure")]);
    expect(assistant.pressed).toHaveLength(1);
  });

  test.each<[string, unknown, RegExp]>([
    ["no data", undefined, /does not work any more/],
    ["data of another shape", { words: { $ne: "" } }, /does not work any more/],
    ["what may not be done", { words: "refuse" }, /^Only a lead may do that/],
    ["what fails", { words: "break" }, /cannot tell whether it was saved.*press the button again/],
  ])("with %s leaves the card and says why", async (_, data, why) => {
    const { status, body } = await chat.execute(LEAD, "small.save", data);
    expect([status, body]).toEqual([200, line(expect.stringMatching(why))]);
    const { replies } = await chat.submit(LEAD, { verb: "small.save", ...(data as object) });
    expect(textOf(replies[0]?.attachments?.[0]?.content)).toMatch(new RegExp(why.source.replace("^", "")));
  });

  test("that fails is logged once, with the verb and without what was typed", async () => {
    const { activityId } = await chat.execute(LEAD, "small.save", { words: "break" });
    expect(chat.log).toEqual([{ level: "error", fields: { fault: expect.anything(), activityId, verb: "small.save" }, message: "press failed" }]);
  });
});
