/** Every sentence in the sources that a person may read is written for a reading age of 14 at most. */
import { describe, expect, test } from "vitest";
import { counted, readingAge, together } from "./readability.js";
import { templatesIn } from "./templates.js";

const OLDEST = 14;
/** The formula is made for sentences, not for labels: of shorter texts all of a file are taken together. */
const FEWEST_WORDS = 10;

const templates = templatesIn().map((template) => ({ ...template, counts: counted(template.text) }));

describe("what the formula says", () => {
  test.each<[string, number, number]>([
    ["The cat sat on the mat.", 0, 6],
    ["Nothing is saved until you press Save.", 5, 9],
    ["Notwithstanding administrative considerations, functionality necessitates comprehensive organisational reconfiguration.", 30, 60],
  ])("of %j", (text, least, most) => {
    expect(readingAge(counted(text))).toBeGreaterThan(least);
    expect(readingAge(counted(text))).toBeLessThan(most);
  });

  test("leaves out what is the plan's: gaps, quoted words, names of settings", () => {
    expect(counted('‹› is called "Comprehensive organisational reconfiguration" in KEEP_PEOPLE_DAYS.')).toEqual(counted("it is called it in it."));
  });
});

describe("every sentence in the sources", () => {
  test("is found: answers, forms, refusals, errors, reminders, reports", () => {
    const rooms = new Set(templates.map(({ where }) => where.split("/")[1]));
    for (const room of ["answers", "figures", "forms", "imports", "intents", "people", "plan-import", "progress", "reminders", "reports", "teams"])
      expect(rooms).toContain(room);
    const texts = templates.map(({ text }) => text);
    for (const known of ["Nobody's reminders are paused.", "Figures you need to report", "Only ‹› can report this figure.", "Hello, I am Waymark"])
      expect(texts).toContain(known);
    expect(templates.length).toBeGreaterThan(1_500);
  });

  test("is for a reader of 14 at most", () => {
    const hard = templates
      .filter(({ counts }) => counts.word >= FEWEST_WORDS && readingAge(counts) > OLDEST)
      .map(({ where, text, counts }) => `${where}: ${readingAge(counts).toFixed(1)} ${text}`);
    expect(hard).toEqual([]);
  });

  test("is so too where a file's short ones are taken together, and all of them", () => {
    const fileOf = (where: string) => where.replace(/:\d+$/, "");
    const hard = [...new Set(templates.map(({ where }) => fileOf(where)))]
      .map((file) => ({ file, counts: together(templates.filter(({ where }) => fileOf(where) === file).map(({ counts }) => counts)) }))
      .filter(({ counts }) => counts.word >= 40 && readingAge(counts) > OLDEST);
    expect(hard).toEqual([]);
    expect(readingAge(together(templates.map(({ counts }) => counts)))).toBeLessThan(10);
  });
});
