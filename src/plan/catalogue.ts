import type { Measure, Plan, PlanAction, Priority, Theme } from "./plan.js";

/** An item of the plan with all it stands under; `alsoUnder` are the other priorities under which a measure's figures count, when measures were joined to it. */
export type Item =
  | { type: "theme"; id: string; theme: Theme }
  | { type: "priority"; id: string; theme: Theme; priority: Priority }
  | { type: "action"; id: string; theme: Theme; priority: Priority; action: PlanAction }
  | { type: "measure"; id: string; theme: Theme; priority: Priority; measure: Measure; alsoUnder?: Priority[] };

export type ItemOf<T extends Item["type"]> = Extract<Item, { type: T }>;

/** Every item of a plan in printed order, retired ones left out; ids are found whatever their case. */
export interface Catalogue {
  items: Item[];
  themes: ItemOf<"theme">[];
  priorities: ItemOf<"priority">[];
  actions: ItemOf<"action">[];
  measures: ItemOf<"measure">[];
  find(id: string): Item | undefined;
}

const live = <T extends { retired?: boolean }>(items: T[]): T[] => items.filter((item) => !item.retired);

/** The priorities of measures that were joined to another one, by that one's id. */
function joinedUnder(plan: Plan): Map<string, Priority[]> {
  const under = new Map<string, Priority[]>();
  for (const priority of live(plan.themes).flatMap((theme) => live(theme.priorities)))
    for (const { countsAs } of live(priority.measures)) if (countsAs) under.set(countsAs, [...(under.get(countsAs) ?? []), priority]);
  return under;
}

/** Every item of a plan by id and in printed order; what was taken out is left out. `find` takes an id in any case. */
export function catalogueOf(plan: Plan): Catalogue {
  const under = joinedUnder(plan);
  const items: Item[] = [];
  for (const theme of live(plan.themes)) {
    items.push({ type: "theme", id: theme.id, theme });
    for (const priority of live(theme.priorities)) {
      items.push({ type: "priority", id: priority.id, theme, priority });
      for (const action of live(priority.actions)) items.push({ type: "action", id: action.id, theme, priority, action });
      for (const measure of live(priority.measures)) {
        const alsoUnder = under.get(measure.id);
        items.push({ type: "measure", id: measure.id, theme, priority, measure, ...(alsoUnder && { alsoUnder }) });
      }
    }
  }
  const byId = new Map(items.map((item) => [item.id.toLowerCase(), item]));
  const only = <T extends Item["type"]>(type: T) => items.filter((item): item is ItemOf<T> => item.type === type);
  return {
    items,
    themes: only("theme"),
    priorities: only("priority"),
    actions: only("action"),
    measures: only("measure"),
    find: (id) => byId.get(id.toLowerCase()),
  };
}

/** Whether an item is the one of that id, or stands under it. */
export const isUnder = (item: Item, id: string): boolean => item.id === id || item.theme.id === id || ("priority" in item && item.priority.id === id);

/** An item as the plan words it. */
export function wordsOf(item: Item): string {
  if (item.type === "theme") return item.theme.name;
  if (item.type === "priority") return item.priority.title;
  return item.type === "action" ? item.action.text : item.measure.text;
}

/** Who leads an action: its own lead, else its priority's; nobody yet where the action has a lead of its own as printed whose address is not known. */
export const leadOf = ({ action, priority }: { action: PlanAction; priority: Priority }): string | undefined =>
  action.lead ?? (action.leadAs ? undefined : priority.lead);

/** The lead of an action as printed, where no address is known: its own, else its priority's. */
export const leadAsOf = ({ action, priority }: { action: PlanAction; priority: Priority }): string | undefined =>
  action.lead ? undefined : (action.leadAs ?? (priority.lead ? undefined : priority.leadAs));

/** The lead of an action in whatever way it is known: an address, or words as printed. */
export const leadSaidOf = (one: { action: PlanAction; priority: Priority }): string | undefined => leadOf(one) ?? leadAsOf(one);

/** "Schools team / K. Osei" are two. */
export const printedParts = (printed: string): string[] =>
  printed
    .split(/[/,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Whether an address, or words as printed, are of somebody. */
export const isSaidAs = (person: string, said: string | undefined): boolean =>
  said !== undefined && [said, ...printedParts(said)].some((one) => one.toLowerCase() === person.toLowerCase());

/** Whether somebody leads an action: by address, or by the words that stand there where no address is known. */
export const isLeadOf = (person: string, one: { action: PlanAction; priority: Priority }): boolean => isSaidAs(person, leadSaidOf(one));

/** Deputies of the item itself. */
export function deputiesOf(item: Item): string[] {
  if (item.type === "theme") return [];
  return (item.type === "priority" ? item.priority : item.type === "action" ? item.action : item.measure).deputies ?? [];
}

/** Everybody who may do what an action's lead may: its own lead and deputies and its priority's. */
export const leadersOf = ({ action, priority }: { action: PlanAction; priority: Priority }): string[] => [
  ...new Set([action.lead, ...(action.deputies ?? []), ...leadersOfPriority(priority)].filter((one) => one !== undefined)),
];

/** Everybody who leads where a measure's figures count, and their deputies. */
export const leadersOfMeasure = ({ priority, alsoUnder = [] }: ItemOf<"measure">): string[] => [
  ...new Set([priority, ...alsoUnder].flatMap((each) => leadersOfPriority(each))),
];

/** A priority's lead and deputies, each once. */
export const leadersOfPriority = ({ lead, deputies = [] }: Pick<Priority, "lead" | "deputies">): string[] => [
  ...new Set([...(lead ? [lead] : []), ...deputies]),
];
