/** Plans in the forms that organisations publish them in. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exportPlan, importPlan } from "../../src/imports/index.js";
import { type ReadPlan, readPlan, readPlanAt, readPlanFrom, sourceOf } from "../../src/plan-import/index.js";
import { openStorage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";
import { docx, paragraph, sheet, table, tableRow } from "../support/office-files.js";

const folder = "tests/fixtures/published";
const files = readdirSync(folder).filter((name) => !name.endsWith(".txt.expected") && !name.endsWith(".expected") && name !== "scanned-plan.pdf");
const starts = "2025-04-01";
const readFixture = (name: string) => readPlanAt(`${folder}/${name}`, { starts });

/** A line an item, as a person would check it against the printed page. */
function shortly({ plan }: Pick<ReadPlan, "plan">): string[] {
  const whose = ({ lead, leadAs }: { lead?: string; leadAs?: string }) => [lead, leadAs].filter(Boolean).join(" = ");
  return plan.themes.flatMap((theme) => [
    `${theme.id} ${theme.name}`,
    ...theme.priorities.flatMap((priority) => [
      `  ${priority.id} ${priority.title}${whose(priority) ? ` (${whose(priority)})` : ""}`,
      ...priority.actions.map((action) => {
        const dates = (action.milestones ?? [])
          .map(({ label, due, printed }) => [label, due, printed && `first ${printed}`].filter(Boolean).join(" "))
          .join(" + ");
        return `    ${action.id} ${action.text} | ${dates || (action.ongoing ? "kept up" : "no date")} | ${whose(action)} | ${action.status ?? ""} | ${action.note ?? ""}`;
      }),
      ...priority.measures.map(
        (measure) =>
          `    ${measure.id} ${measure.text} | ${measure.kind} | ${measure.baseline ?? ""} to ${measure.target ?? ""} | ${measure.frequency ?? ""} | ${[measure.reporter, measure.reporterAs].filter(Boolean).join(" = ")}`,
      ),
    ]),
  ]);
}

describe("a published plan is read as a careful officer reads it:", () => {
  test.each(files)("%s", async (name) => {
    const read = await readFixture(name);
    const path = `${folder}/${name}.expected`;
    if (process.env.WRITE_EXPECTED) writeFileSync(path, `${shortly(read).join("\n")}\n`);
    expect(`${shortly(read).join("\n")}\n`).toBe(readFileSync(path, "utf8"));
  });
});

describe("nothing that was read is lost on the way into the database and out again:", () => {
  test.each(files)("%s", async (name) => {
    const storage = await openStorage({});
    try {
      const features = await openFeatures(storage);
      const read = await readFixture(name);
      await importPlan(features, read, { by: "head.of.service@example.org", at: new Date("2026-09-01T08:00:00Z") });
      const [known] = await features.plans.all();
      const exported = await exportPlan(features, known as NonNullable<typeof known>);
      expect(exported).toEqual(JSON.parse(JSON.stringify(read.plan)));
      expect(readPlan("export.json", JSON.stringify(exported)).plan).toEqual(exported);
    } finally {
      await storage.close();
    }
  });
});

const rows = async (...all: string[][]) => readPlanFrom(await sourceOf("plan.xlsx", await sheet(all)), { starts });
const document = async (body: string) => readPlanFrom(await sourceOf("plan.docx", docx(paragraph("Town Plan") + body)), { starts });
const csv = async (text: string | Buffer) => readPlanFrom(await sourceOf("plan.csv", Buffer.from(text)), { starts });
const actionsOf = ({ plan }: ReadPlan) => plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions));
const whys = ({ look }: ReadPlan) => look.map(({ why }) => why);

describe("columns", () => {
  test("are known by what stands in them where their heading says something else", async () => {
    const read = await rows(
      ["Town Plan"],
      ["Priority", "Responsibility", "Lead", "Deadline"],
      ["High", "Sweep the market square before nine each day", "Street Scene", "March 2026"],
      ["Low", "Add bins at both of the bus stops in the square", "Clerk", "Summer 2026"],
    );
    expect(actionsOf(read).map(({ text, leadAs, milestones }) => [text, leadAs, milestones?.[0]?.due])).toEqual([
      ["Sweep the market square before nine each day", "Street Scene", "2026-03-31"],
      ["Add bins at both of the bus stops in the square", "Clerk", "2026-08-31"],
    ]);
    expect(whys(read).filter((why) => why.startsWith('the column "Priority" is not read'))).toHaveLength(1);
  });

  test("may have a revised date, which holds, with the first one kept", async () => {
    const read = await rows(
      ["Plan"],
      ["Action", "Owner", "Original date", "Revised date"],
      ["Mend the roof", "Estates", "March 2026", "Sept 2026"],
      ["Paint it", "Estates", "May 2026", ""],
    );
    expect(actionsOf(read).map(({ milestones }) => milestones)).toEqual([[{ due: "2026-09-30", printed: "2026-03-31" }], [{ due: "2026-05-31" }]]);
  });

  test("may be years with words in them, a milestone each", async () => {
    const read = await rows(["Plan"], ["Objective", "Action", "Lead", "2025/26", "2026/27"], ["1. Open up", "Run tours", "Curator", "Two tours", "Four tours"]);
    expect(actionsOf(read)[0]?.milestones).toEqual([
      { label: "Two tours", due: "2026-03-31" },
      { label: "Four tours", due: "2027-03-31" },
    ]);
  });
});

describe("levels", () => {
  const head = tableRow("Action", "Lead", "By when");
  const heading = (text: string, level: number) => paragraph(text, `<w:outlineLvl w:val="${level - 1}"/>`);

  test("of three the highest is kept in the words of the theme", async () => {
    const read = await document(
      heading("Ambition 1: Lead", 1) +
        heading("Theme: Estate", 2) +
        heading("Priority 1.1: Heat", 3) +
        table(head, tableRow("Fit pumps", "Property", "2026/27")),
    );
    expect(read.plan.themes).toMatchObject([{ name: "Estate", statement: "Ambition 1: Lead", priorities: [{ id: "1.1", title: "Heat" }] }]);
  });

  test("one alone is the priority, under the plan as its theme", async () => {
    const read = await document(
      heading("Aim 1 Clean streets", 1) +
        table(head, tableRow("1 Sweep", "Clerk", "weekly")) +
        heading("Aim 2 Calm traffic", 1) +
        table(head, tableRow("Count", "Clerk", "TBC")),
    );
    expect(read.plan.themes).toMatchObject([{ id: "all", name: "Town Plan", priorities: [{ id: "1" }, { id: "2" }] }]);
    expect(actionsOf(read)).toMatchObject([{ ongoing: true }, { id: "2.1" }]);
    expect(whys(read)).toContain("2.1 has no date");
  });

  test("numbers of actions that are counted through do not meet those of the priorities", async () => {
    const read = await document(
      heading("Outcome 1 Be safe", 1) +
        table(tableRow("No.", "Action", "Lead", "Due"), tableRow("1", "Run it", "A", "May 2026"), tableRow("2", "Train", "B", "May 2026")),
    );
    expect(actionsOf(read).map(({ id }) => id)).toEqual(["1.1", "1.2"]);
  });
});

describe("a CSV file", () => {
  test("may be of semicolons and older Windows letters, with line ends in its cells", async () => {
    const text = Buffer.concat([
      Buffer.from('Aim;Action;Who;When\nAim 1: Clean;"Count lorries on\n'),
      Buffer.from([0x93]),
      Buffer.from("Old Road"),
      Buffer.from([0x94]),
      Buffer.from('";Clerk;30 Nov 2025\n'),
    ]);
    expect(actionsOf(await csv(text))).toMatchObject([{ text: "Count lorries on “Old Road”", leadAs: "Clerk", milestones: [{ due: "2025-11-30" }] }]);
  });

  test("lists totals and notes, and makes no actions of them", async () => {
    const read = await csv("Ref,Action,Lead,Due,Status\nA1,Open late,Jo,May 2026,Green\nTotal,1 action,,,\nNotes: agreed in May,,,,\n");
    expect(actionsOf(read).map(({ id, status }) => [id, status])).toEqual([["A1", "on-track"]]);
    expect(whys(read).join("\n")).toMatch(/Total[\s\S]*agreed in May/);
  });
});

test("labelled lines are the actions that they stand under, or that they name", async () => {
  const record = (action: string) => `Action: ${action}\nLead: Estates\nBy when: March 2026\nStatus: Amber\n`;
  const text = `GREEN PLAN\n\nTheme 1 - Energy\n\nObjective 1.1 - Use less\n\n${record("Fit LED lights")}\n${record("Insulate the roof")}`;
  const read = readPlan("plan.txt", text, { starts });
  expect(read.plan.themes).toMatchObject([{ id: "1", name: "Energy", priorities: [{ id: "1.1", title: "Use less" }] }]);
  expect(actionsOf(read)).toMatchObject([
    { text: "Fit LED lights", leadAs: "Estates", status: "at-risk", milestones: [{ due: "2026-03-31" }] },
    { text: "Insulate the roof", leadAs: "Estates", status: "at-risk" },
  ]);
});

test("a state that is none of ours is taken with care and listed", async () => {
  const read = await csv("Ref,Action,Lead,Due,Status\nA1,Open late,Jo,May 2026,On hold\nA2,Open early,Jo,May 2026,Complete\n");
  expect(actionsOf(read).map(({ status }) => status)).toEqual(["at-risk", "complete"]);
  expect(read.look).toContainEqual(expect.objectContaining({ id: "A1", kind: "unsure status" }));
});

test("a PDF of pictures is refused with a word on what to do", async () => {
  await expect(readFixture("scanned-plan.pdf")).rejects.toThrow(/pictures \(a scan\).*Word or Excel/);
});

test("it is said how columns, levels and dates were taken", async () => {
  const { how } = await readFixture("housing-service-plan.pdf");
  expect(how.join("\n")).toMatch(/Levels: from .*the column "Priority"[\s\S]*"Lead officer": who leads[\s\S]*23 of 36 actions have one/);
});

describe("older and other forms of text", () => {
  test("in UTF-16 with its mark, and in Windows-1252, are read; damaged UTF-8 and JSON in them are refused", async () => {
    const text = "Theme\tAction\tLead\tBy when\r\nCafé – “open”\tClean the store\tCurator\tMarch 2026";
    const wide = readPlanFrom(await sourceOf("plan.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])), { starts });
    expect(wide.plan.themes[0]?.priorities[0]?.title).toBe("Café – “open”");
    const old = Buffer.from(text.replaceAll("–", "\u0096").replaceAll("“", "\u0093").replaceAll("”", "\u0094"), "latin1");
    expect(readPlanFrom(await sourceOf("plan.txt", old), { starts }).plan.themes[0]?.priorities[0]?.title).toBe("Café – “open”");
    await expect(sourceOf("plan.txt", Buffer.concat([Buffer.from("Café – "), Buffer.from([0xc3])]))).rejects.toThrow("is not UTF-8");
  });

  test("measures alone are read and said to be all there is", async () => {
    const read = await rows(["Outcomes framework"], ["Outcome", "Indicator", "Baseline", "Target"], ["Live well", "Adults who smoke (%)", "14%", "12%"]);
    expect(read.plan.themes[0]?.priorities.map(({ title, actions, measures }) => [title, actions.length, measures[0]?.target])).toEqual([["Live well", 0, 12]]);
    expect(whys(read)).toContain("the file prints measures and no actions, so only measures are read");
  });

  test("a legend below the table counts for the rows above it", async () => {
    const read = await rows(
      ["Board plan"],
      ["Action", "Lead", "By when", "RAG"],
      ["Publish an easy-read guide", "NHS", "Sep-25", "C"],
      ["Track every recommendation", "Board Manager", "Dec-25", "R"],
      ["RAG: C = completed, G = on course, R = not going to be met"],
    );
    expect(actionsOf(read).map(({ status }) => status)).toEqual(["complete", "off-track"]);
  });

  test("a table of what colours mean is no table of actions", async () => {
    const read = await rows(
      ["Board plan"],
      ["Action", "Lead", "By when", "Status"],
      ["Publish an easy-read guide", "NHS", "Sep-25", "Green"],
      ["Track every recommendation", "Board Manager", "Dec-25", "Amber"],
      [],
      ["Status", "Description"],
      ["Green", "The action is complete and signed off"],
      ["Amber", "Work is on track"],
    );
    expect(actionsOf(read)).toHaveLength(2);
  });
});
