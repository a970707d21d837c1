/** A report in the chat: what needs attention on a card, the whole of it as a file that is asked for first. Over HTTP; tests/browser/files.test.ts does it in the chat client. */
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../src/questions/desk.js";
import { openStorage } from "../../src/storage/index.js";
import { faultsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { openConversation } from "./harness.js";
import { openSmallDesk } from "./small-desk.js";
import { openTalk, type Talk, today } from "./talk.js";

const sam = "sam.taylor@example.org";

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

const offer = async (format: string): Promise<Attachment> => {
  const card = await talk.card(sam, "report for Q2 on Place");
  const { verb, data } = card.press(`${format} file`);
  const { status, replies } = await talk.chat.post(sam, { type: "message", value: { verb, ...data } }, { at: today });
  expect(status).toBe(200);
  const [asked, ...more] = attachmentsOf(replies);
  expect(more).toEqual([]);
  if (!asked) throw new Error("nothing is offered");
  return asked;
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

test("the card has what needs attention first and offers the whole as Word, Excel or CSV", async () => {
  const card = await talk.card(sam, "report for committee on Place");
  expect(card.text).toMatch(/^Report for committee on Place\n/);
  expect(card.text).toMatch(/Overdue \(\d+\)[\s\S]*Off track \(red\) \(\d+\)[\s\S]*As at 24 November 2026\./);
  expect(card.buttons.slice(0, 3)).toEqual(["Word file", "Excel file", "CSV file"]);
  expect(faultsOf(card.card)).toEqual([]);
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
  const said = async (file: Desk["file"], how: keyof typeof pressed) => {
    const chat = await openConversation({ storage: await openStorage(), desk: { ...openSmallDesk(), file } });
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

  test("in the time that a press has says that it takes longer", async () => {
    const { status, raw } = await said(() => new Promise(() => undefined), "invoke");
    expect(status).toBe(200);
    expect(raw).toContain("The report takes longer than usual to make. Nothing was changed.");
    expect(raw).not.toContain("whether it was saved");
  });
});
