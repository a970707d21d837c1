/** Reports as a committee reads them: in sentences first, people by name, each thing once, statuses in their colours, in the organisation's own template. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Footer, Header, HeadingLevel, Packer, Paragraph } from "docx";
import excel from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentsOf } from "../../src/reports/contents.js";
import { openReports, readTemplate } from "../../src/reports/index.js";
import { COLOURS } from "../../src/shared/colour.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { openRoom, type Room } from "../intents/room.js";

let room: Room;
let folder: string;
beforeAll(async () => {
  room = await openRoom("libraries", {
    change: (plan) => {
      const action = plan.themes[0]?.priorities[1]?.actions[1];
      if (action) action.note = "ask jo.bloggs@example.org, or write to (post.room@example.org).";
    },
  });
  await room.meet({ id: "29:lead", name: "Priya Shah" }, "business.lead@example.org");
  folder = await mkdtemp(join(tmpdir(), "report-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const wordsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .filter(Boolean);

describe("what is said", () => {
  test("begins with sentences that call things by their titles, with the id behind them", async () => {
    const { summary } = await contentsOf(room.context(), {});
    const all = summary.join(" ");
    expect(summary[0]).toMatch(/^The Libraries and Heritage Strategy Action Plan is off track \(red\)\. Of its 13 priorities: 5 off track \(red\), /);
    expect(all).toMatch(/The longest: [A-Z][^;]{20,} \(2\.2\.2\), by 238 days; /);
    expect(all).toMatch(/6 figures got worse; 3 of 24 targets are met\. Worse: [A-Z][^,]{10,} \(1\.1\.m1\), /);
    // Every id has its title before it.
    for (const [, before] of all.matchAll(/(.{3})\(?\d\.\d(?:\.\w+)?\)/g)) expect(before).toMatch(/\w|…/);
  });

  test("has no address anywhere, in any format: people by name, else by role", async () => {
    const contents = await contentsOf(room.context(), { committee: true });
    expect(JSON.stringify({ ...contents, picture: undefined })).not.toMatch(/@/);
    const leads = new Map(contents.tables.find(({ name }) => name === "Actions")?.rows.map(([id = "", , lead = ""]) => [id, lead]));
    expect(leads.get("2.3.1")).toBe("Priya Shah");
    expect(leads.get("2.2.1")).toBe("Carbon Lead");
    expect(JSON.stringify(contents.tables)).toContain("ask Jo Bloggs, or write to (Post Room).");
    for (const format of ["docx", "xlsx", "csv"] as const) {
      const { bytes } = await openReports().file(room.context(), {}, format);
      const text =
        format === "csv"
          ? new TextDecoder().decode(bytes)
          : Object.values(unzipSync(bytes))
              .map((part) => strFromU8(part))
              .join("");
      expect(text.includes("@example.org"), format).toBe(false);
    }
  });

  test("lists what is missing once in Word, and all measures in Excel", async () => {
    const { tables, exceptions } = await contentsOf(room.context(), {});
    expect(exceptions.map(({ heading }) => heading)).not.toContain("Figures missing");
    const missing = tables.find(({ name }) => name === "Missing figures")?.rows ?? [];
    const words = wordsOf(partOf((await openReports().file(room.context(), {}, "docx")).bytes, "word/document.xml"));
    const measures = tables.find(({ name }) => name === "Measures")?.rows ?? [];
    const never = measures.filter(([, , , , figure]) => figure === "no figure").map(([id]) => ({ id }));
    expect(never.length).toBeGreaterThan(10);
    for (const { id } of never)
      expect(
        words.filter((text) => text === id),
        id,
      ).toHaveLength(1);
    expect(words).toContain(`${never.length} measures without any figure are under &quot;Missing figures&quot;.`);
    expect(measures).toHaveLength(room.known.catalogue.measures.length);
    expect(missing.map(([id]) => id)).toEqual(expect.arrayContaining(never.map(({ id }) => id)));
  });
});

describe("the colour of a status", () => {
  test("is that of the one table in Word and in Excel, where its word stands", async () => {
    const { tables } = await contentsOf(room.context(), {});
    const xml = partOf((await openReports().file(room.context(), {}, "docx")).bytes, "word/document.xml");
    const book = new excel.Workbook();
    await book.xlsx.load(Buffer.from((await openReports().file(room.context(), {}, "xlsx")).bytes) as unknown as ArrayBuffer);
    for (const { name, columns, rows, colours } of tables.filter((table) => table.colours)) {
      const place = columns.indexOf("Status");
      for (const [at, colour] of (colours ?? []).entries()) {
        const hex = COLOURS[colour].light.fill.slice(1);
        expect(
          book
            .getWorksheet(name)
            ?.getRow(at + 2)
            .getCell(place + 1).fill,
        ).toMatchObject({ fgColor: { argb: `FF${hex.toUpperCase()}` } });
        const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell).filter((cell) => cell.includes(`>${rows[at]?.[place]}<`));
        for (const cell of cells) expect(cell).toContain(`w:fill="${hex}"`);
        expect(cells.length).toBeGreaterThan(0);
      }
    }
  });
});

test("the picture is as wide as the text, and never higher than a page", async () => {
  const extent = async (scope?: string) => {
    const { bytes } = await openReports().file(room.context(), { ...(scope && { scope }) }, "docx");
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(partOf(bytes, "word/document.xml")) ?? [];
    return { wide: Number(cx) / 12_700, high: Number(cy) / 12_700 };
  };
  const text = (16_838 - 1_800) / 20;
  for (const { wide, high } of [await extent(), await extent("2")]) {
    expect(wide).toBeGreaterThan(text * 0.9);
    expect(wide).toBeLessThanOrEqual(text + 1);
    expect(high).toBeLessThan((11_906 - 1_800) / 20);
  }
});

describe("in the organisation's own template", () => {
  const template = async (text: string[], name = "template.docx") => {
    const document = new Document({
      styles: { default: { title: { run: { color: "7A1F5C" } }, heading1: { run: { color: "123456" } } } },
      sections: [
        {
          properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_200, right: 1_200 } } },
          headers: { default: new Header({ children: [new Paragraph("ANYSHIRE COUNCIL")] }) },
          footers: { default: new Footer({ children: [new Paragraph("Not protectively marked")] }) },
          children: text.map((words, place) => new Paragraph({ text: words, ...(place === 0 && { heading: HeadingLevel.TITLE }) })),
        },
      ],
    });
    const path = join(folder, name);
    await writeFile(path, await Packer.toBuffer(document));
    return path;
  };
  const made = async (path: string) => (await openReports(await readTemplate(path)).file(room.context(), { committee: true }, "docx")).bytes;

  test("has its styles, headers, footers and page, and not the text that is to be written over", async () => {
    const bytes = await made(await template(["Type your title here", "Guidance: no more than three pages."]));
    const xml = partOf(bytes, "word/document.xml");
    const words = wordsOf(xml);
    expect(words[0]).toBe("Report for committee");
    expect(words.join(" ")).not.toMatch(/Type your title|Guidance|\{\{/);
    expect(partOf(bytes, "word/styles.xml")).toContain("7A1F5C");
    expect(Object.entries(unzipSync(bytes)).filter(([name, part]) => /header|footer/.test(name) && /ANYSHIRE|protectively/.test(strFromU8(part)))).toHaveLength(
      2,
    );
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"/);
    // The head of a table has the colour of the template's headings.
    expect(xml).toContain('w:fill="123456"');
    const wide = Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]) / 12_700;
    expect(Math.abs(wide - (11_906 - 2_400) / 20)).toBeLessThan(20);
  });

  test("stands where the template says so, with the text around it", async () => {
    const words = wordsOf(partOf(await made(await template(["Cabinet paper", "{{report}}", "Signed off by the director."])), "word/document.xml"));
    expect([words[0], words[1], words.at(-1)]).toEqual(["Cabinet paper", "Report for committee", "Signed off by the director."]);
  });

  test("has its usual text, larger and bold, where the template lacks a style", async () => {
    const path = await template(["x"], "bare.docx");
    const { readFile } = await import("node:fs/promises");
    const parts = unzipSync(new Uint8Array(await readFile(path)));
    const bare =
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style></w:styles>';
    await writeFile(path, zipSync({ ...parts, "word/styles.xml": strToU8(bare) }));
    const bytes = await made(path);
    const styles = partOf(bytes, "word/styles.xml");
    const used = new Set([...partOf(bytes, "word/document.xml").matchAll(/<w:pStyle w:val="(Waymark\w+)"/g)].map(([, id]) => id));
    expect([...used].sort()).toEqual(["Waymarkheading1", "Waymarkheading2", "Waymarktitle"]);
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
    expect(styles).toContain('<w:basedOn w:val="Standard"/>');
  });

  test.each<[string, (path: string) => Promise<void>, RegExp]>([
    ["is not there", async () => {}, /^REPORT_TEMPLATE: .*\.docx is not there\. Set it to a Word file \(\.docx\), or leave it empty/],
    ["is no zip", (path) => writeFile(path, "hello"), /is no Word document that can be opened\./],
    ["is another zip", (path) => writeFile(path, zipSync({ "a.txt": strToU8("a") })), /is no Word document \(\.docx\)\./],
    [
      "has broken XML",
      (path) => writeFile(path, zipSync({ "word/document.xml": strToU8("<w:document><w:body>"), "word/styles.xml": strToU8("<w:styles/>") })),
      /is no Word document that can be opened\./,
    ],
  ])("that %s is refused in plain words", async (name, write, words) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.docx`);
    await write(path);
    const refused = readTemplate(path);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(words);
  });
});
