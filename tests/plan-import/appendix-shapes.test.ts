import { describe, expect, test } from "vitest";
import { type ReadPlan, readPlan } from "../../src/plan-import/index.js";
import { appendix, bullets, header, row } from "../support/appendix-text.js";

const read = (...rows: string[]): ReadPlan => readPlan("appendix.txt", appendix(...rows));
const prioritiesOf = ({ plan }: ReadPlan) => plan.themes.flatMap((theme) => theme.priorities);
const actionsOf = (one: ReadPlan) => prioritiesOf(one).flatMap(({ actions }) => actions.map(({ id, text, timescale }) => [id, text, timescale]));
const measuresOf = (one: ReadPlan) => prioritiesOf(one).flatMap(({ measures }) => measures.map(({ id, text }) => [id, text]));
const looksAt = ({ look }: ReadPlan) => look.filter(({ id }) => id !== "measures").map(({ id, why }) => `${id}: ${why}`);

describe("rows broken by a page", () => {
  test.each([
    ["a bullet that ends its list on the next page", bullets("Open late", "Train the guides in"), bullets("sign language", "Sell tickets")],
    ["an unclosed bullet", "<ul> <li>Open late</li> <li>Train the guides in", "sign language</li> <li>Sell tickets</li></ul>"],
    ["plain text that becomes a list", bullets("Open late", "Train the guides in sign"), bullets("language", "Sell tickets")],
  ])("%s", (_, first, second) => {
    const broken = read(row("1.1 Welcome", first, "Year 1 Year 1", "Number of"), "", header, row("", second, "Year 2", "visits"));
    expect(actionsOf(broken)).toEqual([
      ["1.1.1", "Open late", "Year 1"],
      ["1.1.2", "Train the guides in sign language", "Year 1"],
      ["1.1.3", "Sell tickets", "Year 2"],
    ]);
    expect(measuresOf(broken)).toEqual([["1.1.m1", "Number of visits"]]);
    expect(looksAt(broken)).toEqual([]);
  });

  test("a stamp that goes on over the page is one stamp", () => {
    expect(actionsOf(read(row("1.1 Welcome", "Open late", "Year 1", "Visits"), row("everyone", "and on Sundays", "(ongoing)", "")))).toEqual([
      ["1.1.1", "Open late and on Sundays", "Year 1 (ongoing)"],
    ]);
  });

  test("a number that is printed again on the next page goes on with its row", () => {
    const broken = read(row("1.1 Welcome", "Open late", "Year 1", "Visits"), header, row("1.1 (continued)", "Sell tickets", "Year 2", "Sales"));
    expect(prioritiesOf(broken).map(({ title }) => title)).toEqual(["Welcome"]);
    expect(actionsOf(broken).map(([id]) => id)).toEqual(["1.1.1", "1.1.2"]);
  });

  test("a theme's heading that is printed on each page stays one theme", () => {
    const broken = read(
      row("1.1 Welcome", "Open late", "Year 1", "Visits"),
      "1. Visitors - We welcome everyone",
      header,
      row("", "Sell tickets", "Year 2", "Sales"),
    );
    expect(broken.plan.themes).toHaveLength(1);
    expect(actionsOf(broken).map(([id]) => id)).toEqual(["1.1.1", "1.1.2"]);
  });

  test.each([
    ["in its actions", ["1.1 Welcome\tOpen", "late on Fridays\tYear 1\tVisits"]],
    ["in its title", ["1.1", "Welcome\tOpen late on Fridays\tYear 1\tVisits"]],
    ["in a bullet", ["1.1 Welcome\t<ul> <li>Open late on", "", "Fridays</li></ul>\tYear 1\tVisits"]],
    ["twice", ["1.1 Welcome\tOpen", "late", "on Fridays\tYear 1\tVisits"]],
    ["in a measure's bullet", ["1.1 Welcome\tOpen late on Fridays\tYear 1\t<ul> <li>Vi", "sits</li></ul>"]],
  ])("a row whose line is broken %s is one row", (where, lines) => {
    const broken = read(...lines, row("1.2 Show", "Show it", "Year 2", ""));
    expect(actionsOf(broken)).toEqual([
      ["1.1.1", "Open late on Fridays", "Year 1"],
      ["1.2.1", "Show it", "Year 2"],
    ]);
    expect(measuresOf(broken)[0]?.[1]).toBe(where.includes("measure") ? "Vi sits" : "Visits");
  });
});

describe("columns", () => {
  test("are found by their header, in any order and under other names, and the header may change", () => {
    const text = [
      "Harbour Town Climate Plan",
      "4. Homes: Warm and dry",
      row("Objective", "By when", "What success looks like: measures", "Tasks"),
      row("4.2 Insulate", "Year 1", "Number of lofts", "Insulate lofts"),
      row("Aim", "Action", "Outcome", "Target date"),
      row("4.10 Heat", "Fit heat pumps", "% of homes", "Year 3"),
    ].join("\n");
    const one = readPlan("harbour.txt", text);
    expect(actionsOf(one)).toEqual([
      ["4.2.1", "Insulate lofts", "Year 1"],
      ["4.10.1", "Fit heat pumps", "Year 3"],
    ]);
    expect(measuresOf(one)).toEqual([
      ["4.2.m1", "Number of lofts"],
      ["4.10.m1", "% of homes"],
    ]);
    expect(one.plan.themes).toMatchObject([{ id: "4", name: "Homes", statement: "Warm and dry" }]);
  });

  test("that a plan does not have are put on the list with their words", () => {
    const one = readPlan(
      "x",
      ["Plan", row("Priority", "Cost", "Actions", "Timescale", "Measures"), row("1.1 A", "£2,000", "Do it", "Year 1", "Number of days")].join("\n"),
    );
    expect(actionsOf(one)).toEqual([["1.1.1", "Do it", "Year 1"]]);
    expect(looksAt(one)).toContain('plan: the column "Cost" is not read; 1 row has words in it: "£2,000" (line 3)');
  });

  test("a number and its title may stand in two", () => {
    const one = readPlan("x", ["Plan", row("Ref", "Priority", "Actions", "Timescale", "Measures"), row("1.1", "Be kind", "Do it", "Year 1", "")].join("\n"));
    expect(prioritiesOf(one)).toMatchObject([{ id: "1.1", title: "Be kind" }]);
  });

  test("are the usual four without a header", () => {
    expect(actionsOf(readPlan("x", ["Plan", row("1.1 A", "Do it", "Year 1", "Days")].join("\n")))).toEqual([["1.1.1", "Do it", "Year 1"]]);
  });
});

describe("stamps", () => {
  test.each([
    ["in order", ["A", "B"], "Year 1 Year 2", ["Year 1", "Year 2"], undefined],
    ["stages to one action", ["A", "B"], "Year 1 (Pilot) Year 2 (Roll out) Year 3", ["Year 1 (Pilot) Year 2 (Roll out)", "Year 3"], undefined],
    [
      "stages to each action",
      ["A", "B"],
      "Year 1 (Pilot) Year 2 (Roll out) Year 1 (Pilot) Year 2 (Roll out)",
      ["Year 1 (Pilot) Year 2 (Roll out)", "Year 1 (Pilot) Year 2 (Roll out)"],
      undefined,
    ],
    ["bullets of their own", ["A", "B"], bullets("Year 1 Year 3", "Year 2"), ["Year 1 Year 3", "Year 2"], undefined],
    [
      "too few",
      ["A", "B", "C"],
      "Year 1",
      ["Year 1", undefined, undefined],
      "3 actions but 1 stamp: given to the actions in printed order, so 1.1.2 and 1.1.3 have no date",
    ],
    ["none", ["A", "B"], "", [undefined, undefined], "2 actions but no stamps: 1.1.1 and 1.1.2 have no date"],
    [
      "too many",
      ["A", "B"],
      "Year 1 Year 2 Year 3",
      ["Year 1", "Year 2 Year 3"],
      "2 actions but 3 stamps: given to the actions in printed order; left over, and read for no action: Year 3",
    ],
    [
      "stages for as many actions",
      ["A", "B"],
      "Year 1 (Pilot) Year 2 (Roll out)",
      ["Year 1 (Pilot)", "Year 2 (Roll out)"],
      "the 2 stamps went to the 2 actions in order, but they could also be the stages of one action",
    ],
  ])("%s", (_, actions, cell, timescales, why) => {
    const one = read(row("1.1 Welcome", bullets(...actions), cell, "Visits"));
    expect(actionsOf(one).map(([, , timescale]) => timescale)).toEqual(timescales);
    expect(looksAt(one)).toEqual(why ? [`1.1: ${why}`] : []);
  });

  test("left over are not read as dates of the last action", () => {
    const one = read(row("1.1 Welcome", bullets("A", "B"), "Year 1 Year 2 Year 3", ""));
    expect(prioritiesOf(one)[0]?.actions[1]?.milestones).toEqual([{ due: "2027-03-31" }]);
  });

  test("of rows of their own go to the action of the same row", () => {
    const one = read(row("1.1 Welcome", "Open late", "", "Visits"), row("", "Sell tickets", "Year 2", ""), row("", "Clean up", "Year 3", ""));
    expect(actionsOf(one).map(([, , timescale]) => timescale)).toEqual([undefined, "Year 2", "Year 3"]);
    expect(looksAt(one)).toEqual(["1.1: 1.1.1 has no date"]);
    const last = read(row("1.1 Welcome", "Open late", "", "Visits"), row("", "Sell tickets", "Year 2", ""));
    expect(actionsOf(last).map(([, , timescale]) => timescale)).toEqual([undefined, "Year 2"]);
  });

  test.each(["Ongoing", "Spring 2026", "by March 2026", "Early Years", "TBC"])("words that are no stamp stay as printed without a date: %s", (printed) => {
    const one = read(row("1.1 Welcome", "Open late", printed, ""));
    expect(actionsOf(one)).toEqual([["1.1.1", "Open late", printed]]);
    expect(prioritiesOf(one)[0]?.actions[0]?.milestones).toBeUndefined();
    expect(looksAt(one)).toEqual([`1.1.1: the timescale "${printed}" is no "Year N"; no date was read from it`]);
  });

  test("words among stamps take their place in the order", () => {
    const one = read(row("1.1 Welcome", bullets("A", "B", "C"), "Year 1 TBC Year 2", ""));
    expect(actionsOf(one).map(([, , timescale]) => timescale)).toEqual(["Year 1", "TBC", "Year 2"]);
  });
});

describe("headings", () => {
  const titled = (...titles: string[]) =>
    readPlan("x", ["Some Plan", header, ...titles.map((title, at) => row(`3.${at + 1} ${title}`, "Do it", "Year 1", ""))].join("\n")).plan.themes[0];

  test.each([
    [["Grow partnerships", "Value our partnership with schools", "Seek partners and partnerships"], "Partnership"],
    [["Safer transport", "Transport for all", "Public transport at night"], "Transport"],
    [["Care for patients at home", "Listen to patients", "Feed the staff"], "Patients"],
    [["Open the doors", "Close the windows"], "Theme 3"],
    [["Safer roads"], "Theme 3"],
  ])("a missing one is made from the priorities' titles: %j", (titles, name) => {
    expect(titled(...titles)).toMatchObject({ id: "3", name, inferred: ["name"] });
  });

  test("one without a number is taken, and said so", () => {
    const one = readPlan(
      "x",
      ["Some Plan", "", "People - For all", header, row("1.1 A", "Do", "Year 1", ""), "", "Place - Near by", header, row("2.1 B", "Do", "Year 1", "")].join(
        "\n",
      ),
    );
    expect(one.plan.themes).toMatchObject([
      { id: "1", name: "People", statement: "For all" },
      { id: "2", name: "Place", statement: "Near by" },
    ]);
    expect(looksAt(one)).toHaveLength(2);
  });

  test.each([
    ["Theme 2: Place - Near by", { id: "2", name: "Place", statement: "Near by" }],
    ["2. Place", { id: "2", name: "Place" }],
    ["2) Place making – Near by", { id: "2", name: "Place making", statement: "Near by" }],
    ["<b>2. Place</b> - Near by", { id: "2", name: "Place", statement: "Near by" }],
  ])("%s", (heading, theme) => {
    expect(readPlan("x", ["Some Plan", heading, header, row("2.1 B", "Do", "Year 1", "")].join("\n")).plan.themes).toMatchObject([theme]);
  });

  test("may be lettered, and so may the numbers under it", () => {
    const one = readPlan("x", ["Some Plan", "A. Place", header, row("A1 Open", "Do", "Year 1", ""), row("A2 Close", "A4 leaflets", "Year 2", "")].join("\n"));
    expect(actionsOf(one)).toEqual([
      ["A1.1", "Do", "Year 1"],
      ["A2.1", "A4 leaflets", "Year 2"],
    ]);
  });

  test("a line that belongs nowhere is put on the list, not dropped", () => {
    const one = read(row("1.1 Welcome", "Open late", "Year 1", ""), "Printed on recycled paper", row("1.2 Show", "Show it", "Year 1", ""));
    expect(looksAt(one)).toEqual(['1.1: line 6 belongs to no row and is not read: "Printed on recycled paper"']);
  });

  test("a missing title is said", () => {
    const one = readPlan("x", [header, row("1.1 A", "Do", "Year 1", "")].join("\n"));
    expect(one.plan.title).toBe("Action plan");
    expect(looksAt(one)[0]).toBe('plan: no title is printed; "Action plan" stands in for it');
  });
});

describe("words", () => {
  test("of the layout are folded, entities read, and everything else is kept", () => {
    const one = read(row("1.1 Welcome", "<ul><li>Open   late &amp; <b>often</b>,\u00a0for &lt;5s; 50% &gt; 40%</li></ul>", "Year 1", "• One • Two"));
    expect(actionsOf(one)[0]?.[1]).toBe("Open late & often, for <5s; 50% > 40%");
    expect(measuresOf(one).map(([, text]) => text)).toEqual(["One", "Two"]);
  });

  test("printed action numbers are the ids", () => {
    expect(actionsOf(read(row("1.1 Welcome", bullets("1.1.1 Open late", "1.1.3. Sell tickets"), "Year 1 Year 2", "")))).toEqual([
      ["1.1.1", "Open late", "Year 1"],
      ["1.1.3", "Sell tickets", "Year 2"],
    ]);
  });

  test("an amount at the start of a title's next line is no number of a priority", () => {
    expect(prioritiesOf(read(row("1.1 Raise", "Ask", "Year 1", ""), row("2.5 million pounds", "", "", "")))).toMatchObject([
      { title: "Raise 2.5 million pounds" },
    ]);
  });
});
