/** The actions of a plan by the due dates of their milestones, made once for each content of a plan and kept in memory. */
import { addDays, type Catalogue, type Day, type ItemOf, leadOf } from "../plan/index.js";

type ActionItem = ItemOf<"action">;

export interface DueIndex {
  /** Actions with a milestone due on the day, by what the plan says. */
  on(day: Day): readonly ActionItem[];
  /** Actions that somebody leads. */
  ledBy(email: string): readonly ActionItem[];
}

const made = new WeakMap<Catalogue, DueIndex>();

export function dueIndexOf(catalogue: Catalogue): DueIndex {
  const known = made.get(catalogue);
  if (known) return known;
  const byDay = new Map<Day, ActionItem[]>();
  const byLead = new Map<string, ActionItem[]>();
  for (const item of catalogue.actions) {
    const lead = leadOf(item) ?? "";
    const led = byLead.get(lead);
    if (led) led.push(item);
    else byLead.set(lead, [item]);
    for (const { due } of item.action.milestones ?? []) {
      const there = byDay.get(due);
      if (!there) byDay.set(due, [item]);
      else if (there.at(-1) !== item) there.push(item);
    }
  }
  const index: DueIndex = { on: (day) => byDay.get(day) ?? [], ledBy: (email) => byLead.get(email) ?? [] };
  made.set(catalogue, index);
  return index;
}

/** Actions with a due date that is `steps` days before any of the days from `from` to `to`, each once. */
export function withRungIn(index: DueIndex, { from, to }: { from: Day; to: Day }, steps: readonly number[]): ActionItem[] {
  const found = new Set<ActionItem>();
  for (let day = from; day <= to; day = addDays(day, 1)) for (const step of steps) for (const item of index.on(addDays(day, -step))) found.add(item);
  return [...found];
}

/** Actions with a due date in the span. */
export const dueIn = (index: DueIndex, span: { from: Day; to: Day }): ActionItem[] => withRungIn(index, span, [0]);
