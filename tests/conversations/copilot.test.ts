/** Turns from Microsoft 365 Copilot: activities as Teams sends them, with a word that says where they come from. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { tenantId } from "../support/teams.js";
import { openTalk, type Talk, today } from "./talk.js";

const inCopilot = { channelData: { tenant: { id: tenantId }, productContext: "COPILOT" } };
/** As some clients say it. */
const byEntity = { entities: [{ type: "ProductInfo", id: "COPILOT" }] };

let storage: Storage;
let talk: Talk;
beforeAll(async () => {
  storage = await openStorage();
  talk = await openTalk(storage);
});
afterAll(() => talk.stop());

const ask = async (text: string, fields: Record<string, unknown> = inCopilot, conversation = "a:copilot") => {
  const { status, replies } = await talk.chat.post(headOfService, { type: "message", text, textFormat: "plain", ...fields }, { at: today, conversation });
  return { status, contents: replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content)) };
};

describe.each([
  ["channelData", inCopilot],
  ["an entity", byEntity],
])("a question told by %s", (_, fields) => {
  test("is answered with a card that does not ask again", async () => {
    const { status, contents } = await ask("how is 2.3 doing", fields);
    expect(status).toBe(200);
    expect(contents).toHaveLength(1);
    expect(contents[0]?.refresh).toBeUndefined();
    expect(shown(contents[0] ?? {}).text).toContain("2.3");
    const inTeams = await ask("how is 2.3 doing", {});
    expect(inTeams.contents[0]?.refresh).toBeDefined();
  });

  test("is no place to write to of the bot's own accord", async () => {
    const where = `a:from-${Object.keys(fields)[0]}`;
    await ask("how is 2.3 doing", fields, where);
    const places = await storage.collection("whereabouts").find({});
    expect(JSON.stringify(places)).not.toContain(where);
    await ask("how is 2.3 doing", {}, `${where}-teams`);
    expect(JSON.stringify(await storage.collection("whereabouts").find({}))).toContain(`${where}-teams`);
  });
});

test("a follow-up leans on what was said there", async () => {
  await ask("how is 1.2 doing", inCopilot, "a:follow");
  expect(shown((await ask("who leads it?", inCopilot, "a:follow")).contents[0] ?? {}).text).toContain("1.2");
});

test("a button there asks, and a form there is pressed", async () => {
  const { contents } = await ask("mark 1.1.2 as done");
  const form = shown(contents[0] ?? {});
  const { verb, data } = form.press(form.buttons[0] ?? "");
  const fields = {
    type: "invoke",
    name: "adaptiveCard/action",
    deliveryMode: undefined,
    value: { action: { type: "Action.Execute", verb, data } },
    ...inCopilot,
  };
  const { status, body } = await talk.chat.post(headOfService, fields, { at: today, conversation: "a:copilot" });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain("AdaptiveCard");
});

test("a report is told of, and its file is in Teams alone", async () => {
  const { contents } = await ask("report for committee");
  const card = shown(contents[0] ?? {});
  expect(card.text).toContain("I cannot give you files in Copilot.");
  const button = card.buttons.find((title) => /Excel/.test(title)) ?? "";
  const { verb, data } = card.press(button);
  const fields = {
    type: "invoke",
    name: "adaptiveCard/action",
    deliveryMode: undefined,
    value: { action: { type: "Action.Execute", verb, data } },
    ...inCopilot,
  };
  const { status, body, replies } = await talk.chat.post(headOfService, fields, { at: today, conversation: "a:copilot" });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain("in Teams");
  expect(JSON.stringify(talk.chat.calls)).toContain("I cannot give you files in Copilot.");
  expect(JSON.stringify([talk.chat.calls, replies])).not.toContain("file.consent");
});

test.each([{ productContext: 7 }, { productContext: "Word" }, { productContext: { id: "COPILOT" } }, null])(
  "what is not said so is Teams: %j",
  async (channelData) => {
    expect((await ask("how is 2.3 doing", { channelData: channelData && { ...channelData, tenant: { id: tenantId } } })).contents[0]?.refresh).toBeDefined();
  },
);
