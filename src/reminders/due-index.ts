/** The actions of a plan by the due dates of their milestones, made for each content of a plan when it is asked for, and kept in memory. */
import { addDays, type Catalogue, type Day, type ItemOf, leadOf } from "../plan/index.js";

type ActionItem = ItemOf<"action">;

export interface DueIndex {
  /** Actions with a milestone due on the day, by what the plan says. */
  on(day: Day): readonly ActionItem[];
  /** Actions that somebody leads. */
  ledBy(email: string): readonly ActionItem[];
}

const made = new WeakMap<Catalogue, DueIndex>();

/** Actions by the days on which they are due and by who leads them, made once a catalogue and a year at a time. */
export function dueIndexOf(catalogue: Catalogue): DueIndex {
  const known = made.get(catalogue);
  if (known) return known;
  // A pass asks for few months of what may be many years, so each year is put in order by itself.
  const years = new Map<string, Map<Day, ActionItem[]>>();
  const yearOf = (day: Day): Map<Day, ActionItem[]> => {
    const year = day.slice(0, 4);
    const there = years.get(year) ?? byDay(catalogue, year);
    years.set(year, there);
    return there;
  };
  let leads: Map<string, ActionItem[]> | undefined;
  const index: DueIndex = {
    on: (day) => yearOf(day).get(day) ?? [],
    ledBy(email) {
      leads ??= byLead(catalogue);
      return leads.get(email) ?? [];
    },
  };
  made.set(catalogue, index);
  return index;
}

function byDay({ actions }: Catalogue, year: string): Map<Day, ActionItem[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const found = new Map<Day, ActionItem[]>();
  for (const item of actions) {
    const days = (item.action.milestones ?? []).map((milestone) => milestone.due);
    // What was past when it came in is first asked about on that day.
    for (const due of item.action.loaded ? [...days, item.action.loaded] : days) {
      if (due < first || due > last) continue;
      const there = found.get(due);
      if (!there) found.set(due, [item]);
      else if (there.at(-1) !== item) there.push(item);
    }
  }
  return found;
}

function byLead({ actions }: Catalogue): Map<string, ActionItem[]> {
  const found = new Map<string, ActionItem[]>();
  for (const item of actions) {
    const lead = leadOf(item) ?? "";
    const there = found.get(lead);
    if (there) there.push(item);
    else found.set(lead, [item]);
  }
  return found;
}

/** Actions with a due date that is `steps` days before any of the days from `from` to `to`, each once. */
export function withStepIn(index: DueIndex, { from, to }: { from: Day; to: Day }, steps: readonly number[]): ActionItem[] {
  const found = new Set<ActionItem>();
  for (let day = from; day <= to; day = addDays(day, 1)) for (const step of steps) for (const item of index.on(addDays(day, -step))) found.add(item);
  return [...found];
}
