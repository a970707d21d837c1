/** Searching while a message is written, over HTTP as Teams does it: the shape of every reply, and what is found. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod/v4";
import { searchCommand } from "../../manifest/manifest.js";
import { openStorage } from "../../src/storage/index.js";
import { faultsOf, objectsOf } from "../support/card-check.js";
import { textOf } from "../support/teams.js";
import { openConversation } from "./harness.js";
import { openSmallAssistant } from "./small-assistant.js";
import { openTalk, type Talk, today } from "./talk.js";

const business = "business.lead@example.org";
const sam = "sam.taylor@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const Card = z.looseObject({ type: z.literal("AdaptiveCard"), version: z.literal("1.5") });
const Line = z.strictObject({
  contentType: z.literal("application/vnd.microsoft.card.adaptive"),
  content: Card,
  preview: z.strictObject({
    contentType: z.literal("application/vnd.microsoft.card.thumbnail"),
    content: z.strictObject({
      title: z.string().min(1).max(160),
      text: z.string().min(1).max(160),
    }),
  }),
});
const Results = z.strictObject({
  composeExtension: z.strictObject({ type: z.literal("result"), attachmentLayout: z.literal("list"), attachments: z.array(Line).min(1).max(15) }),
});
const Words = z.strictObject({ composeExtension: z.strictObject({ type: z.literal("message"), text: z.string().min(1) }) });

const invoke = async (as: string, name: string, value: unknown) => {
  const { status, body } = await talk.chat.post(as, { type: "invoke", name, value, deliveryMode: undefined }, { at: today });
  return { status, body };
};
const query = (as: string, words?: unknown) =>
  invoke(as, "composeExtension/query", {
    commandId: searchCommand,
    parameters: words === undefined ? [{ name: "initialRun", value: "true" }] : [{ name: "words", value: words }],
    queryOptions: { skip: 0, count: 25 },
  });
const linesFor = async (as: string, words?: unknown) => {
  const { status, body } = await query(as, words);
  expect(status).toBe(200);
  return Results.parse(body).composeExtension.attachments;
};
const idsFor = async (as: string, words?: unknown) => (await linesFor(as, words)).map(({ preview }) => preview.content.title.split(" ")[0]);

describe("the pages of a search", () => {
  const page = async (words: string, queryOptions: object) => {
    const { status, body } = await invoke(business, "composeExtension/query", {
      commandId: searchCommand,
      parameters: [{ name: "words", value: words }],
      queryOptions,
    });
    expect(status).toBe(200);
    const { composeExtension } = body as { composeExtension: { type: string; attachments?: { preview: { content: { title: string } } }[] } };
    expect(composeExtension.type).toBe("result");
    return (composeExtension.attachments ?? []).map(({ preview }) => preview.content.title.split(" ")[0]);
  };

  test.each([
    ["a client that counts in twenty-fives", 25],
    ["a client that counts in fifteens", 15],
  ])("go on where the last ended, to an end, for %s", async (_, count) => {
    const seen: (string | undefined)[] = [];
    let ids = await page("a", { skip: 0, count });
    for (let skip = count; ids.length; skip += count) {
      expect(ids.length).toBeLessThanOrEqual(15);
      seen.push(...ids);
      ids = await page("a", { skip, count });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(30);
  });

  test("are the first where the client says nothing that can be counted", async () => {
    const first = await page("a", { skip: 0, count: 25 });
    for (const options of [{}, { skip: "many" }, { skip: -1 }, { skip: 0.5 }]) expect(await page("a", options)).toEqual(first);
  });
});

describe("a search", () => {
  test.each<[string, string[]]>([
    ["2.3", ["2.3", "2.3.1", "2.3.2"]],
    ["2.3.M1", ["2.3.m1"]],
    ["business start-ups", ["2.3"]],
    ["HUB AND SPOKE", ["2.3.1"]],
  ])('"%s" finds the item named first', async (words, first) => {
    expect((await idsFor(sam, words)).slice(0, first.length)).toEqual(first);
  });

  test("finds no more than fifteen, none twice, and priorities before what is under them", async () => {
    const ids = await idsFor(sam, "libraries");
    expect(ids).toHaveLength(15);
    expect(new Set(ids).size).toBe(15);
  });

  test("goes on finding while a word is typed letter by letter", async () => {
    for (const typed of ["ent", "entrep", "entrepreneur", "entrepreneurs "]) expect(await idsFor(sam, typed)).toContain("2.3.m3");
  });

  test.each([
    ["misspelt", "entreprenuers", "2.3.m3"],
    ["in other words than the plan's", "toddlers", "1.1.2"],
    ["unlike any of the plan's", "unemployed", "1.4.m5"],
  ])("finds what is meant by a word that is %s", async (_how, typed, id) => expect(await idsFor(sam, typed)).toContain(id));

  test("shows with each line where it stands and how it is, with the colour's word", async () => {
    const [priority, action] = await linesFor(sam, "2.3");
    expect(priority?.preview.content.text).toMatch(/^.+ \((red|amber|green|blue)\) · 1 date overdue · Priority in Place$/);
    expect((await linesFor(sam, "3.2"))[0]?.preview.content.text).toMatch(/^.+ · Next date 11 December 2026 · Priority in Partnership$/);
    expect(action?.preview.content.text).toMatch(/^At risk \(amber\) · Was due 31 March 2026 \(Spokes\), .* · Action under 2\.3$/);
    const [measure] = await linesFor(sam, "2.3.m3");
    expect(measure?.preview.content.text).toMatch(/\d.* · Measure of 2\.3$/);
  });

  test("without words gives a lead what is theirs, most urgent first, and then what is due", async () => {
    const ids = await idsFor(business);
    // 2.3.1 is overdue.
    expect(ids.slice(0, 2)).toEqual(["2.3.1", "2.3"]);
    expect(ids).toContain("2.3.2");
    expect(await idsFor(business, "   ")).toEqual(ids);
    const strangers = await idsFor(sam);
    expect(strangers).not.toContain("2.3");
    expect(strangers.every((id) => /^\d\.\d\.\d$/.test(id ?? ""))).toBe(true);
  });

  test.each([["zzyzx"], ["2.3 zzyzx"], ["x".repeat(5_000)]])('"%s" is answered in a sentence where nothing fits', async (words) => {
    const { status, body } = await query(sam, words.slice(0, 5_000));
    expect(status).toBe(200);
    expect(Words.parse(body).composeExtension.text).toMatch(/^Nothing in the plan fits that/);
  });

  test.each([
    ["a number", 2.3],
    ["an object", { $gt: "" }],
    ["a list", ["2.3"]],
    ["nothing", null],
  ])("typed words that are %s are taken as none", async (_, words) => {
    expect(await idsFor(business, words)).toEqual(await idsFor(business));
  });

  test("cards are valid, small, without buttons and without the writer", async () => {
    for (const { content } of [...(await linesFor(business)), ...(await linesFor(business, "2"))]) {
      expect(faultsOf(content)).toEqual([]);
      expect(JSON.stringify(content).length * 2).toBeLessThanOrEqual(6 * 1024);
      expect(objectsOf(content).filter(({ type }) => String(type).startsWith("Action."))).toEqual([]);
      expect(textOf(content)).toContain("As at 24 November 2026.");
      expect(textOf(content)).not.toMatch(/\byou\b/i);
    }
  });

  test("all of a response stays small", async () => {
    const { body } = await query(sam, "libraries");
    expect(JSON.stringify(body).length * 2).toBeLessThan(100 * 1024);
  });
});

test("when something fails the searcher reads an apology in the search, and it is logged once", async () => {
  const assistant = { ...openSmallAssistant(), search: () => Promise.reject(new TypeError("a bug")) };
  const chat = await openConversation({ storage: await openStorage(), assistant });
  const value = { commandId: searchCommand, parameters: [{ name: "words", value: "2.3" }] };
  const { status, body } = await chat.post(sam, { type: "invoke", name: "composeExtension/query", value, deliveryMode: undefined });
  expect(status).toBe(200);
  expect(Words.parse(body).composeExtension.text).toContain("Something went wrong");
  expect(chat.log.filter(({ level }) => level === "error")).toHaveLength(1);
  await chat.stop();
});

test("a message that is a card from the search and no words is no question", async () => {
  const text = '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"> </span>';
  expect((await talk.card(business, text)).text).toContain("Please write me a question");
  expect((await talk.card(business, `${text} how is 2.3 doing`)).text).toContain("2.3 Deliver services");
});

test("a client that names neither command nor box is answered too", async () => {
  const { body } = await invoke(sam, "composeExtension/query", { parameters: [{ value: "2.3" }], queryOptions: { skip: 0, count: 25 } });
  expect(Results.parse(body).composeExtension.attachments[0]?.preview.content.title).toMatch(/^2\.3 /);
});

test.each([[undefined], [5], [{ parameters: "2.3" }], [{ parameters: [null, 5] }]])("a query of %j is answered as one without words", async (value) => {
  const { status, body } = await invoke(sam, "composeExtension/query", value);
  expect(status).toBe(200);
  expect(Results.or(Words).safeParse(body).success).toBe(true);
});

test("another command is turned down", async () => {
  expect((await invoke(sam, "composeExtension/query", { commandId: "other", parameters: [] })).status).toBe(501);
});
