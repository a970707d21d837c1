/** The first words: to a person who installs the bot, and once to a team. */
import { describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService, openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { openConversation } from "./harness.js";
import { talkOfEachTest, today } from "./talk.js";

const business = "business.lead@example.org";
const events = "events.staff@example.org";
const sam = "sam.taylor@example.org";

const talk = talkOfEachTest();

const installed = { type: "installationUpdate", action: "add" };
const removed = { type: "installationUpdate", action: "remove" };
const added = { type: "conversationUpdate", membersAdded: [{ id: "28:bot" }] };
const team = {
  conversation: { id: "19:general@thread.tacv2", conversationType: "channel", isGroup: true },
  channelData: { tenant: { id: "99999999-2222-4333-8444-555555555555" }, team: { id: "19:team" } },
};

async function hello(as: string, fields: Record<string, unknown>): Promise<ShownCard[]> {
  const { status, replies } = await talk.chat.post(as, fields, { at: today });
  expect(status).toBe(200);
  return replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content)));
}

describe("somebody who installs the bot", () => {
  test.each([
    [business, "You lead part of it", "How is 2.3 doing?", "My actions"],
    [headOfService, "You are a manager of the plan", "How is 1.2 doing?", "What is overdue?"],
    [events, "You report figures", "How is 1.2 doing?", "Report figures"],
    [sam, "Just write to me as you would to a colleague", "How is 1.2 doing?", "Who leads 1.2?"],
  ])("%s is greeted with three examples of their own, and each works", async (as, part, first, last) => {
    const [card, ...more] = await hello(as, installed);
    expect(more).toEqual([]);
    expect(card?.text).toContain("Hello, I am Waymark");
    expect(card?.text).toContain("Libraries and Heritage Strategy Action Plan");
    expect(card?.text).toContain(part);
    expect(card?.buttons).toEqual([first, "Due in the next 90 days?", last]);
    for (const title of card?.buttons ?? []) {
      const { verb, data } = card?.press(title) ?? { verb: "", data: {} };
      const { replies } = await talk.chat.post(as, { type: "message", value: { verb, ...data } }, { at: today });
      const [answer] = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content)));
      expect(answer?.text).not.toMatch(/I have no answer|does not work|went wrong/);
      expect(answer?.text.length).toBeGreaterThan(80);
    }
  });

  test("is greeted once, however often and in whichever way Teams says so", async () => {
    const both = await Promise.all([hello(sam, installed), hello(sam, added), hello(sam, installed)]);
    expect(both.flat()).toHaveLength(1);
    expect(await hello(sam, installed)).toEqual([]);
    expect(await hello(business, installed)).toHaveLength(1);
  });

  test("is greeted again after the bot was taken out", async () => {
    await hello(sam, installed);
    expect(await hello(sam, removed)).toEqual([]);
    expect(await hello(sam, installed)).toHaveLength(1);
  });

  test("is greeted next time when the first greeting did not arrive", async () => {
    talk.chat.fault = ({ method, path }, response) => method === "POST" && path.includes("/activities") && !!response.writeHead(400).end("{}");
    await talk.chat.post(sam, { ...installed, deliveryMode: undefined }, { at: today });
    talk.chat.fault = undefined;
    expect(await hello(sam, installed)).toHaveLength(1);
  });

  test("hears nothing when somebody else comes into the conversation", async () => {
    expect(await hello(sam, { type: "conversationUpdate", membersAdded: [{ id: "29:somebody" }] })).toEqual([]);
  });

  test("is told when there is no plan yet", async () => {
    const storage = await openStorage();
    const chat = await openConversation({ storage, assistant: (await openFeatures(storage)).assistant });
    const { replies } = await chat.post(sam, installed);
    expect(shown(replies[0]?.attachments?.[0]?.content).text).toContain("There is no plan yet. Ask a manager to import one.");
    await chat.stop();
  });
});

describe("a team", () => {
  test("is greeted once, whichever channel is told, and not about who added the bot", async () => {
    const [card] = await hello(business, { ...installed, ...team });
    expect(card?.text).toContain("start with @Waymark");
    expect(card?.text).not.toContain("you lead");
    expect(card?.buttons).toEqual(["How is 1.2 doing?", "Due in the next 90 days?", "Who leads 1.2?"]);
    const other = { ...team, conversation: { ...team.conversation, id: "19:other@thread.tacv2" } };
    expect(await hello(headOfService, { ...added, ...other })).toEqual([]);
    expect(await hello(headOfService, { ...installed, ...other })).toEqual([]);
  });
});
