import { describe, expect, test } from "vitest";
import { readPlan } from "../../src/plan-import/index.js";
import { jsonProblem } from "../../src/plan-import/json-text.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { planFile } from "../support/plan-files.js";

const read = (file: unknown) => readPlan("plan.json", JSON.stringify(file));
const firstOf = (file: unknown) => {
  const { plan, look } = read(file);
  const [priority] = plan.themes[0]?.priorities ?? [];
  return { plan, look: look.map(({ id, why }) => `${id}: ${why}`), priority, action: priority?.actions[0], measure: priority?.measures[0] };
};

/** The problems of a file that cannot be read, a line each. */
function problems(text: string): string[] {
  try {
    readPlan("plan.json", text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserFacingError);
    const [first, ...rest] = (error as Error).message.split("\n");
    expect(first).toBe("plan.json cannot be read as a plan. Nothing was saved.");
    return rest.map((line) => line.trim());
  }
  throw new Error("It was read");
}
const problemsOf = (file: unknown) => problems(JSON.stringify(file));

describe("a plan file", () => {
  test("gives milestones from the timescale when it has none of its own", () => {
    expect(firstOf(planFile({ action: { timescale: "Year 1 (Pilot) Year 2 (ongoing)" } })).action?.milestones).toEqual([
      { label: "Pilot", due: "2026-03-31" },
      { due: "2027-03-31", ongoing: true },
    ]);
  });

  test.each([[[{ due: "2026-01-15", done: "2026-01-10", label: "Doors" }]], [[]]])("keeps its own milestones instead: %j", (milestones) => {
    expect(firstOf(planFile({ action: { milestones } })).action?.milestones).toEqual(milestones);
  });

  test.each(["Ongoing", "Spring 2026", "by March 2026"])("leaves an action undated where the timescale is no stamp, and says so: %s", (timescale) => {
    const { action, look } = firstOf(planFile({ action: { timescale } }));
    expect(action).toEqual({ id: "1.1.1", text: "Open late", timescale });
    expect(look[0]).toBe(`1.1.1: the timescale "${timescale}" is no "Year N"; no date was read from it`);
  });

  test("reads kind and direction from the words where it does not say them, and marks them", () => {
    const { measure, look } = firstOf(planFile());
    expect(measure).toEqual({ id: "1.1.m1", text: "Number of visits", kind: "number", direction: "increase", inferred: ["kind", "direction"] });
    expect(look).toEqual(["measures: the kind of 1 measure is inferred from its words: 1 number (1.1.m1); the direction of 1 is inferred too"]);
    expect(firstOf(planFile({ measure: { kind: "percentage", direction: "decrease" } })).measure).not.toHaveProperty("inferred");
  });

  test.each([
    [{ text: "Improved storage", baseline: 3 }, "number"],
    [{ text: "Improved storage", target: true }, "yesno"],
    [{ text: "Number of visits", figures: [{ period: "2025-26", value: "many" }] }, "narrative"],
    [{ text: "% of visits", target: 40 }, "percentage"],
  ])("takes the values into account: %j are a %s", (measure, kind) => {
    expect(firstOf(planFile({ measure })).measure?.kind).toBe(kind);
  });

  test("puts figures in order of time, under the one name of their period", () => {
    const figures = [
      { period: "2026/27 q1", value: 3 },
      { period: "2025-26 Q4", value: 2, note: "Snow", by: "a@example.org", at: "2026-04-09T09:30:00+00:00" },
    ];
    expect(firstOf(planFile({ measure: { figures } })).measure?.figures).toEqual([figures[1], { period: "2026-27 Q1", value: 3 }]);
  });

  test("takes e-mail addresses in any case, and a null for nothing", () => {
    const { priority, action } = firstOf(planFile({ priority: { lead: "Jo.Bloggs@Example.org", aliases: null }, action: { lead: null, note: null } }));
    expect(priority?.lead).toBe("jo.bloggs@example.org");
    expect(action).not.toHaveProperty("lead");
    expect(action).not.toHaveProperty("note");
  });

  test("need not say when Year 1 starts", () => {
    const { starts: _, ...file } = planFile();
    expect(read(file)).toMatchObject({ plan: { starts: "2025-04-01" }, startsSaidBy: "nobody" });
    expect(readPlan("x", JSON.stringify(file), { starts: "2026-01-01" })).toMatchObject({ plan: { starts: "2026-01-01" }, startsSaidBy: "person" });
    expect(read(planFile())).toMatchObject({ startsSaidBy: "source" });
  });

  test.each([
    [planFile({ action: { staus: "complete" } }), '1.1.1: themes[0].priorities[0].actions[0].staus is not read; perhaps "status" is meant'],
    [planFile({ measure: { reporters: "x" } }), '1.1.m1: themes[0].priorities[0].measures[0].reporters is not read; perhaps "reporter" is meant'],
    [planFile({ plan: { $schema: "x" } }), "plan: $schema is not read"],
    [
      planFile({ measure: { figures: [{ period: "2025-26 Q1", value: 1, colour: "red" }] } }),
      "1.1.m1: themes[0].priorities[0].measures[0].figures[0].colour is not read",
    ],
    [
      planFile({ action: { milestones: [{ due: "2026-01-01", Label: "x" }] } }),
      '1.1.1: themes[0].priorities[0].actions[0].milestones[0].Label is not read; perhaps "label" is meant',
    ],
  ])("says which keys it did not read", (file, expected) => {
    expect(firstOf(file).look).toContain(expected);
  });

  test("that was printed by check, or exported, reads the same again", () => {
    const first = read(planFile({ action: { timescale: "Year 1 (ongoing)" }, measure: { figures: [{ period: "2025-26 Q1", value: 1 }] } }));
    expect(read({ plan: first.plan, look: first.look })).toEqual(first);
    expect(read(first.plan)).toEqual(first);
  });

  test("keeps leads as printed, first dates, what is kept up, and ids of any kind", () => {
    const file = planFile({
      priority: { id: "P1", leadAs: "Head of Property" },
      action: { id: "WS2-03", leadAs: "Schools team / K. Osei", ongoing: true, milestones: [{ due: "2026-09-30", printed: "2026-03-31" }] },
      measure: { id: "KPI-1", reporterAs: "ICT Manager" },
    });
    const { plan } = read(file);
    const [priority] = plan.themes[0]?.priorities ?? [];
    expect(priority).toMatchObject({ id: "P1", leadAs: "Head of Property" });
    expect(priority?.actions[0]).toMatchObject({ id: "WS2-03", leadAs: "Schools team / K. Osei", ongoing: true });
    expect(priority?.actions[0]?.milestones).toEqual([{ due: "2026-09-30", printed: "2026-03-31" }]);
    expect(priority?.measures[0]).toMatchObject({ id: "KPI-1", reporterAs: "ICT Manager" });
  });

  test("with a byte order mark is none the worse", () => {
    expect(readPlan("plan.json", new TextDecoder().decode(Buffer.from(`\ufeff${JSON.stringify(planFile())}`))).plan.title).toBe("Museum Plan");
  });
});

describe("a plan file that cannot be read", () => {
  const at = "themes[0].priorities[0]";
  test.each([
    ["an action under no priority", planFile({ theme: { actions: [] } }), "themes[0].actions: an action under no priority: it belongs inside one"],
    ["a measure under no priority", planFile({ plan: { measures: [] } }), "measures: a measure under no priority: it belongs inside one"],
    [
      "an unknown status",
      planFile({ action: { status: "done" } }),
      `${at}.actions[0].status: "done"; one of not-started, on-track, at-risk, off-track, complete, cancelled was expected`,
    ],
    [
      "a date that does not exist",
      planFile({ action: { milestones: [{ due: "2026-02-30" }] } }),
      `${at}.actions[0].milestones[0].due: "2026-02-30" must be a date that exists, written 2027-03-31`,
    ],
    ["a start that does not exist", planFile({ plan: { starts: "2025-02-29" } }), 'starts: "2025-02-29" must be a date that exists, written 2027-03-31'],
    ["Year 0", planFile({ action: { timescale: "Year 0" } }), `${at}.actions[0].timescale: "Year 0": years are counted from 1`],
    ["Year 3 to 1", planFile({ action: { timescale: "Year 3 to 1" } }), `${at}.actions[0].timescale: "Year 3 to 1": ends before it begins`],
    [
      "Year 0 beside dates of its own",
      planFile({ action: { timescale: "Year 0", milestones: [] } }),
      `${at}.actions[0].timescale: "Year 0": years are counted from 1`,
    ],
    [
      "an action's id of another priority",
      planFile({ action: { id: "9.9.1" } }),
      `${at}.actions[0].id: 9.9.1 is not under priority 1.1; an id such as 1.1.1 was expected`,
    ],
    [
      "an id that only looks like it",
      planFile({ action: { id: "1.10.1" } }),
      `${at}.actions[0].id: 1.10.1 is not under priority 1.1; an id such as 1.1.1 was expected`,
    ],
    [
      "a measure's id of another priority",
      planFile({ measure: { id: "1.2.m1" } }),
      `${at}.measures[0].id: 1.2.m1 is not under priority 1.1; an id such as 1.1.m1 was expected`,
    ],
    ["a priority's id of another theme", planFile({ priority: { id: "2.1", actions: [], measures: [] } }), `${at}.id: 2.1 is not under theme 1`],
    [
      "an id twice, whatever its case",
      planFile({ measure: { id: "1.1.A" }, action: { id: "1.1.a" } }),
      `${at}.measures[0].id: "1.1.A" is there twice (first at ${at}.actions[0].id); each id once was expected`,
    ],
    ["an id with a space", planFile({ action: { id: "1.1. 1" } }), `${at}.actions[0].id: "1.1. 1" must be letters, digits, dots and dashes`],
    [
      "a period of no year of this plan",
      planFile({ measure: { figures: [{ period: "2025-27 Q1", value: 1 }] } }),
      `${at}.measures[0].figures[0].period: "2025-27 Q1" is no period of this plan; one such as "2025-26 Q1", "2025-04", "2025-26" was expected`,
    ],
    [
      "a period twice",
      planFile({
        measure: {
          figures: [
            { period: "2025-26 Q1", value: 1 },
            { period: "2025/26 Q1", value: 2 },
          ],
        },
      }),
      `${at}.measures[0].figures[1].period: "2025/26 Q1" is there twice; one figure for each period was expected`,
    ],
    [
      "a value that does not fit",
      planFile({ measure: { kind: "number", figures: [{ period: "2025-26 Q1", value: "many" }] } }),
      `${at}.measures[0].figures[0].value: "many" must be a number, as 1.1.m1 is of the kind number`,
    ],
    [
      "a target that does not fit",
      planFile({ measure: { kind: "percentage", target: 140 } }),
      `${at}.measures[0].target: 140 must be from 0 to 100, as 1.1.m1 is of the kind percentage`,
    ],
    [
      "an infinite value",
      JSON.stringify(planFile({ measure: { target: 7_777 } })).replace("7777", "1e999"),
      `${at}.measures[0].target: Infinity; a number, true, false or text was expected`,
    ],
    ["a lead that is no address", planFile({ priority: { lead: "Jo" } }), `${at}.lead: "Jo" must be an e-mail address`],
    ["no text", planFile({ action: { text: "  " } }), `${at}.actions[0].text: must not be empty`],
    ["a text of megabytes", planFile({ action: { text: "x".repeat(5_000) } }), `${at}.actions[0].text: is longer than 4000 characters`],
    ["no id", planFile({ action: { id: undefined } }), `${at}.actions[0].id: is missing; text in quotes was expected`],
    ["a number for an id", planFile({ action: { id: 1.1 } }), `${at}.actions[0].id: 1.1; text in quotes was expected`],
    ["an unknown time zone", planFile({ plan: { timeZone: "Europe/Atlantis" } }), 'timeZone: "Europe/Atlantis" must be a time zone such as "Europe/London"'],
    ["no themes", planFile({ plan: { themes: [] } }), "themes: a list must have at least one theme"],
    ["an object for a list", planFile({ priority: { actions: {} } }), `${at}.actions: an object; a list was expected`],
    ["a list, not a plan", [], "the plan: a list; an object was expected"],
    ["deep nesting", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "the plan: a list; an object was expected"],
    [
      "deep nesting inside",
      JSON.stringify(planFile({ plan: { themes: "@" } })).replace('"@"', "[".repeat(100_000) + "]".repeat(100_000)),
      "themes[0]: a list; an object was expected",
    ],
    [
      "a path inside check's JSON",
      { plan: planFile({ action: { status: "done" } }), look: [] },
      `plan.${at}.actions[0].status: "done"; one of not-started, on-track, at-risk, off-track, complete, cancelled was expected`,
    ],
  ])("because of %s", (_, file, expected) => {
    expect(typeof file === "string" ? problems(file) : problemsOf(file)).toEqual([expected]);
  });

  test.each([
    ['{\n  "title": "A",\n}', "line 3, column 1: this is no JSON: a key in double quotes was expected"],
    ['{"title": "A"', "line 1, column 14: this is no JSON: it stops too early; a comma or } was expected"],
    ['{\n"title": ', "line 2, column 10: this is no JSON: it stops too early; a value was expected"],
    ["[1, 2", "line 1, column 6: this is no JSON: it stops too early; a comma or ] was expected"],
    ["[1, x]", "line 1, column 5: this is no JSON: a value was expected"],
    ["[1, ]", "line 1, column 5: this is no JSON: a value was expected"],
    ["[01]", "line 1, column 2: this is no JSON: a value or ] was expected"],
    ["[NaN]", "line 1, column 2: this is no JSON: a value or ] was expected"],
    ["[1}", "line 1, column 3: this is no JSON: a comma or ] was expected"],
    ['{"a": 1} {}', "line 1, column 10: this is no JSON: nothing more was expected"],
    ['{"a" 1}', 'line 1, column 6: this is no JSON: a ":" was expected'],
    ['{"a": 1 "b": 2}', "line 1, column 9: this is no JSON: a comma or } was expected"],
    ['{"title": "a\nb"}', "line 1, column 13: this is no JSON: a text in quotes goes on over the line's end"],
    ['{"title": "a\\x"}', "line 1, column 13: this is no JSON: a \\ in a text has no meaning here"],
    ['{"title": "a}', "line 1, column 11: this is no JSON: a text in quotes never ends"],
    ["{'title': 1}", "line 1, column 2: this is no JSON: a key in double quotes or } was expected"],
    ["{// comment\n}", "line 1, column 2: this is no JSON: a key in double quotes or } was expected"],
    ['{"a": 1,\n "b": 2, "\\u0061": 3}', 'line 2, column 10: the key "a" is there twice in one object; each key once was expected'],
  ])("because it is no JSON: %j", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test("only if JSON's own parser says so too", () => {
    const whole = JSON.stringify(
      planFile({ measure: { target: -1.5e-3, figures: [{ period: "2025-26", value: 1, note: 'a "quoted" \\ \t é \u2028 text' }] } }),
      null,
      1,
    );
    for (let at = 0; at < whole.length; at += 7) {
      for (const changed of [
        whole.slice(0, at),
        whole.slice(0, at) + whole.slice(at + 1),
        `${whole.slice(0, at)}"${whole.slice(at)}`,
        `${whole.slice(0, at)},${whole.slice(at)}`,
      ]) {
        const isJson = (() => {
          try {
            return JSON.parse(changed) !== undefined;
          } catch {
            return false;
          }
        })();
        expect([changed, jsonProblem(changed) === undefined]).toEqual([changed, isJson]);
      }
    }
  });

  test("names several problems at once, at most ten", () => {
    const actions = Array.from({ length: 14 }, (_, at) => ({ id: `1.1.${at + 1}`, text: "Do", status: "done" }));
    const found = problemsOf(planFile({ priority: { actions } }));
    expect(found).toHaveLength(11);
    expect(found[9]).toMatch(/^themes\[0\]\.priorities\[0\]\.actions\[9\]\.status: "done"; /);
    expect(found[10]).toBe("and 4 more");
  });

  test("because --starts says another day", () => {
    expect(() => readPlan("plan.json", JSON.stringify(planFile()), { starts: "2026-04-01" })).toThrow(
      'starts: "2025-04-01", but --starts says 2026-04-01; one of the two was expected',
    );
  });
});

describe("an appendix that cannot be read", () => {
  const table = (...rows: string[]) => ["Some Plan", "Priorities\tActions\tTimescale\tMeasures", ...rows].join("\n");
  test.each([
    ["Year 0", table("1.1 A\tDo\tYear 0\t"), 'line 3: 1.1, timescale "Year 0": years are counted from 1'],
    ["Year 3 to 1", table("1.1 A\tDo\tYear 1\t", "\tMore\tYear 3 to 1\t"), 'line 4: 1.1, timescale "Year 3 to 1": ends before it begins'],
    [
      "a number twice",
      table("1.1 A\tDo\tYear 1\t", "1.2 B\tDo\tYear 1\t", "1.1 C\tDo\tYear 1\t"),
      "line 5: priority 1.1 is printed a second time (first in line 3); each number once was expected",
    ],
    [
      "an action under a heading alone",
      table("1.1 A\tDo\tYear 1\t", "2. Place", "\tDo it\tYear 1\t"),
      'line 5: these actions or measures stand under no priority; a row that begins with a number such as 2.1 was expected before it: "Do it"',
    ],
    ["no title", table("1.1\tDo\tYear 1\t"), "line 3: priority 1.1 has no title"],
    [
      "a letter to someone",
      "Dear all,\n\nhere is the plan.\n",
      'the whole text: no row begins with the number of a priority, such as "1.1 Increase …", so this is no appendix; and it is not a plan file (JSON), which begins with {',
    ],
  ])("because of %s", (_, text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});
