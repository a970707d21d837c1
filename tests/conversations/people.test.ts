import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Document } from "../../src/storage/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { patience } from "../support/pace.js";
import { person } from "../support/teams.js";
import { type Conversation, openConversation } from "./harness.js";
import { openSmallAssistant, type SmallAssistant } from "./small-assistant.js";

const EMAIL = "Business.Lead@Example.org";
const KNOWN = EMAIL.toLowerCase();

let storage: Storage;
let assistant: SmallAssistant;
let chat: Conversation;

beforeEach(async () => {
  storage = await openStorage();
  assistant = openSmallAssistant();
  chat = await openConversation({ storage, assistant });
});
afterEach(async () => {
  await chat.stop();
  await storage.close();
});

const lookUps = () => chat.calls.filter(({ path }) => path.includes("/members/")).length;
const emails = () => assistant.heard.map(({ asker }) => asker.email);

describe("who asks", () => {
  test("is known by the Entra object id, with the roster's e-mail address in lower case", async () => {
    await chat.say(EMAIL, "hello");
    expect(assistant.heard[0]?.asker).toEqual({ id: person(EMAIL).aadObjectId, name: "Business Lead", email: KNOWN });
  });

  test("is looked up once and then remembered, in a new process too", async () => {
    await chat.say(EMAIL, "one");
    await chat.say(EMAIL, "two");
    expect(lookUps()).toBe(1);
    const again = await openConversation({ storage, assistant });
    await again.say(EMAIL, "three");
    expect(again.calls).toEqual([]);
    await again.stop();
    expect(emails()).toEqual([KNOWN, KNOWN, KNOWN]);
    expect(await storage.collection<Document>("people").get(person(EMAIL).aadObjectId)).toMatchObject({ email: KNOWN });
  });

  test.each<[string, NonNullable<Conversation["fault"]>]>([
    ["fails", (_, response) => !!response.writeHead(500).end()],
    ["hangs up", (_, response) => !!response.destroy()],
    ["does not know them", (_, response) => !!response.writeHead(404, { "content-type": "application/json" }).end("{}")],
    ["says nothing", () => true],
    ["talks nonsense", (_, response) => !!response.writeHead(200, { "content-type": "application/json" }).end("[]")],
  ])("is answered without an address while the roster %s, and looked up again afterwards", async (_, fault) => {
    chat.fault = fault;
    const started = performance.now();
    const { status, replies } = await chat.say(EMAIL, "one");
    expect(performance.now() - started).toBeLessThan(await patience(2_000));
    expect([status, replies.length]).toEqual([200, 1]);
    chat.fault = undefined;
    await chat.say(EMAIL, "two");
    expect(emails()).toEqual([undefined, KNOWN]);
  });

  test("is known by the channel's id where there is no Entra object id", async () => {
    const { id } = person(EMAIL);
    await chat.post(EMAIL, { type: "message", text: "hello", from: { id } });
    expect(assistant.heard[0]?.asker).toEqual({ id, name: undefined, email: KNOWN });
  });

  test("is looked up in the roster while the database is away", async () => {
    await storage.close();
    const { replies } = await chat.say(EMAIL, "hello");
    expect(replies).toHaveLength(1);
    expect(emails()).toEqual([KNOWN]);
  });
});
