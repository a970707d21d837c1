/** Files in the chat client: a report offered, taken and declined; a plan that a manager sends, put in force. The client draws neither the card that asks nor a paperclip, so what Teams would send is sent by its dialog for activities of one's own making. */
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod/v4";
import { chromiumOrSkip } from "../support/browser.js";
import { driveOfSuite, type Put } from "../support/drive.js";
import { patienceOfWaiting } from "../support/pace.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

/** What `npm start` says beside a file, since its client cannot take one. */
const besideFiles =
  'Teams asks here whether the file may go into your OneDrive. This chat client takes no files: stop Waymark and run "npm run -s waymark -- report --out report.docx".';

const INFO = "application/vnd.microsoft.teams.card.file.info";
const Offer = z.object({
  attachments: z.tuple([
    z.object({
      contentType: z.literal("application/vnd.microsoft.teams.card.file.consent"),
      name: z.string(),
      content: z.object({ sizeInBytes: z.number(), acceptContext: z.unknown(), declineContext: z.unknown() }),
    }),
  ]),
});

describe.skipIf(!chromium)("files in the chat client", () => {
  const windows = windowsOf(chromium);
  const drive = driveOfSuite();
  let manager: Chat;
  /** What a person reads, the newest that says so. */
  const said = (words: string) => manager.page.getByText(words, { exact: true }).last();
  /** What the bot sent last, as the client's log shows it. */
  const delivered = async (contentType: string): Promise<unknown> => {
    const { page } = manager;
    const line = page.getByText(`"${contentType}"`).last();
    // What is said beside the card may stand after it in the log: its last few lines are opened in turn.
    for (let tries = 0; tries < 60 && !(await line.isVisible()); tries++) {
      const lines = page.getByText(/^message 20[12]$/);
      await lines.nth(Math.max(0, (await lines.count()) - 1 - (tries % 4))).click();
      await line.waitFor({ timeout: 300 }).catch(() => undefined);
    }
    return JSON.parse((await line.locator("xpath=ancestor::div[2]").textContent()) ?? "");
  };
  const offered = async (format: string) => {
    // All that the client shows of the card with which Teams asks.
    const offers = manager.page.getByText("File Consent Card is not supported yet", { exact: true });
    const before = await offers.count();
    const card = await manager.ask(`report for committee on Place in ${format}`);
    expect(await card.textContent()).toContain(`I am making the ${format} file now.`);
    await expect.poll(() => offers.count()).toBeGreaterThan(before);
    expect(await said(besideFiles).isVisible()).toBe(true);
    return Offer.parse(await delivered("application/vnd.microsoft.teams.card.file.consent")).attachments[0];
  };
  const consent = (fields: Record<string, unknown>) => manager.send({ type: "invoke", name: "fileConsent/invoke", value: { type: "fileUpload", ...fields } });

  beforeAll(async () => {
    manager = await windows.open("a manager");
  });

  test("a report is offered, put where Teams says once it is agreed to, and shown", async () => {
    const { name, content } = await offered("Word");
    await keepPicture(manager.page, "files-offered");
    expect(name).toMatch(/^Report for committee on Place.*\.docx$/);
    expect(drive.puts).toEqual([]);
    const upload = {
      uploadUrl: `${drive.origin}/upload?x=1`,
      contentUrl: `${drive.origin}/r.docx`,
      name,
      uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
      fileType: "docx",
    };
    await consent({ action: "accept", context: content.acceptContext, uploadInfo: upload });
    await said(`${INFO} is not supported yet`).waitFor();
    await keepPicture(manager.page, "files-taken");
    const { contentUrl, uniqueId, fileType } = upload;
    expect(await delivered(INFO)).toMatchObject({ attachments: [{ contentType: INFO, contentUrl, name, content: { uniqueId, fileType } }] });
    expect(drive.puts).toHaveLength(1);
    const [put] = drive.puts as [Put];
    expect([put.method, put.path, put.headers["content-range"]]).toEqual(["PUT", "/upload?x=1", `bytes 0-${put.bytes.length - 1}/${put.bytes.length}`]);
    expect(Math.abs(put.bytes.length - content.sizeInBytes)).toBeLessThan(64);
    const text = strFromU8(unzipSync(new Uint8Array(put.bytes))["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]*>/g, " ");
    expect(text).toMatch(/Report for committee on Place[\s\S]*2\.3\.2/);
  });

  test("a report that is declined is not made", async () => {
    const { content } = await offered("Excel");
    await consent({ action: "decline", context: content.declineContext });
    await said("No file then").waitFor();
    await keepPicture(manager.page, "files-declined");
    expect(drive.puts).toEqual([]);
  });

  test("a plan that a manager sends comes as a card, is imported by its button, and answers from then on", async () => {
    drive.served = readFileSync(new URL("../fixtures/office/appendix.docx", import.meta.url));
    const card = await manager.gets(() => manager.send({ type: "message", attachments: [drive.file("appendix.docx")] }));
    expect(await card.textContent()).toContain("3 themes, 13 priorities, 34 actions, 32 milestones, 59 measures.");
    await card.scrollIntoViewIfNeeded();
    await keepPicture(manager.page, "files-import");
    await manager.submit(card, /^Import$/);
    expect(await card.textContent()).toContain("Please give the first day of Year 1");
    await card.getByLabel("First day of Year 1").fill("2026-04-01");
    await manager.submit(card, /^Import$/);
    expect(await card.textContent()).toContain("Imported: Libraries and Heritage Strategy Action Plan");
    await keepPicture(manager.page, "files-imported");
    const answer = await manager.ask("how is 2.3 doing");
    // Year 1 of the sample ends a year earlier.
    expect(await answer.textContent()).toMatch(/2\.3 Deliver services.*2\.3\.1.*31 March 2027/s);
    await answer.getByRole("button", { name: "More" }).press("Enter");
    await expect.poll(() => answer.textContent(), patienceOfWaiting).toMatch(/as imported on .+ by Head of Service/i);
    await keepPicture(manager.page, "files-answer");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
