/** Measures by how they are judged, lateness, shares and sizes, small talk and what no plan can answer. */
import { beforeAll, describe, expect, test } from "vitest";
import { INTENTS } from "../../src/intents/registry.js";
import type { Answer } from "../../src/shared/answer.js";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

const leadOf = ({ data }: Answer): string => ("lead" in data ? data.lead.join(" ") : "");

describe("measures", () => {
  test.each<[string, Record<string, unknown>, string, string[]]>([
    [
      "measures-worse",
      {},
      "6 of 24 measures with two figures to compare are worse than the time before.",
      ["1.1.m1", "1.4.m1", "2.1.m1", "2.2.m2", "2.3.m1", "3.2.m4"],
    ],
    ["measures-worse", { scope: "2.4" }, "No figure got worse: 1 got better and 1 stayed level under 2.4.", []],
    ["measures-worse", { scope: "2.3.1" }, "1 of 2 measures with two figures to compare under 2.3 is worse than the time before.", ["2.3.m1"]],
    ["measures-better", { scope: "2.3" }, "1 of 2 measures with two figures to compare under 2.3 is better than the time before.", ["2.3.m3"]],
    ["measures-met", {}, "3 of 24 measures with a target and a figure meet the target.", ["1.4.m2", "2.4.m1", "2.4.m2"]],
    ["measures-met", { scope: "3" }, "No target is met yet of 3 measures with a target and a figure in Partnership.", []],
    ["measures-missed", { scope: "2.1" }, "2 of 2 measures with a target and a figure under 2.1 do not meet the target yet.", ["2.1.m4", "2.1.m1"]],
    ["measures-missed", { scope: "2.4" }, "All 2 measures with a target and a figure meet it under 2.4.", []],
    ["measures-no-figures", { scope: "2.4" }, "3 of 5 measures under 2.4 never had a figure.", ["2.4.m3", "2.4.m4", "2.4.m5"]],
    [
      "measures-no-target",
      { scope: "1.3" },
      "2 of 3 measures under 1.3 have no target. 1 of 3 measures under 1.3 has no baseline.",
      ["1.3.m2", "1.3.m3", "1.3.m2"],
    ],
    [
      "measures-better",
      { person: "bipc.staff@example.org" },
      "1 of 2 measures with two figures to compare that bipc.staff@example.org reports is better than the time before.",
      ["2.3.m3"],
    ],
  ])("%s %j", async (name, args, lead, ids) => {
    const answer = await room.ask(name, args);
    expect(leadOf(answer)).toBe(lead);
    expect(rowIds(answer)).toEqual(ids);
    expect(answer.text).toContain("As at 24 November 2026.");
  });

  test.each([
    ["2.4.m1", "Yes: it is better than the time before, better than its baseline and at its target or beyond."],
    ["2.3.m1", "Partly: it is better than its baseline, but worse than the time before and short of its target."],
    ["2.1.m1", "No: it is worse than the time before, worse than its baseline and short of its target."],
    ["1.4.m3", "There is no figure for 1.4.m3 yet, so no trend either."],
  ])("%s: is that any good", async (measure, first) => {
    expect(leadOf(await room.ask("figure-good", { measure }))).toMatch(first);
  });

  test("what I report, which figure is missing and from when the next can be given", async () => {
    const answer = await room.ask("what-do-i-report", {}, { as: "finance.staff@example.org" });
    expect(leadOf(answer)).toBe("You report 2 measures. 1 figure is still to report, 1 of them late.");
    expect(answer.text).toContain("last £412,350.75 (2026-27 Q2) · next from 1 January 2027");
    expect(answer.text).toContain("2026-27 Q2 is missing, late since 28 October 2026");
  });
});

describe("lateness", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["an action", { scope: "2.3.1" }, '2.3.1 "Spokes" is 238 days (about 8 months) late: it was due on 31 March 2026.'],
    [
      "one of its stages that was in time",
      { scope: "2.3.1", label: "Hub" },
      '2.3.1 is not late. 2.3.1 "Hub" was due on 31 December 2025 and was done on 12 December 2025, in time.',
    ],
    ["what is in time", { scope: "1.2.1" }, "1.2.1 is not late. 1.2.1 is due on 18 December 2026, in 24 days."],
    ["what has no date", { scope: "3.3.3" }, "3.3.3 has no date in the plan, so it cannot be late."],
    ["a theme", { scope: "1" }, '3 milestones of People are late, the longest by 116 days (about 4 months) (1.4.1 "Helpers trained").'],
    ["a priority where all is in time", { scope: "3.1" }, "Nothing in 3.1 is late: every date so far has been met, as far as anyone has reported."],
  ])("%s", async (_, args, lead) => {
    expect(leadOf(await room.ask("how-late", args)).startsWith(lead)).toBe(true);
  });

  test("what has been overdue longest, level ones named together", async () => {
    const answer = await room.ask("most-overdue", {});
    expect(leadOf(answer)).toBe('2.2.2, 2.2.3 and 2.3.1 "Spokes" are the longest overdue: by 238 days, since 31 March 2026. 6 milestones are overdue in all.');
  });

  test("what was done after its date", async () => {
    expect(leadOf(await room.ask("met-late", {}))).toBe("All 4 milestones done were done in time.");
    const late = await openRoom("libraries", {
      said: [{ priority: "2.3", action: "2.3.1", done: { "1": "2026-04-10" }, by: "business.lead@example.org", at: "2026-04-10T10:00:00Z" }],
    });
    const answer = await late.ask("met-late", {});
    expect(leadOf(answer)).toBe("1 of 5 milestones done was late, the latest by 10 days.");
    expect(answer.text).toContain("10 days late, due 31 March 2026, done on 10 April 2026");
    expect(leadOf(await late.ask("how-late", { scope: "2.3.1", label: "Spokes" }))).toMatch('2.3.1 "Spokes" was done 10 days late.');
  });

  test("a stage that is named alone is told of every action that has it", async () => {
    const answer = await room.ask("deadline", { label: "spokes" });
    expect(answer.text).toMatch(/^"Spokes"\n2\.3\.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days\./);
    const two = await openRoom("libraries", {
      change: (plan) => {
        const action = plan.themes[0]?.priorities[0]?.actions[0];
        action?.milestones?.push({ label: "Hub", due: "2027-01-15" });
      },
    });
    const both = await two.ask("deadline", { scope: "plan", label: "Hub" });
    expect(leadOf(both)).toBe('2 actions have a stage called "Hub".');
    expect(rowIds(both)).toEqual(["2.3.1", "1.1.1"]);
  });

  test("what slipped since a day", async () => {
    const window = { from: "2026-10-01", to: "2026-11-24", label: "from 1 October 2026" };
    const answer = await room.ask("slipped-since", { window });
    expect(leadOf(answer)).toBe("2 milestones slipped since 1 October 2026: 2 went past the date unmet.");
    expect(rowIds(answer)).toEqual(["1.2.4", "1.2.2"]);
  });

  test("what is about to slip is not late yet", async () => {
    const answer = await room.ask("about-to-slip", {});
    expect(leadOf(answer)).toBe("4 actions are not late yet but may be: 3 at risk (amber), of which 1 due within 28 days, 1 only due soon.");
    expect(rowIds(answer)).toEqual(["3.2.1", "1.3.2", "2.1.3", "1.2.1"]);
  });

  test("what has no date, and what is kept up without an end", async () => {
    const answer = await room.ask("undated", {});
    expect(leadOf(answer)).toMatch(
      /^2 of 28 open actions have no date in the plan\. 13 more actions have a date to begin by but no end, and are kept up: 1\.2\.3/,
    );
    expect(rowIds(answer)).toEqual(["2.1.3", "3.3.3"]);
  });
});

describe("what changed", () => {
  test("is told as what happened to the plan: done, missed, figures", async () => {
    const answer = await room.ask("changed-since", { window: { from: "2026-03-01", to: "2026-11-24", label: "from 1 March 2026" } });
    expect(leadOf(answer)).toMatch(/^2 milestones were done, 6 dates were missed or moved and \d+ figures came in, \d+ better and 6 worse than before\./);
    expect(answer.text).toContain("Due 31 March 2026, done on 27 March 2026 (in time)");
    expect(answer.text).toContain("Due 30 October 2026, overdue by 25 days");
    expect(answer.text).toContain("262 visits in 2026-27 Q2");
  });

  test("where nothing did, that is said", async () => {
    const answer = await room.ask("changed-since", { window: { from: "2025-04-02", to: "2025-04-03", label: "2 and 3 April 2025" } });
    expect(leadOf(answer)).toBe("Nothing was changed in 2 and 3 April 2025.");
  });
});

describe("how much", () => {
  test("of everything, together", async () => {
    expect(leadOf(await room.ask("plan-size", {}))).toBe(
      "The plan has 3 themes, 13 priorities, 34 actions, 35 milestones and 59 measures. Actions and measures together are 93.",
    );
    expect(leadOf(await room.ask("plan-size", { scope: "2.3" }))).toBe("2.3 has 2 actions, 3 milestones and 3 measures. Actions and measures together are 5.");
  });

  test.each<[Record<string, unknown>, string]>([
    [{ states: ["complete"] }, "4 of 34 actions are complete (blue). That is 12%."],
    [{ states: ["red", "overdue"] }, "8 of 34 actions are off track (red) or overdue. That is 24%."],
    [{ what: "milestones", states: ["complete"] }, "16 of 35 milestones are met. That is 46%."],
    [{ what: "priorities", states: ["red"], scope: "2" }, "3 of 5 priorities in Place are off track (red). That is 60%."],
    [{}, "There are 34 actions in the plan: 2 off track (red), 6 at risk (amber), 11 on track (green), 4 complete (blue)"],
  ])("as a share: %j", async (args, lead) => {
    expect(leadOf(await room.ask("count", args))).toContain(lead);
  });

  test("the themes with their priorities", async () => {
    const answer = await room.ask("themes", {});
    expect(leadOf(answer)).toMatch(/^The plan has 3 themes: People, Place and Partnership\./);
    expect(rowIds(answer)).toHaveLength(13);
    expect(rowIds(await room.ask("themes", { scope: "3" }))).toEqual(["3.1", "3.2", "3.3"]);
  });
});

describe("small talk", () => {
  test.each([
    ["hello", /^Hello\./],
    ["thanks", /^You're welcome\.$/],
    ["okay", /^No problem\./],
    ["unhappy", /^Sorry about that\./],
  ])("%s gets a short line", async (name, text) => {
    const answer = await room.ask(name, {});
    expect([answer.view, answer.text.length < 250]).toEqual(["notice", true]);
    expect(answer.text).toMatch(text);
  });
});

describe("what no plan can answer", () => {
  const names = INTENTS.map(({ name }) => name).filter((name) => name.startsWith("oos-"));
  test("eleven families", () => {
    expect(names).toHaveLength(11);
  });

  test.each(names)("%s: one line with no rating and no figure, what there is instead, at most two buttons", async (name) => {
    for (const args of [{}, { scope: "2.3.1" }]) {
      const answer = await room.ask(name, args);
      if (answer.view !== "notice") throw new Error(answer.view);
      expect(answer.data.lead).toHaveLength(1);
      expect(answer.text).toMatch(/\bnot\b|\bno\b|\bcannot\b|\bonly\b/);
      expect(answer.text).toMatch(/\bplan\b/);
      expect(answer.text).not.toMatch(/\d|\b(?:red|amber|green|off track|at risk|on track|overdue)\b/);
      expect(answer.data.suggestions.length).toBeLessThanOrEqual(2);
    }
  });
});

describe("the examples of an intent", () => {
  const said = INTENTS.flatMap((intent) => ("examples" in intent ? (intent.examples ?? []).map((example) => ({ name: intent.name, example })) : []));

  test("are no example of another one", () => {
    const seen = new Map<string, string>();
    const twice = said.filter(({ name, example }) => {
      const key = example.toLowerCase().replace(/[^a-z{} ]/g, "");
      const other = seen.get(key);
      seen.set(key, name);
      return other !== undefined;
    });
    expect(twice).toEqual([]);
  });
});
