import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMessages } from "../../src/people/index.js";
import { answerIn } from "../../src/shared/answer-text.js";
import type { Storage } from "../../src/storage/index.js";
import { databaseOf } from "../support/database.js";
import { person } from "../support/teams.js";
import { openTalk, type Talk } from "./talk.js";

const lead = "early.years@example.org";
const answer = answerIn("notice", { title: "Hello", lead: [], suggestions: [] });

describe("where somebody can be written to", () => {
  const database = databaseOf("embedded memory");
  let storage: Storage;
  let talk: Talk;
  beforeAll(async () => {
    storage = await database.open();
    talk = await openTalk(storage);
  });
  afterAll(() => talk.stop());
  beforeEach(() => {
    talk.chat.fault = undefined;
  });

  /** As another process finds it, which remembers nothing. */
  const placeOf = async (email: string) => (await openMessages(storage).places([email])).get(email);
  const installs = (action: string) => talk.chat.post(lead, { type: "installationUpdate", action });
  const answering = (status: number, code: string) => {
    talk.chat.fault = ({ method }, response) => {
      if (method !== "POST") return false;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code, message: "x" } }));
      return true;
    };
  };

  test("is known from when they install the bot, before they have said anything", async () => {
    expect(await placeOf(lead)).toBeUndefined();
    expect((await installs("add")).status).toBe(200);
    expect(await placeOf(lead)).toMatchObject({ id: person(lead).aadObjectId, where: { person: person(lead).id, serviceUrl: talk.chat.serviceUrl } });
  });

  test("is forgotten when they remove it, and known again from their next message", async () => {
    await installs("remove");
    expect(await placeOf(lead)).toBeUndefined();
    await talk.ask(lead, "my actions");
    expect(await placeOf(lead)).toBeDefined();
  });

  test("is known when the bot is brought into their conversation", async () => {
    await installs("remove");
    await talk.chat.post(lead, { type: "conversationUpdate", membersAdded: [{ id: "28:bot" }] });
    expect(await placeOf(lead)).toBeDefined();
  });

  test("follows the channel's service address", async () => {
    await talk.chat.post(lead, { type: "message", text: "help", textFormat: "plain", serviceUrl: talk.chat.serviceUrl.replace("127.0.0.1", "localhost") });
    expect((await placeOf(lead))?.where.serviceUrl).toContain("localhost");
    await talk.ask(lead, "help");
    expect((await placeOf(lead))?.where.serviceUrl).toBe(talk.chat.serviceUrl);
  });

  test.each([
    [404, "ConversationNotFound"],
    [403, "ConversationBlockedByUser"],
    [403, "BotNotInConversationRoster"],
  ])("is given up when the channel answers %i %s, until they install the bot again", async (status, code) => {
    answering(status, code);
    expect(await talk.features.messages.tell(lead, () => answer)).toBe(0);
    expect(await placeOf(lead)).toBeUndefined();
    talk.chat.fault = undefined;
    await installs("add");
    expect(await placeOf(lead)).toBeDefined();
    expect(await talk.features.messages.tell(lead, () => answer)).toBe(1);
  });

  test("is kept when the channel only fails", async () => {
    answering(502, "BadGateway");
    expect(await talk.features.messages.tell(lead, () => answer)).toBe(0);
    expect(await placeOf(lead)).toBeDefined();
  });
});
