/** Which number a measure has: figures are kept by it, so the same words keep theirs, and words that have nothing of those before get one that none had. Pure. */
import type { Measure, Plan } from "../plan/index.js";
import type { ReviewIssue } from "../plan-import/index.js";
import { isOtherItem } from "./likeness.js";

const key = (id: string): string => id.toLowerCase();
const prioritiesOf = (plan: Plan) => plan.themes.flatMap(({ priorities }) => priorities);

/** `renamed` says from which number, in lower case, to which. */
export function ownMeasures(old: Plan, next: Plan, same: ReadonlySet<string> = new Set()): { plan: Plan; renamed: Map<string, string> } {
  const before = new Map(prioritiesOf(old).map(({ id, measures }) => [key(id), measures]));
  const all = new Map(prioritiesOf(old).flatMap(({ measures }) => measures.map((one): [string, Measure] => [key(one.id), one])));
  const taken = new Set([...all.keys(), ...prioritiesOf(next).flatMap(({ measures }) => measures.map(({ id }) => key(id)))]);
  const renamed = new Map<string, string>();
  const free = (priority: string): string => {
    let number = 1;
    while (taken.has(key(`${priority}.m${number}`))) number++;
    taken.add(key(`${priority}.m${number}`));
    return `${priority}.m${number}`;
  };
  const numbered = (priority: string, measures: Measure[]): Measure[] => {
    const there = before.get(key(priority)) ?? [];
    const used = new Set<string>();
    const byWords = measures.map(({ id, text }) => {
      const alike = there.filter((one) => one.text === text && !used.has(key(one.id)));
      const [found] = [...alike].sort(
        (a, b) => Number(key(b.id) === key(id)) - Number(key(a.id) === key(id)) || Number(a.retired ?? false) - Number(b.retired ?? false),
      );
      if (found) used.add(key(found.id));
      return found?.id;
    });
    return measures.map((measure, at) => {
      const was = all.get(key(measure.id));
      const stays = !used.has(key(measure.id)) && (!was || same.has(key(measure.id)) || !isOtherItem(was.text, measure.text));
      const id = byWords[at] ?? (stays ? measure.id : free(priority));
      if (key(id) !== key(measure.id)) renamed.set(key(measure.id), id);
      return id === measure.id ? measure : { ...measure, id };
    });
  };
  const themes = next.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({ ...priority, measures: numbered(priority.id, priority.measures) })),
  }));
  return { plan: { ...next, themes }, renamed };
}

/** What a reader gave for a look, by the numbers that the measures have now. */
export const lookAtOwn = (look: readonly ReviewIssue[], renamed: ReadonlyMap<string, string>): ReviewIssue[] =>
  look.map((row) => {
    const id = renamed.get(key(row.id)) ?? row.id;
    return row.kind === "printed twice" ? { ...row, id, measures: row.measures.map((one) => renamed.get(key(one)) ?? one) } : { ...row, id };
  });
