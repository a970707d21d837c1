/** Guests and people of other tenants get nothing: no answer, no card, no write. */
import { type Activity, type ConversationAccount, TurnContext } from "botbuilder";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import type { Storage } from "../../src/storage/port.js";
import { BotAdapter } from "../../src/teams/adapter.js";
import { askerOf } from "../../src/teams/incoming.js";
import { notice } from "../../src/teams/reply.js";
import { headOfService } from "../support/features.js";
import { person, textOf } from "../support/teams.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";

/** What the roster says of somebody beside the usual. */
const outsiders: [string, Record<string, unknown>][] = [
  ["a guest by role", { userRole: "guest" }],
  ["an anonymous guest of a meeting", { userRole: "anonymous" }],
  ["a guest by sign-in name", { userPrincipalName: "business.lead_example.org#EXT#@council.example.org" }],
  ["somebody of another tenant", { tenantId: "00000000-1111-4222-8333-444444444444" }],
];

describe("people who are no members of staff", () => {
  let storage: Storage;
  let talk: Talk;
  beforeAll(async () => {
    storage = await openStorage();
    talk = await openTalk(storage);
  });
  afterAll(() => talk.stop());
  afterEach(() => {
    talk.chat.fault = undefined;
  });

  const rosterSays = (said: Record<string, unknown>, who = business) => {
    talk.chat.fault = ({ path }, response) => {
      if (!path.includes("/members/")) return false;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...person(who), ...said }));
      return true;
    };
  };
  const textsOf = (replies: Awaited<ReturnType<Talk["chat"]["say"]>>["replies"]) =>
    replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");

  test.each(outsiders)("%s is answered with a refusal only, whatever is asked, and is not remembered as staff", async (_, said) => {
    rosterSays(said);
    for (const text of ["how is 2.3 doing", "2.3.1 is done", "help", "report figures", "who are the managers"]) {
      const { status, replies } = await talk.chat.say(business, text);
      expect([status, replies.length, textsOf(replies)]).toEqual([200, 1, expect.stringContaining("Sorry, I can only answer staff of this organisation.")]);
      expect(textsOf(replies)).not.toMatch(/2\.3|head\.of\.service/);
    }
    expect(await storage.collection("people").get(person(business).aadObjectId)).toBeUndefined();
  });

  test.each(outsiders)("%s presses in vain: buttons that ask, and cards of somebody who was staff", async (_, said) => {
    const mine = await talk.card(headOfService, "update 2.3.1");
    const before = await talk.features.auditLog.changes({ plan: "plan" });
    rosterSays(said);
    const press = mine.press("Save 2.3.1", { status: "complete" });
    for (const [verb, data] of [
      [press.verb, press.data],
      ["progress.open", { card: "status", action: "2.3.1" }],
    ] as const) {
      const { status, body } = await talk.chat.execute(business, verb, data);
      expect([status, body]).toEqual([
        200,
        { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: expect.stringContaining("only answer staff") },
      ]);
      expect(textsOf((await talk.chat.submit(business, { verb, ...data })).replies)).toContain("only answer staff");
    }
    const asked = await talk.chat.execute(business, "questions.ask", { says: "how is 2.3 doing" });
    expect(JSON.stringify(asked.body) + textsOf(asked.replies)).not.toContain("2.3.1");
    expect(await talk.features.auditLog.changes({ plan: "plan" })).toEqual(before);
  });

  test("who was staff and is a guest by now, a day later, may do nothing, and is not written to any more", async () => {
    await talk.card(business, "hello");
    expect((await talk.features.messages.places([business])).size).toBe(1);
    const people = storage.collection("people");
    const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await people.updateWhere({ _id: person(business).aadObjectId }, { $set: { checkedAt: yesterday } });
    // Another instance, or the same one a day later.
    const later = await openTalk(storage);
    later.chat.fault = ({ path }, response) => {
      if (!path.includes("/members/")) return false;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...person(business), userRole: "guest" }));
      return true;
    };
    expect((await later.card(business, "2.3.1 is done")).text).toContain("Sorry, I can only answer staff");
    expect((await talk.features.messages.places([business])).size).toBe(0);
    expect(await people.get(person(business).aadObjectId)).toBeUndefined();
    await later.stop();
  });

  test.each(outsiders)("%s by what the activity itself says is refused at once, though they were staff a moment ago", async (_, said) => {
    await talk.card(business, "how is 2.3 doing");
    const { id, name, aadObjectId } = person(business);
    const { replies } = await talk.chat.post(business, { type: "message", text: "2.3.1 is done", from: { id, name, aadObjectId, ...said } });
    expect(textsOf(replies)).toContain("Sorry, I can only answer staff");
    expect(await storage.collection("people").get(aadObjectId)).toBeUndefined();
  });

  test("who has left a team is looked up anew with their next message", async () => {
    await talk.card(business, "how is 2.3 doing");
    const { id, aadObjectId } = person(business);
    const conversation = { id: "19:team@thread.tacv2", conversationType: "channel", isGroup: true };
    await talk.chat.post(headOfService, { type: "conversationUpdate", membersRemoved: [{ id, aadObjectId }], conversation });
    rosterSays({ userRole: "guest" });
    expect(textsOf((await talk.chat.say(business, "2.3.1 is done")).replies)).toContain("Sorry, I can only answer staff");
  });

  test("who is a guest by now gets no message of the bot's own accord either, and counts as not reached", async () => {
    const early = "early.years@example.org";
    const remind = () => talk.features.messages.tell(early, () => notice("A reminder", ["1.1.2 is due."]));
    await talk.card(early, "hello");
    expect(await remind()).toBe(1);
    const mark = talk.chat.calls.length;
    rosterSays({ userRole: "guest" }, early);
    expect(await remind()).toBe(0);
    expect(talk.chat.calls.slice(mark).filter(({ method }) => method === "POST")).toEqual([]);
    expect((await talk.features.messages.places([early])).size).toBe(0);
  });

  test("somebody whose mail address is a manager's is no manager: the sign-in name counts", async () => {
    const evil = "evil.user@example.org";
    rosterSays({ email: headOfService }, evil);
    const card = await talk.card(evil, "make z@example.org a manager");
    expect(card.text).toContain(`Only a manager (${person(headOfService).name})`);
    expect(card.buttons).not.toContain("Make a manager");
  });

  test("somebody whose mail address is another one is who their sign-in name says", async () => {
    rosterSays({ email: "first.last@council.example", userPrincipalName: headOfService }, "upn.person@example.org");
    expect((await talk.card("upn.person@example.org", "who are the managers")).buttons).toContain("Make a manager");
  });

  test("who became staff is answered from then on", async () => {
    rosterSays({ userRole: "guest" });
    await talk.chat.say(business, "how is 2.3 doing");
    rosterSays({ userRole: "user" });
    expect((await talk.card(business, "update 2.3.1")).buttons[0]).toBe("Save 2.3.1");
  });

  test("who cannot be looked up may ask where only this machine can reach the bot, and change nothing", async () => {
    talk.chat.fault = ({ path }, response) => path.includes("/members/") && !!response.writeHead(500).end();
    expect((await talk.card("new.person@example.org", "how is 2.3 doing")).text).toContain("2.3");
    expect((await talk.card("new.person@example.org", "2.3.1 is done")).text).toContain("could not find out who you are");
  });

  describe("of a bot that is registered in a tenant", () => {
    const home = person(business).tenantId;
    const asks = (fields: Partial<Activity>) =>
      askerOf(new TurnContext(new BotAdapter(noConnector), { from: { id: "29:x", aadObjectId: "x" }, ...fields } as Activity), { directory, home });
    const noConnector = () => {
      throw new Error("nobody is looked up");
    };
    let known: { id: string; email?: string };
    const directory = {
      whoIs: async () => known,
      addressOf: async () => undefined,
      forget: async () => undefined,
      names: async () => new Map<string, string>(),
      everyone: async () => new Map<string, string>(),
    };
    beforeEach(() => {
      known = { id: "x", email: business };
    });

    test.each<[string, Partial<Activity>]>([
      ["another tenant", { channelData: { tenant: { id: "00000000-1111-4222-8333-444444444444" } } }],
      ["another tenant's conversation", { conversation: { id: "a", tenantId: "00000000-1111-4222-8333-444444444444" } as ConversationAccount }],
      ["no tenant that is said", { conversation: { id: "a" } as ConversationAccount }],
    ])("an activity of %s is refused before anybody is looked up", async (_, fields) => {
      await expect(asks({ conversation: { id: "a" } as ConversationAccount, ...fields })).rejects.toThrow("only answer staff");
    });

    test("somebody whom the roster cannot name just now is asked to try again: they may be a guest", async () => {
      known = { id: "x" };
      await expect(asks({ conversation: { id: "a", tenantId: home } as ConversationAccount })).rejects.toThrow("Please ask again in a moment.");
    });

    test("one of its own tenant is not", async () => {
      expect(await asks({ conversation: { id: "a", tenantId: home } as ConversationAccount })).toMatchObject({ email: business });
    });
  });
});
