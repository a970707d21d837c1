/** Every invoke that Teams can send a bot: the status and the body that it is answered with. Teams shows an error of its own for whatever has another shape. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod/v4";
import { manifestOf } from "../../manifest/manifest.js";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk, today } from "../conversations/talk.js";
import { objectsOf } from "../support/card-check.js";

const lead = "business.lead@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());
beforeEach(() => {
  talk.chat.log.length = 0;
});

const Card = z.looseObject({ type: z.literal("AdaptiveCard"), version: z.literal("1.5"), body: z.array(z.unknown()).min(1) });
/** What a pressed button may be answered with; the status inside is for the client, the one outside is always 200. */
const card = z.strictObject({ statusCode: z.literal(200), type: z.literal("application/vnd.microsoft.card.adaptive"), value: Card });
const line = z.strictObject({ statusCode: z.literal(200), type: z.literal("application/vnd.microsoft.activity.message"), value: z.string().min(1).max(300) });
const refused = (statusCode: number) =>
  z.strictObject({
    statusCode: z.literal(statusCode),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.strictObject({ code: z.literal(String(statusCode)), message: z.string().min(1).max(300) }),
  });
const found = z.strictObject({
  composeExtension: z.strictObject({ type: z.literal("result"), attachmentLayout: z.literal("list"), attachments: z.array(z.unknown()).min(1).max(15) }),
});
const said = z.strictObject({ composeExtension: z.strictObject({ type: z.literal("message"), text: z.string().min(1).max(300) }) });
const nothing = z.undefined();

const pressed = (verb: string, data: unknown = {}) => ({ action: { type: "Action.Execute", verb, data }, trigger: "manual" });
const opened = (data: unknown) => ({ ...pressed("answers.refresh", data), trigger: "automatic" });
/** What a client sends for a button of a real card. */
const button = async (text: string, title: string) => {
  const { verb, data } = (await talk.card(lead, text)).press(title);
  return pressed(verb, data);
};
/** What a client sends when a card is opened. */
const opening = async (text: string) =>
  opened(
    z.object({ refresh: z.object({ action: z.object({ data: z.unknown() }) }) }).parse(await talk.card(lead, text).then(({ card }) => card)).refresh.action
      .data,
  );
const searched = (words: string) => ({ commandId: "searchPlan", parameters: [{ name: "words", value: words }], queryOptions: { skip: 0, count: 25 } });
const upload = { uploadUrl: "https://elsewhere.example/x", contentUrl: "https://elsewhere.example/x", uniqueId: "1", fileType: "csv", name: "r.csv" };
const agreed = (fields: object) => ({ type: "fileUpload", ...fields });

const invoke = async (name: string, value: unknown) => {
  const { status, body, raw, replies } = await talk.chat.post(lead, { type: "invoke", name, value, deliveryMode: undefined }, { at: today });
  return { status, body, raw, replies };
};

describe("an invoke that something of ours leads to", () => {
  test.each<[string, string, unknown, z.ZodType]>([
    ["a button that asks", "adaptiveCard/action", pressed("questions.ask", { says: "how is 2.3 doing" }), line],
    ["a button that asks nothing", "adaptiveCard/action", pressed("questions.ask"), line],
    ["a button that saves", "adaptiveCard/action", () => button("2.3.2 is at risk because the adviser left", "Save 2.3.2"), card],
    ["a button of a form that is none", "adaptiveCard/action", pressed("figures.record", { form: "x" }), card],
    ["a button for a file", "adaptiveCard/action", pressed("reports.file", { format: "csv" }), line],
    ["a button for a file of no kind", "adaptiveCard/action", pressed("reports.file", { format: "exe" }), line],
    ["a button nobody knows", "adaptiveCard/action", pressed("something.else"), line],
    ["a press without an action", "adaptiveCard/action", {}, line],
    ["a press without anything", "adaptiveCard/action", undefined, line],
    ["a card that is opened again", "adaptiveCard/action", () => opening("how is 2.3 doing"), card],
    ["an opened card that asks nothing", "adaptiveCard/action", opened({}), refused(400)],
    ["a search", "composeExtension/query", searched("2.3"), found],
    ["a search in which nothing is found", "composeExtension/query", searched("zzyzx"), said],
    [
      "a file that is agreed to, for somewhere else",
      "fileConsent/invoke",
      agreed({ action: "accept", context: { format: "csv" }, uploadInfo: upload }),
      nothing,
    ],
    ["a file that is agreed to, for nowhere", "fileConsent/invoke", agreed({ action: "accept" }), nothing],
    ["a file that is declined", "fileConsent/invoke", agreed({ action: "decline", context: {} }), nothing],
  ])("%s", async (_, name, value, shape) => {
    const { status, body, raw } = await invoke(name, typeof value === "function" ? await value() : value);
    expect([status, shape.safeParse(body).error?.message, body]).toEqual([200, undefined, body]);
    if (shape === nothing) expect(raw).toBe("");
    expect(talk.chat.log.filter(({ level }) => level !== "info")).toEqual([]);
  });
});

test("every button of a form has a card or a line for an answer, whatever it carries", async () => {
  for (const verb of talk.features.assistant.verbs)
    for (const data of [undefined, {}, [], "x", { form: "x", actions: [{}], plan: 5 }]) {
      const { status, body } = await invoke("adaptiveCard/action", pressed(verb, data));
      expect([verb, status, card.or(line).safeParse(body).success]).toEqual([verb, 200, true]);
    }
  expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
});

/** Answered with 501 and nothing else, which Teams takes as "this bot has no such thing". */
const unasked = [
  ...["selectItem", "queryLink", "anonymousQueryLink", "fetchTask", "submitAction", "querySettingUrl", "setting", "onCardButtonClicked"].map(
    (name) => `composeExtension/${name}`,
  ),
  ...["task/fetch", "task/submit", "tab/fetch", "tab/submit", "config/fetch", "config/submit"],
  ...["signin/verifyState", "signin/tokenExchange", "signin/failure"],
  ...["application/search", "search", "message/submitAction", "message/fetchTask", "actionableMessage/executeAction", "handoff/action"],
  ...["fileConsent/other", "adaptiveCard/other", "a/name/nobody/knows", ""],
];

describe("an invoke that nothing of ours leads to", () => {
  test.each(unasked)('"%s" is turned down with a status and no words, and does nothing', async (name) => {
    for (const value of [{}, undefined, { commandId: "searchPlan", context: { theme: "default" }, data: { verb: "questions.ask", says: "hello" } }])
      expect(await invoke(name, value)).toMatchObject({ status: 501, raw: "", replies: [] });
    expect(talk.chat.log).toEqual([]);
  });

  test("is asked for by nothing in the app package", () => {
    const at = { botId: "b", appId: "a", host: "h", organisation: "o", website: "w", privacy: "p", terms: "t" } as Parameters<typeof manifestOf>[0];
    const { bots, composeExtensions, ...rest } = manifestOf(at, "1.0.0");
    expect(composeExtensions.flatMap(({ commands, ...more }) => [...Object.keys(more), ...commands.map(({ type }) => type)])).toEqual(["botId", "query"]);
    expect(bots.flatMap((bot) => Object.keys(bot)).sort()).toEqual(["botId", "commandLists", "isNotificationOnly", "scopes", "supportsFiles"]);
    expect(Object.keys(rest)).not.toEqual(expect.arrayContaining([expect.stringMatching(/tabs|webApplicationInfo|connectors/i)]));
  });

  test("is asked for by nothing on a card: no dialog, no choices but Teams' own people, no sign-in", () => {
    const folder = new URL("../../cards/", import.meta.url);
    const templates = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const objects = objectsOf(templates.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
    expect(objects.filter((object) => "msteams" in object || "authentication" in object || object.type === "Action.OpenUrlDialog")).toEqual([]);
    const datasets = objects.flatMap((object) => ("dataset" in object ? [object.dataset] : []));
    expect(new Set(datasets)).toEqual(new Set(["graph.microsoft.com/users"]));
  });
});
