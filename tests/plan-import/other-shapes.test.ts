/** Shapes of plans that no heading words tell: by what stands in the cells, and by how rows and lines stand to each other. */
import { describe, expect, test } from "vitest";
import { type ReadPlan, readPlan, readPlanFrom, sourceOf } from "../../src/plan-import/index.js";
import { docx, paragraph, sheet, table, tableRow, xlsx } from "../support/office-files.js";

const starts = "2026-04-01";
const csv = async (...lines: string[]) => readPlanFrom(await sourceOf("plan.csv", Buffer.from(lines.join("\n"))), { starts });
const actionsOf = ({ plan }: ReadPlan) => plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions));
const prioritiesOf = ({ plan }: ReadPlan) =>
  plan.themes.flatMap(({ name, priorities }) => priorities.map(({ title, actions }) => [name, title, actions.length]));
const shortly = (read: ReadPlan) =>
  actionsOf(read).map(({ id, text, leadAs, milestones, status }) => [id, text, leadAs, milestones?.map(({ due }) => due).join(" "), status]);
const whys = ({ look }: ReadPlan) => look.map(({ why }) => why).join("\n");

describe("columns under words that no reader knows", () => {
  test("are dates, states, people and references where that is what stands in them", async () => {
    const read = await csv(
      "Line,Our pledge of the year,Looked after by,Finished ideally,Where we are",
      "WX1A-01,Open the night school,Head of Adult Learning,30 June 2026,Behind schedule",
      "WX1A-02,Extend the carers’ card,Carers Officer,Dec 2026,On track",
    );
    expect(shortly(read)).toEqual([
      ["WX1A-01", "Open the night school", "Head of Adult Learning", "2026-06-30", "off-track"],
      ["WX1A-02", "Extend the carers’ card", "Carers Officer", "2026-12-31", "on-track"],
    ]);
  });

  test("are left unread and listed where they are none of a plan's, though dates or people stand in them", async () => {
    const read = await csv("Action,Lead,Date added,Support from", "Mend the roof,Clerk,1 May 2026,Property Team", "Paint it,Clerk,2 May 2026,Estates Team");
    expect(actionsOf(read).every(({ milestones }) => milestones === undefined)).toBe(true);
    expect(whys(read)).toMatch(/"Date added" is not read[\s\S]*"Support from" is not read/);
  });

  test("may be a new target beside an original one", async () => {
    const read = await csv("ID,Action,Lead,Original target,New target", "R1,Test it,Clerk,May 2026,July 2026", "R2,Map it,Clerk,June 2026,");
    expect(actionsOf(read).map(({ milestones }) => milestones)).toEqual([[{ due: "2026-07-31", printed: "2026-05-31" }], [{ due: "2026-06-30" }]]);
  });

  test("may be months under the years that go across above them", async () => {
    const workbook = await sheet([
      ["Bus plan"],
      ["", "", "2026/27", "", "", "2027/28", ""],
      ["Activity", "Lead", "Apr", "May", "Jan", "Apr", "May"],
      ["Print a night map", "Bus Team", "", "x", "", "", ""],
      ["Cap the fares", "Bus Team", "", "x", "x", "", ""],
      ["Count riders", "Bus Team", "", "", "", "x", "x"],
    ]);
    expect(shortly(await readPlanFrom(await sourceOf("plan.xlsx", workbook), { starts })).map(([, , , due]) => due)).toEqual([
      "2026-05-31",
      "2027-01-31",
      "2027-05-31",
    ]);
  });
});

describe("rows", () => {
  test("of stepped columns are the levels of those below them, and subtotals are none", async () => {
    const read = await csv(
      "Portfolio,Programme,Project,Task,Accountable,Finish",
      "Prosperity,,,,,",
      ",Skills,,,,",
      ",,Bootcamps,,,",
      ",,,Pilot the finder,Head of Skills,May 2026",
      ",,,Map the tutors,Head of Skills,June 2026",
      ",,,Subtotal Bootcamps: 2 tasks,,",
      ",,Night school,,,",
      ",,,Open two rooms,Head of Skills,July 2026",
      "Places,,,,,",
      ",Homes,,,,",
      ",,Retrofit,,,",
      ",,,Insulate the roofs,Head of Homes,July 2026",
    );
    expect(prioritiesOf(read)).toEqual([
      ["Skills", "Bootcamps", 2],
      ["Skills", "Night school", 1],
      ["Homes", "Retrofit", 1],
    ]);
    expect(read.plan.themes[0]?.statement).toBe("Prosperity");
    expect(whys(read)).toContain("Subtotal Bootcamps");
  });

  test("with words in the column of actions alone are levels where all others say more", async () => {
    const read = await csv(
      "What we want to do,Who,When",
      "Our halls,,",
      "Mend the roof,Clerk,May 2026",
      "Fit a loop,Clerk,June 2026",
      "Paths,,",
      "Replace the stile,Warden,2027",
      "Cut the hedge,Warden,2027",
    );
    expect(prioritiesOf(read).map(([, title, count]) => [title, count])).toEqual([
      ["Our halls", 2],
      ["Paths", 2],
    ]);
  });

  test("of counts and keys are no items, and are listed", async () => {
    const read = await csv("Action,Who,26/27,27/28", "Mend the roof,Clerk,x,", "Fit a loop,Clerk,,x", "Number of actions,,1,1", "Key,planned work,,");
    expect(shortly(read)).toHaveLength(2);
    expect(whys(read)).toMatch(/Number of actions[\s\S]*planned work/);
  });

  test("across that begin with Update are the note of the action above", async () => {
    const across = (text: string) => `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${paragraph(text)}</w:tc></w:tr>`;
    const body = table(
      tableRow("Action", "Lead", "Due"),
      across("RV1 Hearing from more people"),
      tableRow("Test the panel", "Jo", "May 2026"),
      across("Update: Good take-up in May"),
      tableRow("Promote the visits", "Jo", "June 2026"),
    );
    const read = readPlanFrom(await sourceOf("plan.docx", docx(paragraph("Resident plan") + body)), { starts });
    expect(actionsOf(read).map(({ id, note }) => [id, note])).toEqual([
      ["RV1.1", "Good take-up in May"],
      ["RV1.2", undefined],
    ]);
  });
});

test("a sheet's name that stands again in its heading is no level of its own, and who leads stands below it", async () => {
  const workbook = await xlsx((book) => {
    for (const [number, title] of [
      [1, "Work"],
      [2, "Campus"],
    ] as const)
      book
        .addWorksheet(`Obj ${number}`)
        .addRows([
          [`Objective ${number}: ${title}`],
          [`Executive owner: Director of ${title}`],
          [],
          ["No.", "Milestone", "Target completion", "Rating"],
          [`${number}.1`, "Rewrite six courses", "December 2026", "A"],
          [`${number}.2`, "Open a lab", "March 2027", "G"],
        ]);
  });
  const read = readPlanFrom(await sourceOf("plan.xlsx", workbook), { starts });
  expect(prioritiesOf(read).map(([, title]) => title)).toEqual(["Work", "Campus"]);
  expect(read.plan.themes[0]?.priorities.map(({ leadAs }) => leadAs)).toEqual(["Director of Work", "Director of Campus"]);
});

test("dots may stand between a label and its words, and words go on below those behind their reference", () => {
  const text =
    "Harbour plan\n\nSTRAND A. SAFE MOORINGS\n\n  A/1  Replace the chains before the\n       season begins\n       Owner ........ Harbour Master\n       Finish by .... May 2026\n       State ........ DONE\n";
  const read = readPlan("plan.txt", text, { starts });
  expect(shortly(read)).toEqual([["A/1", "Replace the chains before the season begins", "Harbour Master", "2026-05-31", "complete"]]);
});

test("grey means what the key says, quarters may stand under years, and the key is no row of the plan", async () => {
  const fill = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
  const workbook = await sheet(
    [
      ["Estates plan"],
      ["Key to colours"],
      ["", "Stopped"],
      ["", "Finished"],
      ["", "", "2026/27", "", "2027/28"],
      ["Works", "Responsible", "Q1", "Q2", "Q1", "Position"],
      ["Price the chiller", "Estates Officer", "", "x", ""],
      ["Clean the rooms", "Estates Officer", "", "", "x"],
    ],
    (page) => {
      page.getCell("A3").fill = page.getCell("F7").fill = fill("FFA6A6A6");
      page.getCell("A4").fill = page.getCell("F8").fill = fill("FF00B050");
    },
  );
  expect(shortly(await readPlanFrom(await sourceOf("plan.xlsx", workbook), { starts })).map(([, text, , due, status]) => [text, due, status])).toEqual([
    ["Price the chiller", "2026-09-30", "cancelled"],
    ["Clean the rooms", "2027-06-30", "complete"],
  ]);
});

describe("headings in other words", () => {
  test("may say the actions, with what they are to change before them and what came of them behind", async () => {
    const read = await csv(
      "Improvement plan",
      "What needs to change,How will this be achieved,Who is going to do it,By what date,How are we doing?,Evidence of impact",
      "Waiting times,Add two Saturday clinics,Clinic Manager,End June 2026,Amber,Fewer than 10 waiting",
      ",Ring every patient the day before,Booking Team,Ongoing,Green,Few who do not attend",
      "Letters,Send letters within 24 hours,Ward Clerks,30/09/2026,Red,Nine in ten sent in time",
    );
    expect(prioritiesOf(read).map(([, title, count]) => [title, count])).toEqual([
      ["Waiting times", 2],
      ["Letters", 1],
    ]);
    expect(shortly(read)[0]).toEqual(["1.1", "Add two Saturday clinics", "Clinic Manager", "2026-06-30", "at-risk"]);
  });

  test("may be short: Resp., Detail, Next milestone date, Y1", async () => {
    const read = await csv(
      "Pledge,Detail,Resp.,Next milestone date",
      "1. Warm homes,Insulate 200 homes,Housing,31/03/2027",
      "1. Warm homes,Open two rooms,Library,2028",
    );
    expect(shortly(read).map(([, text, lead, due]) => [text, lead, due])).toEqual([
      ["Insulate 200 homes", "Housing", "2027-03-31"],
      ["Open two rooms", "Library", "2028-12-31"],
    ]);
    const years = await csv("Aim,Deliverable,Lead,Y1,Y2,Y3", "Grow,Launch two degrees,Registrar,✓,✓,", "Grow,Open a centre,Registrar,,,✓");
    expect(shortly(years).map(([, , , due]) => due)).toEqual(["2028-03-31", "2029-03-31"]);
  });
});

test("columns held by spaces may have a rule under their head and words that go on below in the first one", () => {
  const text = `Theme: Health\nOutcome: People live longer\n
Action              Lead             Target date     Status
------------------  ---------------  --------------  -----------
Open a walking      Public Health    June 2026       On track
group in each ward
Offer checks at     GP Federation    Dec 2026        Not started
the library
`;
  expect(shortly(readPlan("plan.txt", text, { starts })).map(([, words, lead, due]) => [words, lead, due])).toEqual([
    ["Open a walking group in each ward", "Public Health", "2026-06-30"],
    ["Offer checks at the library", "GP Federation", "2026-12-31"],
  ]);
});

test("a labelled objective ends the labels of the action above it", () => {
  const record = (action: string) => `Action: ${action}\nResponsible: OD Team\nTimescale: September 2026\n`;
  const text = `Equality plan\n\nObjective 1: A workforce like our city\n\n${record("Offer mentors")}\nObjective 2: Services for all\n\n${record("Test each form")}`;
  expect(prioritiesOf(readPlan("plan.txt", text, { starts }))).toEqual([
    ["Equality plan", "A workforce like our city", 1],
    ["Equality plan", "Services for all", 1],
  ]);
});

test("how long a task takes is no reference, and Yes under Completed? is a status, No a question", async () => {
  const read = await csv("Task,Assigned to,Finish,Duration,Completed?", "Appoint a board,PMO,30/04/2026,22d,Yes", "Agree the terms,PMO,15/05/2026,11d,No");
  expect(shortly(read).map(([id, , , , status]) => [id, status])).toEqual([
    ["1.1", "complete"],
    ["1.2", undefined],
  ]);
  expect(read.look).toContainEqual(expect.objectContaining({ kind: "unsure status", words: "No" }));
});
