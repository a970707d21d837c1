/** Plans from Word documents and spreadsheets. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ReadPlan, readPlan, readPlanAt, readPlanFrom, sourceOf } from "../../src/plan-import/index.js";
import { docx, headings, paragraph, sheet, table, tableRow, withPart, xlsx } from "../support/office-files.js";
import { processorTime, slowness } from "../support/pace.js";

const fixture = (name: string) => `tests/fixtures/office/${name}`;
const appendix = readPlan("appendix-3.txt", readFileSync("src/imports/sample/appendix-3.txt", "utf8"));

const read = async (bytes: Uint8Array | Promise<Uint8Array>): Promise<ReadPlan> => readPlanFrom(await sourceOf("plan", await bytes));

/** Each priority in a line: its title, actions with their timescales, measures. */
const shortly = ({ plan }: ReadPlan): string[] =>
  plan.themes.flatMap((theme) =>
    theme.priorities.map(
      ({ id, title, actions, measures }) =>
        `${theme.name}: ${id} ${title}: ${actions.map(({ text, timescale }) => (timescale ? `${text} (${timescale})` : text)).join(", ")}: ${measures.map(({ text }) => text).join(", ")}`,
    ),
  );

describe("the published appendix as another kind of file is the same plan as its text, word for word:", () => {
  test.each([
    ["appendix.docx", "Word document"],
    ["appendix.xlsx", "spreadsheet"],
    ["appendix.csv", "CSV file"],
    ["appendix.pdf", "PDF"],
  ])("%s", async (name, format) => {
    const office = await readPlanAt(fixture(name));
    expect(office.plan).toEqual(appendix.plan);
    expect(office.format).toBe(format);
    // What should be looked at is the same; only how the dates were given out is said otherwise.
    expect(new Set(office.look.map(({ id }) => id))).toEqual(new Set(appendix.look.map(({ id }) => id)));
  });

  test("no line of it is called a line of a text", async () => {
    for (const name of ["appendix.docx", "appendix.xlsx"]) expect(JSON.stringify((await readPlanAt(fixture(name))).look)).not.toMatch(/\bline \d/);
  });
});

describe("a Word document", () => {
  const title = paragraph("Museum Strategy Action Plan");

  test("has its columns in any order, found by the words of their headings", async () => {
    const head = tableRow("Outcomes", "By when", "Objective", "Key tasks");
    const made = docx(title + table(head, tableRow("Number of visits", "Year 2", "1.1 Welcome everyone", "Open late")));
    expect(shortly(await read(made))).toEqual(["Theme 1: 1.1 Welcome everyone: Open late (Year 2): Number of visits"]);
  });

  test("has the numbers that Word counts and prints, which stand nowhere in its text", async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const kinds = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2")}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, "bullet", "o")}</w:abstractNum>`;
    const lists = [
      [1, 7],
      [2, 8],
    ].map(([list, kind]) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${kind}"/></w:num>`);
    const numbering = `<w:numbering xmlns:w="w">${kinds}${lists.join("")}</w:numbering>`;
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Theme"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Priority"><w:basedOn w:val="Theme"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const heading = (text: string) => paragraph(text, '<w:pStyle w:val="Theme"/>');
    const priority = (text: string) => paragraph(text, '<w:pStyle w:val="Priority"/>');
    const bullet = (text: string) => paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>');
    const rows = (of: string) =>
      table(
        headings,
        tableRow(priority(`${of} one`), bullet("Do this") + bullet("do that"), "Year 1 Year 2", "A"),
        tableRow(priority(`${of} two`), "Do more", "Year 3", "B"),
      );
    const made = docx(title + heading("Visitors") + rows("First") + heading("Buildings") + rows("Second"), {
      "word/numbering.xml": numbering,
      "word/styles.xml": styles,
    });
    expect(shortly(await read(made))).toEqual([
      "Visitors: 1.1 First one: Do this (Year 1), do that (Year 2): A",
      "Visitors: 1.2 First two: Do more (Year 3): B",
      "Buildings: 2.1 Second one: Do this (Year 1), do that (Year 2): A",
      "Buildings: 2.2 Second two: Do more (Year 3): B",
    ]);
  });

  test("is read as it stands: without what was deleted, hidden or kept for older programs, with what was put in", async () => {
    const changed = `<w:p><w:r><w:t>Open </w:t></w:r><w:del><w:r><w:delText>early</w:delText></w:r></w:del><w:ins><w:r><w:t>late</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> (check!)</w:t></w:r></w:p>`;
    const gone = `<w:tr><w:trPr><w:del w:author="x"/></w:trPr><w:tc>${paragraph("1.2 Gone")}</w:tc><w:tc>${paragraph("Do")}</w:tc><w:tc/><w:tc/></w:tr>`;
    const made = docx(title + table(headings, tableRow("1.1 Welcome", changed, "Year 1", "Visits &amp; <loans>"), gone));
    expect(shortly(await read(made))).toEqual(["Theme 1: 1.1 Welcome: Open late (Year 1): Visits &amp; <loans>"]);
  });

  test("may have other tables and prose around the plan's own, of which it is said that they are not read", async () => {
    const versions = table(tableRow("Version", "Author"), tableRow("0.1", "A. Person"));
    const { plan, look } = await read(
      docx(
        title +
          paragraph("This was agreed by Cabinet.") +
          paragraph("It has one theme.") +
          versions +
          table(headings, tableRow("1.1 Welcome", "Open late", "Year 1", "Visits")),
      ),
    );
    expect([plan.title, plan.themes.length, plan.themes[0]?.priorities.length]).toEqual(["Museum Strategy Action Plan", 1, 1]);
    expect(look.map(({ why }) => why)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("table 1 has no column of actions and is not read"),
        expect.stringContaining('not read, but for its title: "This was agreed by Cabinet."'),
      ]),
    );
  });

  test("names the place in the file where something is wrong", async () => {
    const twice = docx(
      title +
        table(headings, tableRow("1.1 Welcome", "Open", "Year 1", "A"), tableRow("1.2 More", "Do", "Year 1", "B"), tableRow("1.1 Other", "Do", "Year 1", "B")),
    );
    await expect(read(twice)).rejects.toThrow("table 1, row 4: priority 1.1 is printed a second time (first in table 1, row 2)");
  });
});

describe("a spreadsheet", () => {
  test("has one row an action, the priority said again or left empty, whatever letter an action begins with", async () => {
    const made = sheet([
      ["Museum Action Plan"],
      ["No.", "Priority", "Action", "Target date", "KPIs"],
      ["1.1", "Welcome everyone", "Open late", "Year 1 Year 2", "Number of visits"],
      ["1.1", "Welcome everyone", "eBooks for all", "", "Number of visits"],
      ["", "", "iPads for and", "Year 3"],
      ["1.2", "Teach", "Run classes", "Year 1", "Classes"],
    ]);
    const { plan, look } = await read(made);
    expect(plan.title).toBe("Museum Action Plan");
    expect(shortly({ plan, look } as ReadPlan)).toEqual([
      "Theme 1: 1.1 Welcome everyone: Open late (Year 1 Year 2), eBooks for all, iPads for and (Year 3): Number of visits",
      "Theme 1: 1.2 Teach: Run classes (Year 1): Classes",
    ]);
    // Each has a choice of its own.
    expect(look.filter(({ id }) => id === "1.1").map(({ kind, why }) => [kind, why])).toEqual([
      ["left over", "1 action but 2 stamps: given to the actions in printed order; left over, and read for no action: Year 2"],
      ["no date", "1.1.2 has no date"],
    ]);
  });

  test("may give the actions' own numbers, from which those of the priorities are known", async () => {
    const made = sheet([
      ["Theme", "Priority", "Ref", "Action", "Timescale", "Measure"],
      ["Visitors", "Welcome everyone", "1.1.2", "Open late", "Year 1", "Visits"],
      ["Visitors", "Welcome everyone", "1.1.4", "Open early", "Year 2", "Visits"],
      ["Buildings", "Keep dry", "2.1.1", "Mend the roof", "Year 1", "Leaks"],
    ]);
    const { plan } = await read(made);
    expect(plan.themes.map(({ id, name }) => [id, name])).toEqual([
      ["1", "Visitors"],
      ["2", "Buildings"],
    ]);
    expect(plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ id, actions }) => [id, ...actions.map((action) => action.id)]))).toEqual([
      "1.1",
      "1.1.2",
      "1.1.4",
      "2.1",
      "2.1.1",
    ]);
  });

  test("may have a sheet a theme, cells of several lines, numbers, dates and formulas; hidden sheets and other columns are said", async () => {
    const made = xlsx((workbook) => {
      const cover = workbook.addWorksheet("Cover");
      cover.addRow(["Last changed", new Date("2026-01-05T00:00:00Z")]);
      for (const [name, id] of [
        ["1. Visitors", 1.1],
        ["2. Buildings", 2.1],
      ] as const) {
        const made = workbook.addWorksheet(name);
        made.addRow(["Priority", "", "Actions", "When", "Owner", "Measures"]);
        made.mergeCells("A1:B1");
        made.addRow([id, { formula: '"Wel"&"come"', result: "Welcome" }, "• Open late\n• Open early", "Year 1\nYear 2", "Sam", "- Visits\n- Loans"]);
        made.addRow([id + 0.1, { richText: [{ text: "Te" }, { text: "ach" }] }, "Run\nclasses", new Date("2027-03-31T00:00:00Z"), "", "Classes"]);
      }
      workbook.addWorksheet("Old").state = "hidden";
    });
    const office = await read(made);
    expect(shortly(office)).toEqual([
      "Visitors: 1.1 Welcome: Open late (Year 1), Open early (Year 2): Visits, Loans",
      "Visitors: 1.2 Teach: Run classes (31 March 2027): Classes",
      "Buildings: 2.1 Welcome: Open late (Year 1), Open early (Year 2): Visits, Loans",
      "Buildings: 2.2 Teach: Run classes (31 March 2027): Classes",
    ]);
    expect(office.plan.themes[0]?.priorities[0]?.actions.map(({ leadAs }) => leadAs)).toEqual(["Sam", "Sam"]);
    expect(office.look.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['the sheet "Old" is hidden and is not read', expect.stringContaining('sheet "Cover" has no column of actions and is not read')]),
    );
  });

  test("may merge a timescale over several actions: it is that of each", async () => {
    const made = sheet(
      [
        ["Priority", "Action", "Timescale", "Measures"],
        ["1.1 Welcome", "Open late", "Year 2", "Visits"],
        ["", "Open early", "", "Loans"],
        ["", "", "", "Smiles"],
      ],
      (of) => of.mergeCells("C2:C4"),
    );
    expect(shortly(await read(made))).toEqual(["Theme 1: 1.1 Welcome: Open late (Year 2), Open early (Year 2): Visits, Loans, Smiles"]);
  });

  test("with cells merged to the end of the sheet is read at once", async () => {
    const rows = await sheet([["Priority", "Action", "Timescale", "Measures"], ["1.1 Welcome", "Open late", "Year 2", "Visits"], ["Notes"]]);
    const merge = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>';
    const made = withPart(rows, "xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>", `</sheetData>${merge}`));
    const began = processorTime();
    expect((await read(made)).plan.themes[0]?.priorities).toHaveLength(1);
    expect(processorTime() - began).toBeLessThan(2_000 * slowness());
  });
});
