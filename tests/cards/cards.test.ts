import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Answer, Badge, ViewName } from "../../src/shared/answer.js";
import { renderCard } from "../../src/teams/cards.js";
import { faultsOf, objectsOf } from "../support/card-check.js";
import { samples } from "../support/samples.js";
import { textOf } from "../support/teams.js";
import { answerOfAllViews } from "./answers.js";

const looks: ViewName[] = ["standing", "rows", "measure", "choice", "notice", "form", "receipt", "picture", "digest"];
const verbs = ["questions.ask", "figures.record", "figures.form", "reminders.act", "reminders.rhythm"];

test("every template is a look's, and every look has a sample", () => {
  const folder = new URL("../../cards/", import.meta.url);
  const templates = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(templates.sort()).toEqual(looks.map((look) => `${look}.json`).sort());
  expect(new Set(samples().map(({ answer }) => answer.view))).toEqual(new Set(looks));
});

test("a fault is found, so that no faults means something", () => {
  expect(faultsOf({ type: "AdaptiveCard", version: "1.5", body: [{ type: "Rich" }, { type: "Container", style: "loud", items: [] }] })).toHaveLength(2);
});

describe.each(samples())("the card of $name", ({ answer }) => {
  const card = renderCard(answer);

  test("is valid by schema 1.5, with every expression filled in", () => {
    expect(faultsOf(card)).toEqual([]);
    expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    expect(JSON.stringify(card)).not.toMatch(/\$\{|\$data|\$when|undefined/);
  });

  test("has only buttons that lead somewhere, where Action.Execute is not known too", () => {
    const actions = objectsOf(card).filter(({ type }) => typeof type === "string" && type.startsWith("Action.Execute"));
    for (const { type: _, verb, data, fallback, ...rest } of actions) {
      expect(verbs).toContain(verb);
      expect(fallback).toEqual({ type: "Action.Submit", ...rest, data: { verb, ...(data as object) } });
    }
    const more = "details" in answer.data ? (answer.data.details?.suggestions ?? []) : [];
    const wanted = "choices" in answer.data ? answer.data.choices : [...more, ...answer.data.suggestions];
    const inBlocks = answer.view === "digest" ? answer.data.blocks.flatMap(({ presses }) => presses) : [];
    const pressed = "presses" in answer.data ? (answer.data.presses ?? []) : inBlocks;
    expect(actions.map(({ data }) => data)).toEqual([...pressed.map(({ data }) => data), ...wanted.map(({ says }) => ({ says }))]);
  });

  test("names a colour only where the answer does", () => {
    const colours = (text: string) => text.match(/\b(red|amber|green|blue|grey)\b/gi)?.length ?? 0;
    const badges = objectsOf({ ...answer.data, chart: undefined }).filter(({ colour }) => typeof colour === "string" && colour !== "none");
    const said = objectsOf(answer.data).flatMap((object) => Object.entries(object).filter(([key]) => key !== "colour" && key !== "says"));
    const inWords = said.reduce(
      (sum, [, value]) =>
        sum +
        colours(
          [value]
            .flat()
            .filter((it) => typeof it === "string")
            .join(" "),
        ),
      0,
    );
    expect(colours(textOf(card))).toBe(badges.length + inWords);
  });
});

test.each<[Badge, string]>([
  [{ word: "Off track", colour: "red" }, "Off track (red)"],
  [{ word: "At risk", colour: "amber" }, "At risk (amber)"],
  [{ word: "On track", colour: "green" }, "On track (green)"],
  [{ word: "Complete", colour: "blue" }, "Complete (blue)"],
  [{ word: "Cancelled", colour: "grey" }, "Cancelled (grey)"],
  [{ word: "Not started", colour: "none" }, "Not started"],
])("a badge of %o reads %j: in a row after the id and before the detail, of a status first of all", (badge, label) => {
  const rows = [{ id: "2.3.1", text: "Establish a hub", badge, detail: "Due 31 March 2027" }];
  const look = { title: "Actions of 2.3", lead: [], sections: [{ heading: "Actions", rows }], gaps: [], sources: [], suggestions: [] };
  expect(textOf(renderCard({ view: "rows", data: look, text: "" }))).toContain(
    `2.3.1\n Establish a hub\n${badge.colour === "none" ? "○" : "●"} \n${label}\n · Due 31 March 2027\n`,
  );
  const standing = { ...look, eyebrow: "Priority in Place", title: "2.3 Deliver services", badge, lead: ["Because."], facts: [] };
  expect(textOf(renderCard({ view: "standing", data: standing, text: "" }))).toMatch(
    new RegExp(`^${label.replace(/[()]/g, "\\$&")}\nPriority in Place\n2.3 Deliver services\nBecause.\n`),
  );
});

test("what a status is made of is folded behind buttons that say how much there is, and how far it is told in words too", () => {
  const rows = [{ id: "2.3.1", text: "Establish a hub" }];
  const data = {
    eyebrow: "",
    title: "2.3",
    badge: { word: "Complete", colour: "blue" } as const,
    lead: [],
    facts: [],
    gaps: ["A.", "B."],
    sources: ["C.", "D."],
    suggestions: [],
  };
  const sections = [
    { heading: "Actions", rows, fold: "Show 1 action" },
    { heading: "Causes", rows },
  ];
  const card = renderCard({ view: "standing", data: { ...data, progress: { done: 1, of: 3, words: "1 of 3 actions complete" }, sections }, text: "" });
  const objects = objectsOf(card);
  const toggles = objects.filter(({ type }) => type === "Action.ToggleVisibility");
  expect(toggles).toEqual([
    { type: "Action.ToggleVisibility", title: "Show 1 action", targetElements: ["part0"] },
    { type: "Action.ToggleVisibility", title: "More", targetElements: ["details"] },
  ]);
  const hidden = objects.filter(({ isVisible }) => isVisible === false);
  expect(hidden.map(({ id }) => id)).toEqual(["part0", "details"]);
  // As when an answer is stays in sight, where it is from is in the details.
  expect(textOf(hidden[1] as Record<string, unknown>)).toContain("D.");
  expect(textOf(hidden[1] as Record<string, unknown>)).not.toContain("C.");
  expect(objects.find(({ type }) => type === "ProgressBar")).toMatchObject({ value: 33, color: "Accent", fallback: "drop" });
  expect(objects.find(({ type }) => type === "Badge")).toMatchObject({ text: "Complete (blue)", style: "Accent", fallback: { type: "RichTextBlock" } });
  for (const line of ["1 of 3 actions complete", "A. B.", "C.", "D."]) expect(textOf(card)).toContain(line);
  const list = renderCard({ view: "rows", data: { ...data, title: "Briefing", sections }, text: "" });
  expect(objectsOf(list).filter(({ type, isVisible }) => type === "Action.ToggleVisibility" || isVisible === false)).toMatchObject([
    { title: "Show 1 action", targetElements: ["part0"] },
    { id: "part0", isVisible: false },
  ]);
  const without = renderCard({ view: "standing", data: { ...data, sections: [] }, text: "" });
  expect(objectsOf(without).filter(({ type }) => type === "ProgressBar" || type === "ActionSet")).toEqual([]);
});

const hostile = [
  "[x](http://evil.example)",
  "**bold** _it_",
  "<at>Priya</at>",
  "\n- one\n- two",
  "# big",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the templates
  "${title}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the templates
  "${$root}",
  "true",
  "12",
  "",
  "{{title}}",
  "a\u0000b",
];

describe.each(hostile)("the text %j", (text) => {
  test.each(answerOfAllViews(text))("stays as written in every place of $view, as plain text that nothing formats", (answer: Answer) => {
    const card = renderCard(answer);
    expect(faultsOf(card)).toEqual([]);
    const types = new Set(objectsOf(card).map(({ type }) => type));
    for (const type of ["TextBlock", "FactSet", "Action.OpenUrl"]) expect(types).not.toContain(type);
    const runs = objectsOf(card).filter(({ type }) => type === "TextRun");
    if (text.trim()) expect(runs.some((run) => String(run.text).includes(text))).toBe(true);
    for (const run of runs) expect(Object.keys(run).sort()).not.toContain("selectAction");
  });
});

describe("the worst data", () => {
  const worst = answerOfAllViews(`${"Ж".repeat(1_999)}😀`, 200);
  test.each(worst)("of $view fits in 40 KB of UTF-16, keeps its start and is valid", (answer: Answer) => {
    const card = renderCard(answer);
    const json = JSON.stringify(card);
    expect(json.length * 2).toBeLessThanOrEqual(40 * 1024);
    expect(faultsOf(card)).toEqual([]);
    expect(json).toMatch(/Ж{30,}…/);
    expect(() => encodeURIComponent(textOf(card))).not.toThrow();
  });

  // What was typed into a form is never cut; a form comes alone.
  test.each(worst.filter(({ view }) => view !== "form" && view !== "digest"))("of $view fits in a tenth of a message too", (answer: Answer) => {
    expect(JSON.stringify(renderCard(answer, 8 * 1024)).length * 2).toBeLessThanOrEqual(8 * 1024);
  });

  test("of a list says how much is not shown", () => {
    const row = { id: "1.1.1", text: "x".repeat(2_000) };
    const sections = [{ heading: "Actions", rows: Array.from({ length: 100 }, () => row), more: "and 3 more" }];
    const card = renderCard({ view: "rows", data: { title: "T", lead: [], sections, gaps: [], sources: [], suggestions: [] }, text: "" });
    const shown = textOf(card).split("1.1.1\n").length - 1;
    expect(shown).toBeGreaterThan(1);
    expect(textOf(card)).toContain(`${100 - shown} more not shown here. and 3 more`);
  });

  test("of an ordinary size is not shortened at all", () => {
    const text = "word ".repeat(190).trim();
    const rows = Array.from({ length: 10 }, (_, index) => ({ id: `1.1.${index}`, text }));
    const card = renderCard({
      view: "rows",
      data: { title: "T", lead: [text], sections: [{ heading: "A", rows }], gaps: [], sources: [], suggestions: [] },
      text: "",
    });
    expect(textOf(card).split(text)).toHaveLength(12);
  });
});

test("the templates hold no words for a colour, so that only answers speak of one", () => {
  for (const look of looks) {
    const template = JSON.parse(readFileSync(new URL(`../../cards/${look}.json`, import.meta.url), "utf8"));
    expect(textOf(template)).not.toMatch(/\b(red|amber|green)\b/i);
  }
});

describe("cards that were rendered before", () => {
  const answers = answerOfAllViews("a word of many", 4);
  const rendered = (some: Answer[], most?: number) => some.map((answer) => JSON.stringify(renderCard(answer, most)));

  test("are those of the very same answer and size, and as they were the first time", () => {
    const first = rendered(answers);
    expect(rendered(answers, 4 * 1024).join().length).toBeLessThan(first.join().length);
    expect(rendered(structuredClone(answers))).toEqual(first);
    rendered(answerOfAllViews("another word", 4)).forEach((text, place) => {
      expect(text).not.toBe(first[place]);
    });
  });

  test("are no more than some, and one that is gone is rendered as before", () => {
    const [answer] = answers as [Answer];
    const card = renderCard(answer);
    expect(renderCard(answer)).toBe(card);
    for (let at = 0; at < 30; at++) rendered(answerOfAllViews(`word ${at}`));
    expect(renderCard(answer)).not.toBe(card);
    expect(renderCard(answer)).toEqual(card);
  });
});
