/** Reports as files, read back and held against the plan that they are made of. */
import excel from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { NotInPlan } from "../../src/answers/index.js";
import { overdueMilestones } from "../../src/plan/index.js";
import { contentsOf } from "../../src/reports/contents.js";
import { openReports } from "../../src/reports/index.js";
import { openRoom, type Room } from "../intents/room.js";

const q2 = { from: "2026-07-01", to: "2026-09-30", label: "2026-27 Q2 (July to September 2026)" };

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

const decode = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
/** Paragraphs and cells of a Word file, in order. */
const paragraphsOf = (bytes: Uint8Array): string[] =>
  [...strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array).matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => decode([...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("")))
    .filter(Boolean);

describe("what a report says", () => {
  test("begins with what needs attention: every overdue milestone, every action off track or at risk, with the note", async () => {
    const { exceptions, title, asAt } = await contentsOf(room.context(), { window: q2 });
    expect(title).toBe("Report for 2026-27 Q2 (July to September 2026)");
    expect(asAt.join(" ")).toContain("As at 24 November 2026.");
    const { actions } = room.known.catalogue;
    const lines = (heading: string) => exceptions.find((group) => group.heading === heading)?.lines ?? [];
    const late = actions.flatMap(({ action }) => overdueMilestones(action, "2026-11-24").map(() => action.id));
    expect(
      lines("Overdue")
        .map((line) => line.split(" ")[0])
        .sort(),
    ).toEqual(late.sort());
    for (const [heading, status] of [
      ["Off track (red)", "off-track"],
      ["At risk (amber)", "at-risk"],
    ] as const) {
      const having = actions.filter(({ action }) => action.status === status);
      expect(having.length).toBeGreaterThan(0);
      expect(lines(heading).map((line) => line.split(" ")[0])).toEqual(having.map(({ id }) => id));
      for (const { action } of having) if (action.note) expect(lines(heading).join()).toContain(action.note);
    }
    expect(exceptions[0]?.heading).toBe("Overdue");
  });

  test("its tables hold every priority, action and measure of the plan once, with the figures of the quarter", async () => {
    const { tables } = await contentsOf(room.context(), { window: q2 });
    const { priorities, actions, measures } = room.known.catalogue;
    const ids = (name: string) => tables.find((table) => table.name === name)?.rows.map(([id]) => id);
    expect(ids("Priorities")).toEqual(priorities.map(({ id }) => id));
    expect(ids("Actions")).toEqual(actions.map(({ id }) => id));
    expect(ids("Measures")).toEqual(measures.map(({ id }) => id));
    const rows = tables.find(({ name }) => name === "Measures")?.rows ?? [];
    const [, , , period, figure, change, target] = rows.find(([id]) => id === "1.1.m1") ?? [];
    expect([period, figure, change, target]).toEqual(["2026-27 Q2", "149 events", "down 3 from 152 events in 2026-27 Q1 (worse)", "180 events, not met yet"]);
    for (const [, , , when] of rows) expect(when).toMatch(/^(2026-27 Q2|July 2026|August 2026|September 2026|)$/);
    for (const { columns, rows: cells } of tables) for (const row of cells) expect(row).toHaveLength(columns.length);
  });

  test("of a theme for the committee holds that theme alone", async () => {
    const { title, about, tables } = await contentsOf(room.context(), { scope: "2", committee: true });
    expect(title).toBe("Report for committee on Place");
    expect(about).toContain("Place");
    for (const { rows } of tables) for (const [id] of rows) expect(id).toMatch(/^2\./);
  });

  test("of something that is not in the plan is none", async () => {
    await expect(contentsOf(room.context(), { scope: "9.9" })).rejects.toThrow(NotInPlan);
  });
});

describe("as a file", () => {
  const made = async (format: "docx" | "xlsx" | "csv") => openReports().file(room.context(), { scope: "2", window: q2 }, format);

  test("is called by what it is and by its day", async () => {
    expect((await made("docx")).name).toBe("Report on Place, 2026-27 Q2 (July to September 2026) 2026-11-24.docx");
  });

  test("for Word says all that the report says, in its order, with alternative text on the picture and headings on every page", async () => {
    const [{ bytes }, contents] = await Promise.all([made("docx"), contentsOf(room.context(), { scope: "2", window: q2 })]);
    const paragraphs = paragraphsOf(bytes);
    const said = [
      contents.title,
      ...contents.summary,
      ...contents.asAt,
      ...contents.exceptions.flatMap(({ lines }) => lines),
      ...contents.tables.flatMap(({ columns, rows, elsewhere }) => [
        ...columns,
        ...rows.filter((_, place) => !elsewhere?.rows.includes(place)).flat(),
        ...(elsewhere ? [elsewhere.note] : []),
      ]),
    ].filter(Boolean);
    let from = 0;
    for (const line of said) {
      const at = paragraphs.indexOf(line, from);
      expect(at, line).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array);
    expect(xml).toContain(`descr="${contents.picture?.alt}"`);
    expect(xml.match(/<w:tblHeader(?: w:val="true")?\/>/g)?.length).toBe(contents.tables.length);
  });

  test("for Excel has a sheet for the exceptions and one for each table, with every row", async () => {
    const [{ bytes }, { tables, exceptions }] = await Promise.all([made("xlsx"), contentsOf(room.context(), { scope: "2", window: q2 })]);
    const book = new excel.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Report", ...tables.map(({ name }) => name)]);
    const front = book.getWorksheet("Report")?.getSheetValues().flat().filter(Boolean);
    for (const line of exceptions.flatMap(({ lines }) => lines)) expect(front).toContain(line);
    for (const { name, columns, rows } of tables) {
      const sheet = book.getWorksheet(name);
      const cells = (row: number) => columns.map((_, place) => String(sheet?.getRow(row).getCell(place + 1).value ?? ""));
      expect(cells(1)).toEqual(columns);
      expect(rows.map((_, place) => cells(place + 2))).toEqual(rows);
    }
  });

  test("as CSV has every row of every table, and no text that a spreadsheet would run", async () => {
    const { bytes } = await made("csv");
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const { tables } = await contentsOf(room.context(), { scope: "2", window: q2 });
    expect(text.startsWith("\ufeffReport on Place")).toBe(false);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    for (const { name, rows } of tables) expect(text.match(new RegExp(`^${name},`, "gm"))?.length).toBe(rows.length);
    expect(text).not.toMatch(/(?:^|,)[=+@]/m);
  });
});

test("a note that begins like a formula is text in every file", async () => {
  const odd = await openRoom("libraries", {
    change: (plan) => {
      const action = plan.themes[0]?.priorities[0]?.actions[0];
      if (action) action.note = '=HYPERLINK("http://evil.example")';
    },
  });
  const csv = new TextDecoder().decode((await openReports().file(odd.context(), {}, "csv")).bytes);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from((await openReports().file(odd.context(), {}, "xlsx")).bytes) as unknown as ArrayBuffer);
  expect(book.getWorksheet("Actions")?.getRow(2).getCell(6).value).toBe('=HYPERLINK("http://evil.example")');
});
