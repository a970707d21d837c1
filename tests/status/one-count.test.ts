/** The numbers of one plan with figures, in every answer, report and reminder that gives them: the same things are the same number, and parts add up to the whole. */
import { beforeAll, describe, expect, test } from "vitest";
import { countedOnce } from "../../src/figures/index.js";
import { figureLines } from "../../src/reminders/manager-lines/missing.js";
import { contentsOf } from "../../src/reports/contents.js";
import { openReports } from "../../src/reports/index.js";
import type { ReportContents } from "../../src/request/report-maker.js";
import { type PlanTotals, planTotals } from "../../src/status/index.js";
import { openRoom, type Room } from "../intents/room.js";
import { stateOf } from "./state.js";

const today = "2026-11-24";
const window = { from: "2026-07-01", to: "2026-09-30", label: "2026-27 Q2 (July to September 2026)" };

let room: Room;
let totals: PlanTotals;
let contents: ReportContents;
beforeAll(async () => {
  room = await openRoom("libraries");
  totals = planTotals(stateOf("libraries", { today }).state);
  contents = await contentsOf(room.context(), {});
});

const said = async (name: string, args: Record<string, unknown> = {}) => (await room.ask(name, args)).text.replaceAll("\n", " ");
const statuses = () => {
  const { "off-track": red, "at-risk": amber, "on-track": green, complete, "not-started": idle, cancelled } = totals.statuses;
  return `${red} off track (red), ${amber} at risk (amber), ${green} on track (green), ${complete} complete (blue), ${idle} not started, ${cancelled} cancelled (grey)`;
};
const returns = () => {
  const { asked, received, missing, late } = totals.returns;
  return `${received} of ${asked} figures asked for are in; ${missing.length} are missing, ${late} of them late.`;
};
const moves = () => `${totals.worse} figures got worse; ${totals.met} of ${totals.aimed} targets are met.`;

describe("the whole plan", () => {
  test("has parts that add up, and something of each kind", () => {
    const { actions, measures, withFigure, returns: of, aimed, met, worse, better, overdue } = totals;
    expect(Object.values(totals.statuses).reduce((sum, one) => sum + one)).toBe(actions);
    expect(of.received + of.missing.length).toBe(of.asked);
    for (const number of [actions, measures, withFigure, of.received, of.missing.length, of.late, met, worse, better, overdue])
      expect(number).toBeGreaterThan(0);
    expect([of.late <= of.missing.length, met < aimed, aimed <= withFigure, withFigure < measures]).toEqual([true, true, true, true]);
  });

  test("in the report: its summary, what needs attention, its tables, and its files", async () => {
    const summary = contents.summary.join(" ");
    for (const words of [`${totals.actions} actions: ${statuses()}.`, `${totals.overdue} milestones are overdue.`, returns(), moves()])
      expect(summary).toContain(words);
    expect(summary).toContain(`${totals.measures} measures: ${totals.withFigure} have a figure.`);
    const count = (heading: string) => contents.exceptions.find((group) => group.heading === heading)?.count;
    expect(count("Overdue")).toBe(totals.overdue);
    expect(count("Off track (red)")).toBe(totals.statuses["off-track"]);
    expect(count("At risk (amber)")).toBe(totals.statuses["at-risk"]);
    expect(count("Figures that got worse")).toBe(totals.worse);
    expect(count("Targets not met yet")).toBe(totals.aimed - totals.met);
    const rows = (name: string) => contents.tables.find((table) => table.name === name)?.rows.length;
    expect([rows("Actions"), rows("Measures"), rows("Missing figures")]).toEqual([totals.actions, totals.measures, totals.returns.missing.length]);
    const csv = new TextDecoder().decode((await openReports().file(room.context(), {}, "csv")).bytes);
    expect(csv.match(/^Missing figures,/gm)).toHaveLength(totals.returns.missing.length);
  });

  test.each([
    ["brief-me", {}],
    ["brief-me", { committee: true }],
    ["worry", {}],
  ])("in %s %j", async (name, args) => {
    const text = await said(name, args);
    expect(text).toContain(
      `${totals.overdue} milestones are overdue, ${totals.statuses["off-track"]} actions are off track (red) and ${totals.statuses["at-risk"]} at risk (amber).`,
    );
    expect(text).toContain(`${returns()} ${moves()}`);
  });

  test("in what is missing, and in who has not reported", async () => {
    const { asked, received, missing, late } = totals.returns;
    for (const args of [{}, { who: true }])
      expect(await said("missing", args)).toContain(`${missing.length} figures are missing; ${late} of them are late. ${received} of ${asked} are in.`);
  });

  test("in counts", async () => {
    expect(await said("count", { what: "actions" })).toContain(`There are ${totals.actions} actions in the plan: ${statuses()}.`);
    expect(await said("count", { what: "measures" })).toContain(`There are ${totals.measures} measures in the plan: ${totals.withFigure} have a figure.`);
    expect(await said("overdue")).toContain(`${totals.overdue} milestones are overdue.`);
    expect(await said("measures", { scope: "plan" })).toContain(`has ${totals.measures} measures; ${totals.withFigure} have a figure`);
  });

  test("in how measures are judged, and in how alive the plan is", async () => {
    const { aimed, met, worse, measures, withFigure } = totals;
    expect(await said("measures-met")).toContain(`${met} of ${aimed} measures with a target and a figure meet the target.`);
    expect(await said("measures-missed")).toContain(`${aimed - met} of ${aimed} measures with a target and a figure do not meet the target yet.`);
    expect(await said("measures-worse")).toContain(`${worse} of `);
    expect(await said("plan-alive")).toContain(`${measures - withFigure} of ${measures}`);
  });

  test("in the managers' digest, by period", async () => {
    const { known } = room;
    const reports = await room.context().recentReports(countedOnce(known.catalogue, known.catalogue.measures).map(({ id }) => id));
    const numbers = figureLines({ known, reports, today }, known.catalogue).map(({ why = "" }) => {
      const [, received = "0", asked = "1"] = /(none|\d+) of (\d+) (?:is|are) in /.exec(why) ?? [];
      return { received: Number(received) || 0, asked: Number(asked), late: Number(/, (\d+) late$/.exec(why)?.[1] ?? 0) };
    });
    const sum = (what: "received" | "asked" | "late") => numbers.reduce((all, one) => all + one[what], 0);
    // A period of which nothing is missing has no line.
    const whole = totals.returns.asked - sum("asked");
    expect([sum("received") + whole, sum("late")]).toEqual([totals.returns.received, totals.returns.late]);
  });
});

test("a quarter in the report and what is missing of it in the chat", async () => {
  const { summary, tables } = await contentsOf(room.context(), { window });
  const missing = tables.find(({ name }) => name === "Missing figures")?.rows.length ?? 0;
  const [, received, asked] = /(\d+) of (\d+) figures asked for are in/.exec(summary.join(" ")) ?? [];
  expect([Number(received) + missing, missing > 0]).toEqual([Number(asked), true]);
  const text = await said("missing", { window });
  expect(text).toMatch(new RegExp(`^Missing figures.*?${missing} figures.*? missing;`));
  expect(text).toContain(`${received} of ${asked} are in.`);
});

test("a measure that is joined to another is counted once, and said to be", async () => {
  const joined = await openRoom("libraries", {
    change: (plan) => {
      const [first, second] = plan.themes[0]?.priorities[0]?.measures ?? [];
      if (first && second) second.countsAs = first.id;
    },
  });
  const { summary, tables } = await contentsOf(joined.context(), {});
  const words = `${totals.measures} measures: ${totals.withFigure} have a figure; 1 of them is counted with another.`;
  expect(summary.join(" ")).toContain(words);
  expect((await joined.ask("count", { what: "measures" })).text).toContain(words.replace("measures:", "measures in the plan:"));
  expect(summary.join(" ")).toContain(`of ${totals.measures - 1} figures asked for`);
  expect((await joined.ask("missing", {})).text).toContain(`of ${totals.measures - 1} are in`);
  expect(tables.find(({ name }) => name === "Measures")?.rows).toHaveLength(totals.measures);
});
