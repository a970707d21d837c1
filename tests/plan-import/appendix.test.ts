import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type PlanAction, type Priority, readTimescale } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const text = readFileSync(new URL("../../src/imports/sample/appendix-3.txt", import.meta.url), "utf8");
const { plan, look } = readPlan("appendix-3.txt", text);
const priorities = plan.themes.flatMap((theme) => theme.priorities);
const actions = priorities.flatMap((priority) => priority.actions);
const measures = priorities.flatMap((priority) => priority.measures);
const priority = (id: string) => priorities.find((one) => one.id === id) as Priority;
const action = (id: string) => actions.find((one) => one.id === id) as PlanAction;

describe("the published appendix", () => {
  test("has its themes, priorities, actions, milestones and measures", () => {
    const milestones = actions.flatMap((one) => one.milestones ?? []);
    expect([plan.themes, priorities, actions, milestones, measures].map((list) => list.length)).toEqual([3, 13, 34, 32, 59]);
    expect(plan.title).toBe("Libraries and Heritage Strategy Action Plan");
    expect(plan.themes.map(({ id, name, statement }) => [id, name, statement])).toEqual([
      ["1", "People", "Libraries and Heritage services will support people to reach their full potential"],
      ["2", "Place", "Libraries and Heritage services will be recognised as valuable community assets and will strengthen their role in 'place making'."],
      ["3", "Partnership", undefined],
    ]);
  });

  test("keeps every printed word, misprints too: with what was read taken out, only headers are left", () => {
    const printed = text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    const pages = /(?<=improve the|to design services|Libraries and Heritage) (?=sustainability of|which reach|with the aim)/;
    const stamps = actions.flatMap(({ timescale = "" }) => readTimescale(timescale).stamps.map((stamp) => stamp.printed));
    const headings = plan.themes.flatMap(({ name, statement }) => (statement ? [name, statement] : []));
    const words = [...headings, ...[...actions, ...measures].map((one) => one.text), ...priorities.map(({ title }) => title)].flatMap((one) =>
      one.split(pages),
    );
    let left = printed.replace(plan.title, "|");
    for (const one of [...words, ...stamps].sort((a, b) => b.length - a.length)) {
      expect(left).toContain(one);
      left = left.replace(one, "|");
    }
    expect(left.replace(/[|\d.:\s-]+/g, " ").trim()).toBe(
      [
        "Appendix Indicative actions, timescales and performance measures",
        "L&H Strategy Indicative actions Timescale Indicative output measures / impact outcomes Priorities",
        "L&H Strategy Priorities Activity Initial detailed actions Planned timescale Indicative measures and outcomes",
        "L&H Strategy Priorities Activity Initial detailed actions Planned timescale Indicative measures and outcomes",
      ].join(" "),
    );
  });

  test.each([
    ["1.1", 2, 5],
    ["1.2", 4, 4],
    ["1.3", 2, 3],
    ["1.4", 2, 5],
    ["1.5", 1, 3],
    ["2.1", 3, 7],
    ["2.2", 3, 3],
    ["2.3", 2, 3],
    ["2.4", 3, 5],
    ["2.5", 3, 6],
    ["3.1", 3, 5],
    ["3.2", 2, 5],
    ["3.3", 4, 5],
  ])("priority %s has %i actions and %i measures, numbered in printed order", (id, actionCount, measureCount) => {
    expect(priority(id).actions.map((one) => one.id)).toEqual(Array.from({ length: actionCount }, (_, at) => `${id}.${at + 1}`));
    expect(priority(id).measures.map((one) => one.id)).toEqual(Array.from({ length: measureCount }, (_, at) => `${id}.m${at + 1}`));
  });

  test("puts rows together that go on over a page", () => {
    expect(priority("2.5").title).toBe(
      "Work with communities to design services which reach the heart of communities, reflect our rich diversity, engage new audiences and are responsive to local needs",
    );
    expect(priority("3.2").title).toBe("Maximise partnerships at local and national level to improve the sustainability of services");
    expect(action("2.5.1")).toEqual({
      id: "2.5.1",
      text: "Review the current engagement programme across Libraries and Heritage with the aim of increasing access and widening participation from all groups",
      timescale: "Year 1 / 2",
      milestones: [{ due: "2027-03-31" }],
    });
    expect(priority("2.1").measures.at(-1)?.text).toBe(
      "Increased capacity and facilities for Libraries and Heritage to support community activities and participation",
    );
    expect(priority("3.2").actions.map((one) => [one.text.slice(0, 28), one.timescale])).toEqual([
      ["Develop a plan to maximise f", "Year 1 to 5"],
      ["Identify partners to co-loca", "Year 1 to 5"],
    ]);
  });

  test.each([
    ["1.1.1", "Year 1", [{ due: "2026-03-31" }]],
    [
      "1.1.2",
      "Year 1 (Pilot) Year 2 (Roll out)",
      [
        { label: "Pilot", due: "2026-03-31" },
        { label: "Roll out", due: "2027-03-31" },
      ],
    ],
    ["1.2.3", "Year 2 (ongoing)", [{ due: "2027-03-31", ongoing: true }]],
    ["1.5.1", "Year 2", [{ due: "2027-03-31" }]],
    ["2.1.2", "Year 1 (ongoing)", [{ due: "2026-03-31", ongoing: true }]],
    ["2.1.3", undefined, undefined],
    ["2.2.3", "Year 1 (ongoing)", [{ due: "2026-03-31", ongoing: true }]],
    ["2.5.3", "Year 2 / 3 (ongoing)", [{ due: "2028-03-31", ongoing: true }]],
    ["3.2.2", "Year 1 to 5", [{ due: "2030-03-31" }]],
    ["3.3.2", "Year 3", [{ due: "2028-03-31" }]],
    ["3.3.3", undefined, undefined],
    ["3.3.4", undefined, undefined],
  ])("action %s keeps the timescale as printed: %s", (id, timescale, milestones) => {
    expect(action(id)).toMatchObject(timescale ? { timescale, milestones } : {});
    expect([action(id).timescale, action(id).milestones]).toEqual([timescale, milestones]);
  });

  test.each([
    ["1.1.m1", "number", "increase"],
    ["1.1.m3", "percentage", "increase"],
    ["1.3.m1", "number", "increase"],
    ["1.4.m5", "narrative", "increase"],
    ["1.5.m1", "narrative", "improve"],
    ["2.1.m1", "rating", "improve"],
    ["2.1.m2", "yesno", "complete"],
    ["2.1.m4", "currency", "increase"],
    ["2.4.m2", "yesno", "complete"],
    ["3.1.m3", "narrative", "improve"],
    ["3.3.m1", "yesno", "complete"],
  ])("measure %s is read as %s, to %s, and says that this is inferred", (id, kind, direction) => {
    expect(measures.find((one) => one.id === id)).toMatchObject({ kind, direction, inferred: ["kind", "direction"] });
  });

  test("puts on the list what a person should look at, once each, with the reason", () => {
    expect(look.map(({ id, why }) => [id, why.slice(0, why.indexOf(":") > 0 ? why.indexOf(":") : undefined)])).toEqual([
      ["3", 'theme 3 has no heading; the name "Partnership" is inferred from the titles of its priorities'],
      ["2.1", "3 actions but 2 stamps"],
      ["3.3", "4 actions but 2 stamps"],
      ["3.3.4", "it is printed among the actions but reads like a measure"],
      ["1.4.m1", "the same measure stands under several priorities, as 1.4.m1 and 3.1.m4"],
      ["1.4.m2", "the same measure, but for its ending or spelling, stands under several priorities, as 1.4.m2 and 3.1.m5"],
      ["2.1.m1", "the same measure stands under several priorities, as 2.1.m1, 2.4.m1 and 2.5.m1"],
      ["3.1.m1", "the same measure stands under several priorities, as 3.1.m1 and 3.2.m2"],
      ["3.1.m2", "the same measure stands under several priorities, as 3.1.m2 and 3.2.m3"],
      ["measures", "the kind of 59 measures is inferred from their words"],
    ]);
    expect(plan.themes.map((theme) => theme.inferred)).toEqual([undefined, undefined, ["name"]]);
  });

  test.each([
    ["CRLF line ends", text.replaceAll("\n", "\r\n")],
    ["form feeds at the pages' ends", text.replaceAll("\n\n", "\n\f\n")],
    ["no tabs at the lines' ends", text.replace(/\t+$/gm, "")],
    ["a missing last line end", text.trimEnd()],
    ["page numbers", text.replaceAll("\n\n", "\n12\n\nPage 13 of 20\n")],
    ["a running head", text.replaceAll("\n\n", "\nLibraries and Heritage 2025\n\n")],
  ])("reads the same with %s", (_, changed) => {
    expect(readPlan("changed", changed).plan.themes).toEqual(plan.themes);
  });

  test("dates follow the first day of Year 1", () => {
    const later = readPlan("appendix-3.txt", text, { starts: "2026-01-01" });
    expect(later.plan.themes[0]?.priorities[0]?.actions[1]?.milestones?.map(({ due }) => due)).toEqual(["2026-12-31", "2027-12-31"]);
  });
});
