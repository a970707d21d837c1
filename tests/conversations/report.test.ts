/** A report in the chat: what needs attention on a card, the whole of it as a file that is asked for first. Over HTTP; tests/browser/files.test.ts does it in the chat client. */
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../src/assistant/assistant.js";
import { openStorage } from "../../src/storage/index.js";
import { faultsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { type ShownCard, shown } from "../support/form.js";
import { openConversation } from "./harness.js";
import { openSmallAssistant } from "./small-assistant.js";
import { openTalk, type Talk, today } from "./talk.js";

const sam = "sam.taylor@example.org";
const CONSENT = "application/vnd.microsoft.teams.card.file.consent";

const drive = driveOfSuite();
let talk: Talk;

beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(async () => {
  await talk.stop();
});
beforeEach(() => {
  talk.chat.log.length = 0;
});

type Attachment = { contentType: string; name?: string; contentUrl?: string; content: Record<string, unknown> };
const attachmentsOf = (replies: unknown[]): Attachment[] => (replies as { attachments?: Attachment[] }[]).flatMap(({ attachments = [] }) => attachments);
const wordsOf = (replies: unknown[]): string => JSON.stringify(replies);

/** Says what it says in one message, and gives what comes back: the card, and the file that is offered. */
const asked = async (text: string, elsewhere: object = {}) => {
  const { status, replies } = await talk.chat.post(sam, { type: "message", text, ...elsewhere }, { at: today });
  expect(status).toBe(200);
  const all = attachmentsOf(replies);
  return {
    cards: all.filter(({ contentType }) => contentType.endsWith(".adaptive")).map(({ content }) => shown(content)),
    files: all.filter(({ contentType }) => contentType === CONSENT),
  };
};

const formats = { Word: "in word", Excel: "in excel", CSV: "as csv" };
const offer = async (format: string): Promise<Attachment> => {
  const { files } = await asked(`report for Q2 on Place ${formats[format as keyof typeof formats]}`);
  const [first, ...more] = files;
  expect(more).toEqual([]);
  if (!first) throw new Error("nothing is offered");
  return first;
};
const accept = (context: unknown, uploadInfo: unknown, elsewhere: object = {}) =>
  talk.chat.post(
    sam,
    { type: "invoke", name: "fileConsent/invoke", value: { type: "fileUpload", action: "accept", context, uploadInfo }, ...elsewhere },
    { at: today },
  );
const upload = () => ({
  contentUrl: `${drive.origin}/r.docx`,
  name: "r.docx",
  uploadUrl: `${drive.origin}/upload`,
  uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
  fileType: "docx",
});

describe("any wording that asks for a report", () => {
  test.each([
    ["give me the q2 report in word please", /^Report for Q2 of 2026-27 .*\.docx$/],
    ["export to excel", /^Report 2026-11-24\.xlsx$/],
    ["can I have a report", /^Report 2026-11-24\.docx$/],
    ["something I can print for members", /^Report 2026-11-24\.docx$/],
    ["summary for members", /^Report 2026-11-24\.docx$/],
    ["need a summary for councillors", /^Report 2026-11-24\.docx$/],
    ["paper for committee", /^Report for committee 2026-11-24\.docx$/],
    ["I need a paper for thursday", /^Report 2026-11-24\.docx$/],
    ["board pack", /^Report for committee 2026-11-24\.docx$/],
    ["word", /\.docx$/],
    ["excel please", /\.xlsx$/],
    ["csv please", /\.csv$/],
    ["download", /\.docx$/],
    ["export the plan", /^Report 2026-11-24\.docx$/],
    ["export Place to excel", /^Report on Place 2026-11-24\.xlsx$/],
    ["send me the figures in excel", /\.xlsx$/],
    ["put it all in a spreadsheet", /\.xlsx$/],
    ["report on 2.3 as a pdf", /^Report on 2\.3 2026-11-24\.docx$/],
    ["last quarter's report", /^Report for Q2 of 2026-27 .*\.docx$/],
    ["how do I get a report", /^Report 2026-11-24\.docx$/],
  ])("%s: gets the file offered at once, with a short card", async (text, name) => {
    // Said by itself, not after something else.
    await talk.chat.say(sam, "who manages this plan", { at: today });
    const { cards, files } = await asked(text);
    expect(files.map((file) => file.name)).toEqual([expect.stringMatching(name)]);
    expect(cards).toHaveLength(1);
    const [card] = cards as [ShownCard];
    expect(card.text).toMatch(/^Report/);
    expect(card.text).toMatch(/I am making the (?:Word|Excel|CSV) file now\. When it is ready, Teams asks below whether to put it into your OneDrive\./);
    expect(card.text.length).toBeLessThan(1_100);
    expect(faultsOf(card.card)).toEqual([]);
  });

  test.each([
    ["how is Place doing", "can I have that in Word", /^Report on Place 2026-11-24\.docx$/],
    ["report on 1.2 for Q2", "and in excel", /^Report on 1\.2, Q2 of 2026-27 .*\.xlsx$/],
  ])("after %s: %s is about the same", async (before, text, name) => {
    await talk.chat.say(sam, before, { at: today });
    expect((await asked(text)).files.map((file) => file.name)).toEqual([expect.stringMatching(name)]);
  });

  test.each([
    "report school visits 244",
    "I need to report a figure",
    "who has not reported",
    "what do I report",
    "upload a spreadsheet",
    "in a word, how is 2.3 doing",
    "where do we excel",
    "brief me for committee",
    "when does the committee meet",
  ])("%s: is not for a file", async (text) => {
    expect((await asked(text)).files).toEqual([]);
  });

  test("the card says how it stands, with the same numbers as the file, and offers the other formats", async () => {
    const { cards } = await asked("report for committee on Place");
    const [card] = cards as [ShownCard];
    expect(card.text).toMatch(
      /^Report for committee on Place\nPlace is off track \(red\)\. Of its 5 priorities: [\s\S]*14 actions: [\s\S]*overdue\.[\s\S]*figures asked for[\s\S]*As at 24 November 2026\./,
    );
    expect(card.buttons.slice(0, 2)).toEqual(["Excel file", "CSV file"]);
    const { replies } = await talk.chat.post(
      sam,
      { type: "message", value: { verb: card.press("Excel file").verb, ...card.press("Excel file").data } },
      { at: today },
    );
    expect(attachmentsOf(replies).map(({ name }) => name)).toEqual(["Report for committee on Place 2026-11-24.xlsx"]);
  });

  test("in Copilot, which takes no files, it says where to have it, and offers none", async () => {
    const { cards, files } = await asked("can I have a report", { channelData: { productContext: "COPILOT" } });
    expect(files).toEqual([]);
    expect(cards[0]?.text).toContain("I cannot give you files in Copilot.");
    expect(cards[0]?.text).not.toContain("I am making");
  });
});

test("where others read there is no file to take", async () => {
  const entities = [{ type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot", name: "Waymark" } }];
  const conversation = { id: "19:channel@thread.tacv2", conversationType: "channel", isGroup: true };
  const { replies } = await talk.chat.post(sam, { type: "message", text: "<at>Waymark</at> report for Q2", conversation, entities }, { at: today });
  expect(wordsOf(replies)).toContain("Ask me in our own chat for the whole of it as a file.");
  expect(wordsOf(replies)).not.toContain("reports.file");
  const value = { verb: "reports.file", format: "csv" };
  const pressed = await talk.chat.post(sam, { type: "message", value, conversation }, { at: today });
  expect(wordsOf(pressed.replies)).toContain("I can only give a file to one person.");
});

describe("a file", () => {
  test.each([
    ["Word", "docx"],
    ["Excel", "xlsx"],
    ["CSV", "csv"],
  ])("for %s is offered, put where Teams says once it is agreed to, and shown", async (format, type) => {
    const asked = await offer(format);
    expect(asked.contentType).toBe("application/vnd.microsoft.teams.card.file.consent");
    expect(asked.name).toMatch(new RegExp(`^Report on Place.*2026-11-24\\.${type}$`));
    expect(Object.keys(asked.content).sort()).toEqual(["acceptContext", "declineContext", "description", "sizeInBytes"]);
    expect(drive.puts).toEqual([]);
    const { status, replies } = await accept(asked.content.acceptContext, upload());
    expect(status).toBe(200);
    expect(drive.puts).toHaveLength(1);
    const [put] = drive.puts;
    const size = put?.bytes.length ?? 0;
    expect(size).toBeGreaterThan(1_000);
    expect(Math.abs(size - Number(asked.content.sizeInBytes))).toBeLessThan(64);
    expect(put?.headers["content-range"]).toBe(`bytes 0-${size - 1}/${size}`);
    if (type !== "csv") expect(Object.keys(unzipSync(new Uint8Array(put?.bytes ?? [])))).toContain("[Content_Types].xml");
    expect(attachmentsOf(replies)).toEqual([
      {
        contentType: "application/vnd.microsoft.teams.card.file.info",
        contentUrl: upload().contentUrl,
        name: asked.name,
        content: { uniqueId: upload().uniqueId, fileType: "docx" },
      },
    ]);
  });

  test("that is declined is not made, and the card that asked is taken away", async () => {
    const asked = await offer("CSV");
    const { status, replies } = await talk.chat.post(
      sam,
      {
        type: "invoke",
        name: "fileConsent/invoke",
        replyToId: "1234",
        deliveryMode: undefined,
        value: { action: "decline", context: asked.content.declineContext },
      },
      { at: today },
    );
    expect(status).toBe(200);
    expect(drive.puts).toEqual([]);
    expect(wordsOf(replies)).toContain("Nothing was saved.");
    expect(talk.chat.calls.some(({ method, path }) => method === "DELETE" && path.endsWith("/1234"))).toBe(true);
  });

  test("that cannot be put is apologised for, and logged without the address", async () => {
    const asked = await offer("CSV");
    drive.answer = { status: 500 };
    const { replies } = await accept(asked.content.acceptContext, upload());
    expect(wordsOf(replies)).toContain("The file did not arrive");
    expect(talk.chat.log.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(JSON.stringify(talk.chat.log)).not.toContain("/upload");
  });

  test.each([
    ["a link to somewhere else", "https://evil.example/phish"],
    ["a link that is a script", "javascript:alert(1)"],
    ["a link whose host only looks like it", "http://127.0.0.1.evil.example/r.docx"],
  ])("is put nowhere when the card that it would leave has %s", async (_, contentUrl) => {
    const asked = await offer("CSV");
    const { replies } = await accept(asked.content.acceptContext, { ...upload(), contentUrl });
    expect(drive.puts).toEqual([]);
    expect(wordsOf(replies)).toContain("That button does not work any more.");
    expect(JSON.stringify(replies)).not.toContain(contentUrl);
  });

  test.each([
    ["channel", { id: "19:channel@thread.tacv2", conversationType: "channel", isGroup: true }],
    ["group chat", { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true }],
    ["group chat that calls itself personal", { id: "19:group@thread.v2", conversationType: "personal" }],
  ])("is refused in a %s as the offer is", async (_, conversation) => {
    const asked = await offer("CSV");
    const { status, replies } = await accept(asked.content.acceptContext, upload(), { conversation });
    expect(status).toBe(200);
    expect(drive.puts).toEqual([]);
    expect(wordsOf(replies)).toContain("I can only give a file to one person.");
  });

  test.each<[string, unknown, unknown]>([
    ["another machine", { format: "csv" }, { uploadUrl: "https://evil.example/put", contentUrl: "https://evil.example", uniqueId: "1", fileType: "csv" }],
    ["no web address", { format: "csv" }, { uploadUrl: "file:///etc/passwd", contentUrl: "https://example.org", uniqueId: "1", fileType: "csv" }],
    ["no place", { format: "csv" }, undefined],
    ["another format", { format: "exe" }, { uploadUrl: "http://127.0.0.1:1/", contentUrl: "https://example.org", uniqueId: "1", fileType: "csv" }],
    ["no context", undefined, { uploadUrl: "http://127.0.0.1:1/", contentUrl: "https://example.org", uniqueId: "1", fileType: "csv" }],
  ])("is never put to %s", async (_, context, info) => {
    const { status, replies } = await accept(context, info);
    expect(status).toBe(200);
    expect(drive.puts).toEqual([]);
    expect(wordsOf(replies)).toContain("That button does not work any more.");
  });

  test("of something that left the plan says so", async () => {
    const { replies } = await talk.chat.post(sam, { type: "message", value: { verb: "reports.file", format: "csv", scope: "9.9" } }, { at: today });
    expect(wordsOf(replies)).toContain("9.9 is not in the plan.");
  });
});

describe("a file that is not made", () => {
  const pressed = { invoke: { type: "invoke", name: "adaptiveCard/action" }, message: { type: "message" } };
  const said = async (file: Assistant["file"], how: keyof typeof pressed) => {
    const chat = await openConversation({ storage: await openStorage(), assistant: { ...openSmallAssistant(), file } });
    const data = { format: "docx" };
    const value = how === "invoke" ? { action: { type: "Action.Execute", verb: "reports.file", data } } : { verb: "reports.file", ...data };
    const { status, raw } = await chat.post(sam, { ...pressed[how], value }, { at: today });
    const faults = chat.log.filter(({ level }) => level === "error").map(({ message }) => message);
    await chat.stop();
    return { status, raw, faults };
  };
  const breaks = async () => {
    throw new TypeError("a bug");
  };

  test.each(["invoke", "message"] as const)("by a fault says so, and nothing of what was saved (%s)", async (how) => {
    const { status, raw, faults } = await said(breaks, how);
    expect(status).toBe(200);
    expect(raw).toContain("Sorry, the report could not be made. Nothing was changed.");
    expect(raw).not.toContain("whether it was saved");
    expect(faults).toEqual(["file not made"]);
  });

  test("as the answer promised says so, below it", async () => {
    const chat = await openConversation({ storage: await openStorage(), assistant: { ...talk.features.assistant, file: breaks } });
    const { replies } = await chat.say(sam, "can I have a report", { at: today });
    expect(wordsOf(replies)).toMatch(/I am making the Word file now[\s\S]*Sorry, the report could not be made\. Nothing was changed\./);
    expect(chat.log.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual(["file not made"]);
    await chat.stop();
  });

  test("in the time that a press has says that it takes longer", async () => {
    const { status, raw } = await said(() => new Promise(() => undefined), "invoke");
    expect(status).toBe(200);
    expect(raw).toContain("The report takes longer than usual to make. Nothing was changed.");
    expect(raw).not.toContain("whether it was saved");
  });
});
