import type { Measure, Plan, PlanAction, Priority, Theme } from "../plan/index.js";
import { type Changes, noChanges } from "./changes.js";
import { isOtherItem } from "./likeness.js";
import { mergeMilestones } from "./merge-milestones.js";
import { movedWords } from "./moved-words.js";
import { ownMeasures } from "./own-measures.js";

interface Item {
  id: string;
  retired?: boolean;
}

/** Two plans by id, whatever its case. */
interface Pair {
  old: Plan;
  next: Plan;
  themes: Map<string, Theme>;
  priorities: Map<string, Priority>;
  actions: Map<string, PlanAction>;
  measures: Map<string, Measure>;
  /** Actions with milestones that were marked as done since the old plan came in. */
  done: Set<string>;
  /** Ids of items that a person says are the same ones in new words. */
  same: ReadonlySet<string>;
  /** Actions of the old plan whose words stand at another number in the new one, by those words. */
  moved: Map<string, PlanAction>;
  changes: Changes;
}

const key = (id: string): string => id.toLowerCase();
const byId = <T extends Item>(items: T[]): Map<string, T> => new Map(items.map((item) => [key(item.id), item]));

/** A value counts as said when a person said it, not when it was read from words. */
const firstSaid = <T>(...values: (T | undefined)[]): T | undefined => values.find((value) => value !== undefined);

function reword({ changes }: Pair, id: string, part: string, from: string | undefined, to: string | undefined): void {
  if (from !== to) changes.reworded.push({ id, part, from: from ?? "", to: to ?? "" });
}

/** Notes new, returned and retired items; says which one was there before. */
function before<T extends Item>({ changes }: Pair, { id, retired }: Item, items: Map<string, T>): T | undefined {
  const old = items.get(key(id));
  if (retired && old && !old.retired) changes.retired.push(id);
  if (retired) return old;
  if (!old) changes.added.push(id);
  else if (old.retired) changes.returned.push(id);
  return old;
}

interface Parent extends Item {
  priorities?: Parent[];
  actions?: Item[];
  measures?: Item[];
}

/** Items that the source has no longer, with all under them that is nowhere else. */
function retire<T extends Parent>(changes: Changes, items: T[], everywhere: Set<string>): T[] {
  return items
    .filter(({ id }) => !everywhere.has(key(id)))
    .map((item) => {
      if (!item.retired) changes.retired.push(item.id);
      return {
        ...item,
        retired: true,
        ...(item.priorities && { priorities: retire(changes, item.priorities, everywhere) }),
        ...(item.actions && { actions: retire(changes, item.actions, everywhere) }),
        ...(item.measures && { measures: retire(changes, item.measures, everywhere) }),
      };
    });
}

/** The old items that the source has no longer stand after the new ones. */
const withRetired = <T extends Parent>({ changes }: Pair, next: T[], old: T[], everywhere: Set<string>): T[] => [...next, ...retire(changes, old, everywhere)];

const startsAfresh = ({ changes }: Pair, id: string): void =>
  void changes.look.push({ id, kind: "other words", why: "other words stood at this number before, so nothing of what was said of those is taken over" });

/** The action of the old plan that these words are, by words before number; nothing where other words stood at the number. */
function sameAction(pair: Pair, next: PlanAction, there: PlanAction | undefined): PlanAction | undefined {
  if (there && (there.text === next.text || pair.same.has(key(next.id)))) return there;
  const moved = pair.moved.get(next.text);
  if (moved) return moved;
  const isTaken = there && pair.moved.get(there.text) === there;
  return there && !isTaken && !isOtherItem(there.text, next.text) ? there : undefined;
}

function mergedAction(pair: Pair, next: PlanAction, priority: string): PlanAction {
  const there = before(pair, next, pair.actions);
  if (there) {
    reword(pair, next.id, "text", there.text, next.text);
    reword(pair, next.id, "timescale", there.timescale, next.timescale);
  }
  const old = sameAction(pair, next, there);
  if (old !== there) pair.changes.carried.push({ to: there?.id ?? next.id, priority, ...(old && { from: old.id }) });
  if (there && !old) startsAfresh(pair, next.id);
  if (!old) return { ...next, id: there?.id ?? next.id };
  const { milestones, why } = mergeMilestones({ plan: pair.old, action: old }, { plan: pair.next, action: next }, pair.done.has(old.id));
  if (why) pair.changes.look.push({ id: next.id, kind: "other stages", why });
  return {
    ...next,
    id: there?.id ?? next.id,
    lead: firstSaid(old.lead, next.lead),
    leadAs: firstSaid(next.leadAs, old.leadAs),
    deputies: firstSaid(old.deputies, next.deputies),
    status: firstSaid(old.status, next.status),
    loaded: next.loaded && old.loaded,
    note: firstSaid(old.note, next.note),
    milestones,
  };
}

/** What a person said of a measure stands before what the source says, and that before what was read from words. */
function settled<K extends "kind" | "direction">(field: K, old: Measure, next: Measure): { value: Measure[K]; inferred: boolean } {
  if (old[field] && !old.inferred?.includes(field)) return { value: old[field], inferred: false };
  return { value: firstSaid(next[field], old[field]), inferred: next[field] ? Boolean(next.inferred?.includes(field)) : true };
}

function mergedMeasure(pair: Pair, next: Measure): Measure {
  const old = before(pair, next, pair.measures);
  if (!old) return next;
  reword(pair, next.id, "text", old.text, next.text);
  const kind = settled("kind", old, next);
  const direction = settled("direction", old, next);
  const inferred = [...(kind.inferred ? (["kind"] as const) : []), ...(direction.inferred ? (["direction"] as const) : [])];
  return {
    ...next,
    id: old.id,
    kind: kind.value,
    direction: direction.value,
    inferred: inferred.length ? inferred : undefined,
    unit: firstSaid(old.unit, next.unit),
    frequency: firstSaid(old.frequency, next.frequency),
    baseline: firstSaid(old.baseline, next.baseline),
    target: firstSaid(old.target, next.target),
    reporter: firstSaid(old.reporter, next.reporter),
    reporterAs: firstSaid(next.reporterAs, old.reporterAs),
    deputies: firstSaid(old.deputies, next.deputies),
  };
}

function mergedAliases(old: string[] = [], next: string[] = []): string[] | undefined {
  const all = [...old, ...next.filter((alias) => !old.some((known) => key(known) === key(alias)))];
  return all.length ? all : undefined;
}

function idsOf(plan: Plan): Set<string> {
  const priorities = plan.themes.flatMap((theme) => theme.priorities);
  return new Set([...plan.themes, ...priorities, ...priorities.flatMap(({ actions, measures }) => [...actions, ...measures])].map(({ id }) => key(id)));
}

function mergedPriority(pair: Pair, next: Priority, everywhere: Set<string>): Priority {
  const there = before(pair, next, pair.priorities);
  if (there) reword(pair, next.id, "title", there.title, next.title);
  const isOther = there !== undefined && !pair.same.has(key(next.id)) && isOtherItem(there.title, next.title);
  if (isOther) pair.changes.carried.push({ to: there.id, priority: there.id });
  if (isOther) startsAfresh(pair, next.id);
  const old = isOther ? undefined : there;
  const actions = next.actions.map((action) => mergedAction(pair, action, there?.id ?? next.id));
  const measures = next.measures.map((measure) => mergedMeasure(pair, measure));
  return {
    ...next,
    id: there?.id ?? next.id,
    aliases: mergedAliases(old?.aliases, next.aliases),
    lead: firstSaid(old?.lead, next.lead),
    leadAs: firstSaid(next.leadAs, old?.leadAs),
    deputies: firstSaid(old?.deputies, next.deputies),
    actions: withRetired(pair, actions, there?.actions ?? [], everywhere),
    measures: withRetired(pair, measures, there?.measures ?? [], everywhere),
  };
}

function mergedTheme(pair: Pair, next: Theme, everywhere: Set<string>): Theme {
  const old = before(pair, next, pair.themes);
  const keepsName = old && next.inferred?.includes("name") && !old.inferred?.includes("name");
  const named = keepsName ? { ...next, name: old.name, inferred: undefined } : next;
  if (old) reword(pair, next.id, "name", old.name, named.name);
  if (old && next.statement !== undefined) reword(pair, next.id, "statement", old.statement, next.statement);
  const priorities = next.priorities.map((priority) => mergedPriority(pair, priority, everywhere));
  return {
    ...named,
    id: old?.id ?? next.id,
    statement: firstSaid(next.statement, old?.statement),
    priorities: withRetired(pair, priorities, old?.priorities ?? [], everywhere),
  };
}

const actionsOf = (plan: Plan): PlanAction[] => plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions));

/** Words that stand once in each plan, at another number in the new one. */
function movedActions(old: Plan, next: Plan): Map<string, PlanAction> {
  const once = (actions: PlanAction[]): Map<string, PlanAction> => {
    const found = new Map<string, PlanAction[]>();
    for (const action of actions) if (!action.retired) found.set(action.text, [...(found.get(action.text) ?? []), action]);
    return new Map([...found].flatMap(([text, [one, ...more]]): [string, PlanAction][] => (one && !more.length ? [[text, one]] : [])));
  };
  const now = once(actionsOf(next));
  return new Map([...once(actionsOf(old))].filter(([text, { id }]) => now.has(text) && key(now.get(text)?.id ?? "") !== key(id)));
}

/** The new wording over what was said before, by words and then by id; ids stay as first written, as figures are kept under them. Nothing is dropped: what the source has no longer is retired. */
export function mergePlans(
  old: Plan,
  printed: Plan,
  { done = new Set(), same = new Set() }: { done?: Set<string>; same?: ReadonlySet<string> } = {},
): { plan: Plan; changes: Changes } {
  const next = ownMeasures(old, printed, same).plan;
  const priorities = old.themes.flatMap((theme) => theme.priorities);
  const pair: Pair = {
    old,
    next,
    themes: byId(old.themes),
    priorities: byId(priorities),
    actions: byId(priorities.flatMap(({ actions }) => actions)),
    measures: byId(priorities.flatMap(({ measures }) => measures)),
    done,
    same,
    moved: movedActions(old, next),
    changes: noChanges(),
  };
  const { changes } = pair;
  const everywhere = idsOf(next);
  if (old.title !== next.title) reword(pair, "plan", "title", old.title, next.title);
  const themes = next.themes.map((theme) => mergedTheme(pair, theme, everywhere));
  const plan = { ...next, themes: withRetired(pair, themes, old.themes, everywhere) };
  changes.look.push(...movedWords(old, next, changes));
  return { plan, changes };
}
