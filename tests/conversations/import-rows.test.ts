/** Every kind of row to look at in a file that a manager sends, settled on the card: what stands in the plan in force afterwards. Over HTTP, as Teams would. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Measure, Plan, PlanAction } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { appendix, bullets, header, row } from "../support/appendix-text.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { sheet, xlsx } from "../support/office-files.js";
import { planFile } from "../support/plan-files.js";
import { inputsOf, send, settle, talkOverSample } from "./sent-files.js";
import { openTalk, type Talk } from "./talk.js";

const drive = driveOfSuite();
let talk: Talk;
beforeEach(async () => {
  talk = await talkOverSample();
});
afterEach(() => talk.stop());

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (...rows: string[]): Uint8Array => utf8(appendix(...rows));
const json = (parts: Parameters<typeof planFile>[0]): Uint8Array => utf8(JSON.stringify(planFile(parts)));

const sent = async (bytes: Uint8Array, name = "plan.txt"): Promise<ShownCard> => {
  drive.served = bytes;
  return send(talk, headOfService, [drive.file(name)]);
};

/** Sends a file, settles its rows as wanted, and gives the plan in force; what has to be said is said. */
async function imported(bytes: Uint8Array, wanted: Record<string, string> = {}): Promise<Plan> {
  const card = await sent(bytes);
  const starts: Record<string, string> = inputsOf(card).has("First day of Year 1") ? { "First day of Year 1": "2025-04-01" } : {};
  const receipt = await settle(talk, card, { ...starts, ...wanted });
  expect(receipt.text).toContain("Imported:");
  return ((await talk.features.plans.current()) as { plan: Plan }).plan;
}

const live = <T extends { retired?: boolean }>(items: T[]): T[] => items.filter(({ retired }) => !retired);
const priorities = ({ themes }: Plan) => live(themes).flatMap((theme) => live(theme.priorities));
const actions = (plan: Plan) => priorities(plan).flatMap((priority) => live(priority.actions));
const measures = (plan: Plan) => priorities(plan).flatMap((priority) => live(priority.measures));
const action = (plan: Plan, id: string): PlanAction | undefined => actions(plan).find((one) => one.id === id);
const measure = (plan: Plan, id: string): Measure | undefined => measures(plan).find((one) => one.id === id);
const dues = (plan: Plan, id: string) => action(plan, id)?.milestones?.map(({ due }) => due);
const words = (items: { id: string; text: string }[]) => items.map(({ id, text: said }) => `${id} ${said}`);

const welcome = row("1.1 Welcome", "Open late", "Year 1", "Visits");

describe("what a reader gives for a look is settled with a choice:", () => {
  test.each([
    ["as read", {}, "Action plan"],
    ["another title", { "Title of the plan": "Museum Plan" }, "Museum Plan"],
  ])("no title, %s", async (_, wanted, title) => {
    expect((await imported(utf8([header, welcome].join("\n")), wanted)).title).toBe(title);
  });

  test("no heading: the theme's name", async () => {
    const plan = await imported(utf8(["Museum Plan", header, welcome].join("\n")), { "Name of theme 1": "Visitors" });
    expect(plan.themes[0]).toMatchObject({ name: "Visitors" });
    expect(plan.themes[0]?.inferred).toBeUndefined();
  });

  test("a line without a number that is read as a heading", async () => {
    const file = utf8(["Museum Plan", header, "1. Visitors", welcome, "", "Our buildings", row("2.1 Repair", "Paint", "Year 1", "Doors")].join("\n"));
    expect((await imported(file)).themes[1]?.name).toBe("Our buildings");
    const plan = await imported(file, { "Name of theme 2": "Buildings" });
    expect(plan.themes[1]?.name).toBe("Buildings");
  });

  test.each([
    ["Visitors", "Visitors", "We welcome everyone"],
    ["Guests", "Guests", "Come in"],
  ])("another heading of a theme: %s", async (chosen, name, statement) => {
    const plan = await imported(text(welcome, "1. Guests - Come in", header, row("1.2 Teach", "Run classes", "Year 2", "Classes")), {
      "Name of theme 1": chosen,
    });
    expect(plan.themes[0]).toMatchObject({ name, statement });
  });

  test.each([
    ["Nothing", ["1.1.1 Open late"], ["1.1.m1 Visits"]],
    ["An action", ["1.1.1 Open late", "1.1.2 Printed on recycled paper"], ["1.1.m1 Visits"]],
    ["A measure", ["1.1.1 Open late"], ["1.1.m1 Visits", "1.1.m2 Printed on recycled paper"]],
  ])("a line that belongs to no row: %s", async (chosen, wantedActions, wantedMeasures) => {
    const plan = await imported(text(welcome, "", "Printed on recycled paper"), { "What it is: Printed on recycled paper": chosen });
    expect([words(actions(plan)), words(measures(plan))]).toEqual([wantedActions, wantedMeasures]);
  });

  test.each([
    ["Ignore it", undefined],
    ["Keep it as notes", "Partners: Jo Bloggs"],
  ])("a column that a plan does not have: %s", async (chosen, note) => {
    const wide = row("Priorities", "Actions", "Timescale", "Measures", "Partners");
    const file = utf8(["Museum Plan", "1. Visitors", wide, `${row("1.1 Welcome", "Open late", "Year 1", "Visits", "Jo Bloggs")}`].join("\n"));
    expect(action(await imported(file, { "What to do with Partners": chosen }), "1.1.1")?.note).toBe(note);
  });

  test.each([
    ["Take it", ["1.1", "1.2"]],
    ["Leave it out", ["1.1"]],
  ])("a priority without actions: %s", async (chosen, ids) => {
    const plan = await imported(text(welcome, row("1.2 Teach", "", "", "Classes")), { "What should happen to 1.2": chosen });
    expect(priorities(plan).map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ["Leave without", undefined],
    ["End of Year 3", ["2028-03-31"]],
  ])("actions without a date: %s", async (chosen, due) => {
    const plan = await imported(text(row("1.1 Welcome", bullets("Open late", "Open early"), "Year 1", "Visits")), {
      "Date for what has none under 1.1": chosen,
    });
    expect(dues(plan, "1.1.2")).toEqual(due);
  });

  test.each([
    ["Leave them out", ["2026-03-31"]],
    ["Further dates", ["2026-03-31", "2027-03-31"]],
  ])("dates that are left over: %s", async (chosen, due) => {
    const plan = await imported(text(row("1.1 Welcome", "Open late", "Year 1 Year 2", "Visits")), { "Dates left over under 1.1": chosen });
    expect(dues(plan, "1.1.1")).toEqual(due);
  });

  test.each([
    ["One for each", [["2026-03-31"], ["2027-03-31"]]],
    ["All are stages", [["2026-03-31", "2027-03-31"], undefined]],
  ])("dates that may be stages of one action: %s", async (chosen, expected) => {
    const stages = row("1.1 Welcome", bullets("Open late", "Open early"), "Year 1 (Pilot) Year 2 (Roll out)", "Visits");
    const plan = await imported(text(stages), { "Dates under 1.1": chosen });
    expect([dues(plan, "1.1.1"), dues(plan, "1.1.2")]).toEqual(expected);
  });

  test.each([
    ["", undefined],
    ["2027-05-31", ["2027-05-31"]],
  ])("a date that cannot be read: %j", async (chosen, due) => {
    expect(dues(await imported(text(row("1.1 Welcome", "Open late", "Spring", "Visits")), { "Date of 1.1.1": chosen }), "1.1.1")).toEqual(due);
  });

  test("a date that was read beside words that were not: as read, or another one", async () => {
    const file = text(row("1.1 Welcome", "Open late", "Year 1 and then for good", "Visits"));
    expect(dues(await imported(file), "1.1.1")).toEqual(["2026-03-31"]);
    expect(dues(await imported(file, { "Date of 1.1.1": "2026-01-31" }), "1.1.1")).toEqual(["2026-01-31"]);
  });

  test.each([
    ["An action", ["1.1.1 Open late", "1.1.2 Increased visits by schools"], ["1.1.m1 Visits"]],
    ["A measure", ["1.1.1 Open late"], ["1.1.m1 Visits", "1.1.m2 Increased visits by schools"]],
    ["Neither", ["1.1.1 Open late"], ["1.1.m1 Visits"]],
  ])("a measure among the actions: %s", async (chosen, wantedActions, wantedMeasures) => {
    const plan = await imported(text(row("1.1 Welcome", bullets("Open late", "Increased visits by schools"), "Year 1 Year 2", "Visits")), {
      "What 1.1.2 is": chosen,
    });
    expect([words(actions(plan)), words(measures(plan))]).toEqual([wantedActions, wantedMeasures]);
  });

  test.each([
    ["As inferred; each", ["kind", "direction"], "number"],
    ["As inferred, and", undefined, "number"],
    ["In words only", ["kind", "direction"], "narrative"],
  ])("measures whose kind is inferred: %s", async (chosen, inferred, kind) => {
    const plan = await imported(text(row("1.1 Welcome", "Open late", "Year 1", "Number of visits")), { "How they are taken": chosen });
    expect([measure(plan, "1.1.m1")?.inferred, measure(plan, "1.1.m1")?.kind]).toEqual([inferred, kind]);
  });

  test("what cannot be read here is left unread, or keeps the import from being made until the file is put right", async () => {
    drive.served = await xlsx((workbook) => {
      workbook
        .addWorksheet("Plan")
        .addRows([["Museum Plan"], ["Priority", "Actions", "Timescale", "Measures"], ["1.1 Welcome", "Open late", "Year 1", "Visits"]]);
      workbook.addWorksheet("Old").state = "hidden";
    });
    const card = await send(talk, headOfService, [drive.file("plan.xlsx")]);
    expect(card.text).toContain('the sheet "Old" is hidden and is not read');
    const hidden = 'What to do: the sheet "Old" is hidden and is not read';
    const stopped = await settle(talk, card, { "First day of Year 1": "2025-04-01", [hidden]: "Stop" });
    expect(stopped.text).toContain("you said of 1 row that the file has to be corrected first");
    expect(stopped.text).toContain("To be put right in the file");
    expect((await talk.features.plans.current())?.sample).toBe(true);
    expect((await settle(talk, stopped, { [hidden]: "Ignore it" })).text).toContain("Imported: Museum Plan");
  });
});

describe("measures that are printed under several priorities", () => {
  const twice = text(row("1.1 Welcome", "Open late", "Year 1", "Number of visits"), row("1.2 Teach", "Run classes", "Year 1", "Number of visits"));
  const label = "Figures of 1.1.m1 and its like";

  test("are kept apart when nobody chooses, and count as one when that is chosen, as if a manager had joined them", async () => {
    expect(measures(await imported(twice)).map(({ countsAs }) => countsAs)).toEqual([undefined, undefined]);
    const plan = await imported(twice, { [label]: "Count as one: the figures of 1.2.m1" });
    expect(measures(plan).map(({ countsAs }) => countsAs)).toEqual(["1.2.m1", undefined]);
    const joined = (await talk.features.auditLog.changes({ plan: "plan" })).filter(({ parts }) => parts.some(({ what }) => what === "counted with"));
    expect(joined).toMatchObject([{ by: headOfService, through: "plan.import", parts: [{ item: "1.1.m1", to: "1.2.m1" }] }]);
    expect((await talk.card(headOfService, "join 1.1.m1")).text).toContain("1.1.m1, under 1.1 Welcome: 0 figures, counts as 1.2.m1");
  });

  test("of which two are joined can all be counted as that one", async () => {
    await imported(twice, { [label]: "Count as one: the figures of 1.1.m1" });
    const thrice = text(...["1.1 Welcome", "1.2 Teach", "1.3 Reach"].map((title) => row(title, `Do ${title}`, "Year 1", "Number of visits")));
    const plan = await imported(thrice, { [label]: "Count as one: the figures of 1.1.m1" });
    expect(measures(plan).map(({ countsAs }) => countsAs)).toEqual([undefined, "1.1.m1", "1.1.m1"]);
  });

  test("that were joined stay so when nobody chooses, and are parted when that is chosen", async () => {
    await imported(twice, { [label]: "Count as one: the figures of 1.1.m1" });
    expect(measure(await imported(twice), "1.2.m1")?.countsAs).toBe("1.1.m1");
    const card = await sent(twice);
    expect(card.text).toContain("As now: the figures of 1.1.m1 count");
    await settle(talk, card, { [label]: "Each keeps its own figures" });
    expect(measure(((await talk.features.plans.current()) as { plan: Plan }).plan, "1.2.m1")?.countsAs).toBeUndefined();
  });
});

describe("over a plan of one's own", () => {
  const rows = (...texts: string[]) => text(row("1.1 Welcome", bullets(...texts), texts.map((_, at) => `Year ${at + 1}`).join(" "), "Visits"));

  test.each([
    ["Take the new words", "1.1.1 Open very late"],
    ["Keep what was", "1.1.1 Open late"],
  ])("other words: %s", async (chosen, expected) => {
    await imported(rows("Open late"));
    expect(words(actions(await imported(rows("Open very late"), { "Words of 1.1.1": chosen })))).toEqual([expected]);
  });

  test.each([
    ["Take the new words", "Action plan"],
    ["Keep what was", "Museum Strategy Action Plan"],
  ])("a file without a title: %s", async (chosen, title) => {
    await imported(text(welcome));
    expect((await imported(utf8(["1. Visitors - We welcome everyone", header, welcome].join("\n")), { "Words of the title": chosen })).title).toBe(title);
  });

  test("dates that were set on the card stay when the same file is imported again, whatever is chosen for others", async () => {
    const file = text(
      row("1.1 Welcome", bullets("Open late", "Open early", "Sell tickets"), "Year 1 Spring", "Visits"),
      row("1.2 Teach", "Teach", "Autumn", ""),
    );
    await imported(file, { "Date for what has none under 1.1": "End of Year 3", "Date of 1.2.1": "2026-10-31" });
    const card = await sent(file);
    expect(card.text).toContain("Set before, and they stay: 1.1.2 on 31 March 2028 and 1.1.3 on 31 March 2028.");
    expect(card.text).toContain("This date was set before and stays.");
    const plan = await imported(file, { "Date for what has none under 1.1": "End of Year 5" });
    expect(["1.1.2", "1.1.3", "1.2.1"].map((id) => dues(plan, id))).toEqual([["2028-03-31"], ["2028-03-31"], ["2026-10-31"]]);
    expect(dues(await imported(file, { "Date of 1.2.1": "2026-11-30" }), "1.2.1")).toEqual(["2026-11-30"]);
  });

  test("words that moved to other numbers get their old ones again, each with its lead and status; what is new gets the next one", async () => {
    await imported(rows("Open late", "Sell tickets"));
    await talk.press(headOfService, await talk.card(headOfService, "1.1.2 is at risk because of the tills"), "Save 1.1.2");
    const moved = rows("Paint the doors", "Open late", "Sell tickets");
    const card = await sent(moved);
    expect(card.text).toContain("Its words stood at 1.1.1 before");
    await settle(talk, card, { "Words of 1.1.2": "Give these words their old number, 1.1.1", "What should happen to 1.1.3, which is new": "Give these words" });
    const plan = ((await talk.features.plans.current()) as { plan: Plan }).plan;
    expect(words(actions(plan))).toEqual(["1.1.1 Open late", "1.1.2 Sell tickets", "1.1.3 Paint the doors"]);
    // Their dates came along, and what was said stays with the words.
    expect(dues(plan, "1.1.1")).toEqual(["2027-03-31"]);
    expect((await talk.card(headOfService, "how is 1.1.2 doing")).text).toMatch(/At risk[\s\S]*Sell tickets/);
  });

  test("words that moved up since something before them is gone get their old numbers again", async () => {
    await imported(rows("Paint the doors", "Open late", "Sell tickets"));
    const plan = await imported(rows("Open late", "Sell tickets"), {
      "Words of 1.1.1": "Give these words their old number, 1.1.2",
      "Words of 1.1.2": "Give these words their old number, 1.1.3",
    });
    expect(words(actions(plan))).toEqual(["1.1.2 Open late", "1.1.3 Sell tickets"]);
  });

  test.each([
    ["Take it", ["1.1", "1.2"], 2],
    ["Leave it out", ["1.1"], 1],
  ])("a new priority with all under it: %s", async (chosen, ids, count) => {
    await imported(text(welcome));
    const file = text(welcome, row("1.2 Teach", "Run classes", "Year 1", "Classes"));
    expect((await sent(file)).text).toContain("is new, with 1 action and 1 measure");
    const plan = await imported(file, { "What should happen to 1.2, which is new": chosen });
    expect([priorities(plan).map(({ id }) => id), actions(plan).length]).toEqual([ids, count]);
  });

  test.each([
    ["Take it", ["1.1.1 Open late", "1.1.2 Open early"]],
    ["Leave it out", ["1.1.1 Open late"]],
  ])("a new action: %s", async (chosen, expected) => {
    await imported(rows("Open late"));
    expect(words(actions(await imported(rows("Open late", "Open early"), { "What should happen to 1.1.2, which is new": chosen })))).toEqual(expected);
  });

  test.each([
    ["Take it", ["1.1.1 Open late", "1.1.2 Open early"]],
    ["Leave it out", ["1.1.1 Open late"]],
  ])("what was gone and is there again: %s", async (chosen, expected) => {
    await imported(rows("Open late", "Open early"));
    await imported(rows("Open late"));
    expect(words(actions(await imported(rows("Open late", "Open early"), { "What should happen to 1.1.2, which is back": chosen })))).toEqual(expected);
  });

  test.each([
    ["Take it out", ["1.1.1 Open late"]],
    ["Keep it", ["1.1.1 Open late", "1.1.2 Open early"]],
  ])("an action that is gone: %s", async (chosen, expected) => {
    await imported(rows("Open late", "Open early"));
    expect(words(actions(await imported(rows("Open late"), { "What should happen to 1.1.2": chosen })))).toEqual(expected);
  });

  test.each([
    ["Take it out", ["1.1.1 Open late"], ["1.1.m1 Visits"]],
    ["Keep it", ["1.1.1 Open late", "2.1.1 Paint"], ["1.1.m1 Visits", "2.1.m1 Doors"]],
  ])("a theme that is gone, with all under it: %s", async (chosen, wantedActions, wantedMeasures) => {
    await imported(text(welcome, "2. Buildings", header, row("2.1 Repair", "Paint", "Year 1", "Doors")));
    const card = await sent(text(welcome));
    expect(card.text).toContain("is not in the file any more, with 1 priority, 1 action and 1 measure");
    const plan = await imported(text(welcome), { "What should happen to 2": chosen });
    expect([words(actions(plan)), words(measures(plan))]).toEqual([wantedActions, wantedMeasures]);
  });

  test("everything left out is said to be too much, and nothing is imported", async () => {
    await imported(text(welcome));
    const other = utf8(["Museum Plan", "7. Other", header, row("7.1 Other", "Do", "Year 1", "Doing")].join("\n"));
    const card = await settle(talk, await sent(other), { "What should happen to 7, which is new": "Leave it out" });
    expect(card.text).toContain("you have left out everything in the plan");
  });

  test.each([
    ["Take the new ones", ["2026-12-31", "2027-12-31"]],
    ["Keep what was", ["2026-03-31"]],
  ])("stages that changed where some were done: %s", async (chosen, due) => {
    const file = (milestones: unknown) => json({ action: { milestones } });
    await imported(file([{ label: "Pilot", due: "2026-03-31", done: "2026-03-01" }]));
    const next = file([
      { label: "Doors", due: "2026-12-31" },
      { label: "Windows", due: "2027-12-31" },
    ]);
    expect(dues(await imported(next, { "Dates of 1.1.1": chosen }), "1.1.1")).toEqual(due);
  });

  test("a key that a plan file does not have is left unread", async () => {
    await imported(json({ action: { colour: "red" } }), { "What to do: themes[0].priorities[0].actions[0].colour is not read": "Ignore it" });
  });

  test("a spreadsheet's notes and dates come row by row", async () => {
    drive.served = await sheet([
      ["Museum Plan"],
      ["Priority", "Actions", "Timescale", "Measures", "Room"],
      ["1.1 Welcome", "Open late", "Year 1", "Visits", "Sam"],
      ["", "Open early", "Spring", "", "Jo"],
    ]);
    const card = await send(talk, headOfService, [drive.file("plan.xlsx")]);
    await settle(talk, card, { "First day of Year 1": "2025-04-01", "What to do with Room": "Keep it as notes", "Date of 1.1.2": "2026-05-31" });
    const plan = ((await talk.features.plans.current()) as { plan: Plan }).plan;
    expect(actions(plan).map(({ note }) => note)).toEqual(["Room: Sam", "Room: Jo"]);
    expect(dues(plan, "1.1.2")).toEqual(["2026-05-31"]);
  });
});

test("a talk is opened over a plan of one's own with nothing to look at", async () => {
  await talk.stop();
  talk = await openTalk(await openStorage(), { file: "museum" });
  expect((await sent(utf8(JSON.stringify((await talk.features.plans.current())?.plan)), "plan.json")).text).toContain("Nothing is new");
});
