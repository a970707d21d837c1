import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { understood } from "./understood.js";

const planNamed = (name: string) => readPlan(name, readFileSync(new URL(`../questions/plans/${name}.json`, import.meta.url), "utf8")).plan;
const libraries = planNamed("libraries");
const school = planNamed("school");

const ask = (
  text: string,
  { plan = libraries, before = [] as Interpretation[], today = "2026-11-24", asker = "business.lead@example.org" } = {},
): Interpretation[] => understood(text, { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today, asker, before });

/** "standing 2.3" and the like: the question and what it is about, in order. */
const brief = (readings: Interpretation[]): string =>
  readings
    .map(({ question, args }) => {
      const choices = (args.choices as { id: string }[] | undefined)?.map(({ id }) => id).join("|");
      return [question, args.scope ?? args.measure ?? args.action ?? args.id ?? choices ?? args.person].filter(Boolean).join(" ");
    })
    .join(" + ");

describe("ids in every form", () => {
  it.each([
    ["how is 2.3 doing", "standing 2.3"],
    ["P2.3", "standing 2.3"],
    ["priority two point three", "standing 2.3"],
    ["priority 2-3 status", "standing 2.3"],
    ["2.3.1", "standing 2.3.1"],
    ["action two point three point one", "standing 2.3.1"],
    ["2.3.m1", "figure 2.3.m1"],
    ["2.3 m1 latest", "figure 2.3.m1"],
    ["2.3M1", "figure 2.3.m1"],
    ["the second action in 2.3", "standing 2.3.2"],
    ["measure 1 of 2.3", "figure 2.3.m1"],
    ["theme 2", "standing 2"],
    ["third theme", "standing 3"],
    ["HOW IS 2.3 DOING", "standing 2.3"],
    ["how is 3.4", "unknown-id 3.4"],
    ["when is 2.3.9 due", "unknown-id 2.3.9"],
    ["how is theme 7", "unknown-id theme 7"],
  ])("%s", (text, wanted) => expect(brief(ask(text))).toBe(wanted));

  it.each([
    ["how is a2 going", "standing A2"],
    ["B2.m1 latest", "figure B2.m1"],
    ["theme c rag", "standing C"],
    ["when is D9 due", "unknown-id D9"],
    ["is a2 point 1 still stuck", "standing A2.1"],
    ["tell me where b two point one has got to", "standing B2.1"],
    ["how is b two doing", "standing B2"],
    ["B 2 dot 1 status", "standing B2.1"],
  ])("%s in a plan with letters", (text, wanted) => expect(brief(ask(text, { plan: school }))).toBe(wanted));
});

describe("ids as organisations print them", () => {
  const planWith = (...priorities: [string, string[]][]) =>
    readPlan(
      "published.json",
      JSON.stringify({
        title: "Published Plan",
        starts: "2025-04-01",
        themes: [
          {
            id: "all",
            name: "Published Plan",
            priorities: priorities.map(([id, actions]) => ({
              id,
              title: `Walking routes ${id}`,
              actions: actions.map((one) => ({ id: one, text: `Paint it ${one}` })),
            })),
          },
        ],
      }),
    ).plan;
  const plans = {
    letters: planWith(["SO1", ["SO1.1", "SO1.2"]], ["A1", ["A1.1", "A1.2"]]),
    strokes: planWith(["WS2", ["WS2-01", "WS2-03"]], ["LIB", ["LIB-01"]]),
    zeros: planWith(["4.01", ["4.01.01", "4.01.02"]], ["P1", ["1.01", "1.02"]]),
    numbers: planWith(["1", ["1.1", "1.2"]], ["2", ["2.3", "2.4", "2a"]]),
    codes: planWith(["A", ["A.1", "A.2"]], ["B", ["B.1"]]),
  };
  it.each([
    ["letters", "how is SO1.1", "standing SO1.1"],
    ["letters", "A1.2?", "standing A1.2"],
    ["letters", "when is a1.2 due", "deadline A1.2"],
    ["letters", "how is SO2.1", "unknown-id SO2.1"],
    ["strokes", "how is WS2-03", "standing WS2-03"],
    ["strokes", "when is lib-01 due", "deadline LIB-01"],
    ["strokes", "who leads WS2", "leads WS2"],
    ["zeros", "how is 4.01.01 doing", "standing 4.01.01"],
    ["zeros", "1.02", "standing 1.02"],
    ["zeros", "how is P1", "standing P1"],
    ["numbers", "how is objective 2 doing", "standing 2"],
    ["numbers", "priority 1", "standing 1"],
    ["numbers", "how is 2 doing?", "standing 2"],
    ["numbers", "how is action 3", "standing 2.3"],
    ["numbers", "how is 2a", "standing 2a"],
    ["numbers", "what is due in 2 weeks", "due"],
    ["numbers", "what changed in the last 2 months", "changed-since"],
    ["codes", "how is workstream B doing", "standing B"],
    ["codes", "how is a priority doing", "standing plan"],
  ] as [keyof typeof plans, string, string][])("%s: %s", (name, text, wanted) => expect(brief(ask(text, { plan: plans[name] }))).toBe(wanted));
});

describe("words of the plan", () => {
  it.each([
    ["hows ECALM going", "standing 1.1.2"],
    ["is the new library priority on track", "standing 2.1"],
    ["when is the helpers trained milestone due", "deadline 1.4.1"],
    ["who leads the refurbishment priority, and how is it doing?", "leads 2.1 + standing 2.1"],
    ["how is the digital work going", "choose 1.4|1.5|3.1"],
    ["latest customer satisfaction rating", "choose 2.1.m1|2.4.m1|2.5.m1"],
  ])("%s", (text, wanted) => expect(brief(ask(text))).toBe(wanted));

  it("takes a verb for an acronym where the plan has it", () => expect(brief(ask("hows SEND looking", { plan: school }))).toMatch(/\bB2\b/));
  it("does not correct what is spelt right", () => expect(brief(ask("what is for lunch", { plan: school }))).toMatch(/^(?:oos-|not-understood)/));
});

describe("what no plan says", () => {
  it.each(["what is for lunch today", "tell me a joke"])("%s", (text) => expect(brief(ask(text))).toMatch(/^(?:oos-|not-understood|choose)/));
});

describe("pictures", () => {
  it.each([
    ["show me the trend of external funding", "chart 3.2.m4"],
    ["show me the trend of ICT sessions", "choose 1.4.m1|3.1.m4"],
    ["chart of Place", "chart 2"],
    ["chart of the plan", "chart plan"],
    ["graph of 2.3.m1", "chart 2.3.m1"],
    ["show me a graph of school visits", "chart 1.2.m1"],
    ["bar chart of the status of People", "chart 1"],
    ["timeline of 2.3", "chart 2.3"],
    ["show the milestones of Place as a timeline", "chart 2"],
    ["chart of 9.9", "unknown-id 9.9"],
    ["is 2.3.m1 going up or down", "figure 2.3.m1"],
  ])("%s", (text, wanted) => expect(brief(ask(text))).toBe(wanted));

  it.each([
    ["how is Place doing", "chart of it", "chart 2"],
    ["chart of Place", "and People", "chart 1"],
  ])("%s > %s", (first, second, wanted) => expect(brief(ask(second, { before: ask(first) }))).toBe(wanted));
});

describe("reports", () => {
  it.each([
    ["Report for Q2", "report"],
    ["report for committee on Place", "report 2"],
    ["committee report on 2.3", "report 2.3"],
    ["quarterly report", "report"],
    ["can I have the report for last quarter as a Word file", "report"],
    ["report on carbon", "report 2.2"],
    ["report for Q2 on 9.9", "unknown-id 9.9"],
    ["report figures", "report-figure"],
    ["report 45 for 1.1.m1", "report-figure 1.1.m1"],
    ["report 1.1.m1 for Q2", "report-figure 1.1.m1"],
    ["report the figure for Q2", "report-figure"],
    ["I want to report for Q2", "report-figure"],
    ["report for Q2 school visits 262", "report-figure 1.2.m1"],
  ])("%s", (text, wanted) => expect(brief(ask(text))).toBe(wanted));
});

describe("people", () => {
  it.each([
    ["what is mine", "held business.lead@example.org"],
    ["what does the skills lead look after", "held skills.lead@example.org"],
    ["what is overdue for me?", "overdue business.lead@example.org"],
    ["can you check what is overdue for me please", "overdue business.lead@example.org"],
    ["please check 2.3 for me", "standing 2.3"],
    ["overdue for carbon.lead@example.org?", "overdue carbon.lead@example.org"],
    ["who is the lead for the History Centre learning offer", "leads 1.2.2"],
    ["who reports the external funding figure", "leads 3.2.m4"],
    ["which priorities have no lead", "unled"],
  ])("%s", (text, wanted) => expect(brief(ask(text))).toBe(wanted));
});

describe("what wants writing down", () => {
  it.each([
    ["log 150 for 1.1.m1 Q2", { question: "report-figure", measure: "1.1.m1", value: "150" }],
    ["report 4.5 for 2.1.m1", { question: "report-figure", measure: "2.1.m1", value: "4.5" }],
    ["school visits were 1,262 last quarter", { question: "report-figure", measure: "1.2.m1", value: "1,262" }],
    ["2.3.1 is done", { question: "change-status", action: "2.3.1", status: "complete" }],
    ["1.3.2 is back on track now, please update it", { question: "change-status", action: "1.3.2", status: "on-track" }],
    ["mark the STEAM action as at risk", { question: "change-status", action: "1.2.4", status: "at-risk" }],
  ])("%s", (text, { question, ...args }) => {
    expect(ask(text)).toHaveLength(1);
    expect(ask(text)[0]).toMatchObject({ question, args });
  });

  it.each([["is 2.3.1 done?"], ["has 2.3.1 been completed"], ["2.3.1 - done or not"]])("%s is a question", (text) =>
    expect(brief(ask(text))).toBe("standing 2.3.1"),
  );
});

describe("turns that lean on the one before", () => {
  it.each([
    ["how is 2.3 doing", "and 2.4?", "standing 2.4"],
    ["how is 2.3 doing", "who leads it?", "leads 2.3"],
    ["how is 2.3 doing", "why?", "standing 2.3"],
    ["how is theme 1 doing", "what about Place?", "standing 2"],
    ["what is overdue in People", "and Place", "overdue 2"],
    ["list the actions in 1.2", "when are they due", "deadline 1.2"],
    ["latest customer satisfaction rating", "the second one", "figure 2.4.m1"],
    ["latest customer satisfaction rating", "2.5", "figure 2.5.m1"],
    ["latest customer satisfaction rating", "all of them", "figure 2.1.m1 + figure 2.4.m1 + figure 2.5.m1"],
    ["latest for 1.1.m1", "what about m3", "figure 1.1.m3"],
    ["what is overdue", "who leads them?", "overdue"],
    ["how many actions are off track", "which ones?", "count"],
    ["tell me a joke", "how is 2.3", "standing 2.3"],
  ])("%s > %s", (first, second, wanted) => expect(brief(ask(second, { before: ask(first) }))).toBe(wanted));

  it("say what they carried over", () => {
    expect(ask("who leads it?", { before: ask("how is 2.3 doing") })[0]?.args.carried).toBe("Still about 2.3.");
  });

  it("step back from the period that was shown", () => {
    const shown = ask("what was 1.4.m2 in Q4 of 2025-26");
    expect(ask("and the quarter before that?", { before: shown })[0]?.args.window).toMatchObject({ from: "2025-10-01", to: "2025-12-31" });
  });
});

describe("any text at all", () => {
  const long = (piece: string) => piece.repeat(Math.ceil(65_536 / piece.length));
  it.each([
    ["nothing", ""],
    ["white space", " \n\t  "],
    ["marks", "?!.,;:()"],
    ["the marks used inside", "«0» ⟦0⟧ ‹0› ¤ «99»"],
    ["emoji", "😀😀"],
    ["64 KB of letters", long("a")],
    ["64 KB of ids", long("2.3.1.")],
    ["64 KB of dates", long("between 1 may and ")],
    ["64 KB of misspellings", long("literasy curriculm vists ")],
    ["markup", "<at>Waymark</at> [x](http://evil.example) $" + "{data}"],
  ])("%s gives at least one reading", (_, text) => expect(ask(text).length).toBeGreaterThan(0));

  it("the same text gives the same readings", () => expect(ask("whats due in decmber")).toEqual(ask("whats due in decmber")));
});

describe("a message that stands by itself", () => {
  const before = ask("how is 2.3 doing");
  it.each([
    ["Which targets have we already hit?", "measures-met"],
    ["What should I be losing sleep over?", "worry business.lead@example.org"],
    ["thanks!", "thanks"],
    ["hi", "hello"],
  ])("is not bent to what was spoken of before: %s", (text, wanted) => expect(brief(ask(text, { before }))).toBe(wanted));
  it("is bent where it points back", () => expect(brief(ask("who leads it", { before }))).toBe("leads 2.3"));
});
