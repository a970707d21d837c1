/** What holds for every answer to every question, over four plans. */
import { beforeAll, describe, expect, test } from "vitest";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { understand } from "../../src/nlu/understand.js";
import type { Answer, Row, Suggestion } from "../../src/shared/answer.js";
import { renderCard } from "../../src/teams/cards.js";
import { everyQuestion, lead, writing } from "./every-question.js";
import { openRoom, type Room } from "./room.js";

interface Asked {
  question: string;
  args: Record<string, unknown>;
  answer: Answer;
}

const at = "2026-11-24T10:00:00Z";

/** Of letters on a button of 320 pixels. */
const mostOnPhone = 30;

const rowsOf = ({ data }: Answer): Row[] => ("sections" in data ? data.sections.flatMap(({ rows }) => rows) : []);
const suggestionsOf = ({ data }: Answer): Suggestion[] => ("suggestions" in data ? data.suggestions : "choices" in data ? data.choices : []);

function stringsOf(value: unknown): string[] {
  // A form's signed id is no text, nor is a picture.
  if (typeof value === "string") return /^[\w-]{60,}\.[\w-]{40,}$|^iVBOR/.test(value) ? [] : [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : [];
}

describe.each(["libraries", "hospital", "museum", "school"])("the %s plan", (file) => {
  let room: Room;
  const all: Asked[] = [];
  beforeAll(async () => {
    room = await openRoom(file);
    for (const [question, args] of everyQuestion(room.known)) all.push({ question, args, answer: await room.ask(question, args, { as: lead, at }) });
    for (const [question, args] of everyQuestion(room.known).filter(([name]) => writing.has(name)))
      all.push({ question, args, answer: await room.ask(question, args, { as: "head.of.service@example.org", at }) });
  });

  const failing = (wrong: (asked: Asked) => unknown) =>
    all
      .filter(wrong)
      .slice(0, 3)
      .map(({ question, args, answer }) => `${question} ${JSON.stringify(args)}\n${answer.text.slice(0, 400)}`);

  test("says something, with no hole in it", () => {
    const hole = /undefined|null|NaN|\[object|\$\{|Infinity| {2}|\.\.|\bdaies\b|(?<![\d.,])1 (?:days|actions|priorities|milestones|measures|figures)\b/;
    expect(failing(({ answer }) => !answer.text.trim() || stringsOf(answer.data).some((text) => hole.test(text.replace(/"[^"]*"/g, "it"))))).toEqual([]);
  });

  test("lists at most ten rows a list, and says how many more", () => {
    const long = ({ data }: Answer) => "sections" in data && data.sections.some(({ rows }) => rows.length > 10 || rows.length === 0);
    expect(failing(({ answer }) => long(answer))).toEqual([]);
  });

  test("offers at most three questions, each of which is understood", () => {
    const planIndex = planIndexOf(room.known.catalogue, room.known.plan.title);
    const understood = ({ says }: Suggestion) => {
      const readings = understand(says, { plan: room.known.plan, planIndex, today: "2026-11-24", asker: lead, before: [] });
      return readings.length === 1 && readings.every(({ question }) => !["choose", "not-understood", "unknown-id"].includes(question));
    };
    const lost = new Set(
      all
        .flatMap(({ answer }) => suggestionsOf(answer))
        .filter((one) => !understood(one))
        .map(({ says }) => says),
    );
    expect([...lost]).toEqual([]);
    expect(failing(({ answer }) => answer.view !== "choice" && suggestionsOf(answer).length > 3)).toEqual([]);
  });

  test("has no button that is longer than a phone shows, but for what the plan calls things", () => {
    const names = room.known.catalogue.themes.map(({ theme }) => theme.name);
    const labels = all.flatMap(({ answer }) => (answer.view === "choice" ? [] : suggestionsOf(answer))).map(({ label }) => label);
    const long = labels.filter((label) => label.length > mostOnPhone && !names.some((name) => label.includes(name)));
    expect([...new Set(long)]).toEqual([]);
  });

  test("the plain text holds every sentence, row and source of the data", () => {
    const lacking = ({ data, text }: Answer) => {
      const parts = [...("lead" in data ? data.lead : []), ...("gaps" in data ? [...data.gaps, ...data.sources] : [])];
      return parts.some((part) => !text.includes(part)) || false;
    };
    expect(
      failing(({ answer }) => lacking(answer) || rowsOf(answer).some(({ id, detail = "" }) => !answer.text.includes(id) || !answer.text.includes(detail))),
    ).toEqual([]);
  });

  test("names a status only when something in the answer has it", () => {
    const named = (text: string) => [...text.matchAll(/(?<!no )\b(red|amber|green|blue|grey)\b/g)].map(([, colour]) => colour);
    const untrue = ({ question, args, answer }: Asked) => {
      // What was asked to be set is named as asked for, not as so.
      if (writing.has(question)) return false;
      const { catalogue } = room.known;
      const words = stringsOf([
        catalogue.items.map((item) =>
          item.type === "action"
            ? [item.action.text, item.action.note]
            : item.type === "priority"
              ? item.priority.title
              : item.type === "measure"
                ? item.measure.text
                : item.theme.name,
        ),
      ]);
      const own = words.reduce((text, each) => (/\b(?:red|amber|green|blue|grey)\b/.test(each) ? text.replaceAll(each, "") : text), answer.text);
      const shown = new Set([...rowsOf(answer).map(({ badge }) => badge?.colour), "badge" in answer.data ? answer.data.badge.colour : undefined]);
      const scope = typeof args.scope === "string" ? catalogue.find(args.scope) : undefined;
      // Long lists tell of rows that are not shown, and one action is told in sentences: both are checked by their own tests.
      if (question !== "standing" || scope?.type !== "priority") return false;
      return named(own).some((colour) => !shown.has(colour as never));
    };
    expect(failing(untrue)).toEqual([]);
    expect(
      all.filter(({ question, args }) => question === "standing" && room.known.catalogue.find(String(args.scope))?.type === "priority").length,
    ).toBeGreaterThan(10);
  });

  test("says as at when, in the looks that answer", () => {
    const looks = ["standing", "rows", "measure", "picture"];
    expect(failing(({ question, answer }) => looks.includes(answer.view) && question !== "help" && !answer.text.includes("As at 24 November 2026."))).toEqual(
      [],
    );
  });

  test("fits a card without being cut", () => {
    expect(failing(({ answer }) => JSON.stringify(renderCard(answer)).length * 2 > 40 * 1024)).toEqual([]);
  });
});
