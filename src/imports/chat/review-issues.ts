/** What may be decided about each kind of row that a reader gives for a look. Pure. */

import { type Catalogue, Day, dayInWords, type Item, type Measure, type Milestone, type Plan, type PlanAction, type Theme } from "../../plan/index.js";
import type { ReviewIssue, ViewKind, ViewOf } from "../../plan-import/index.js";
import { listed, shortened } from "../../shared/words.js";
import { apart } from "../joining.js";
import { datesBefore } from "./before-edits.js";
import { dated, datedOn, dueAs, isUndated, stagesOfFirst, undatedAction, withStamps } from "./date-edits.js";
import { asMeasure, inferredInWords, inferredRight, ledAs, leftOut, named, noted, prioritiesOf, titled, withAction, withMeasure } from "./edits.js";
import { AFRESH, asRead, choice, line, mend, type Option, type RowHead, rowHead, type SettledRow, theSame } from "./settled-row.js";

/** The plan that was read, and the one in force when it is a real one. */
export interface Ground {
  plan: Plan;
  read: Catalogue;
  before?: Plan;
  standing?: Catalogue;
}

type Settle<K extends ViewKind> = (head: RowHead, look: ViewOf<K>, ground: Ground) => SettledRow;

const fewestYears = 5;
const mostYears = 12;
const longestWords = 4_000;
const mostMeasures = 40;

const actionOf = (item: Item | undefined): PlanAction | undefined => (item?.type === "action" ? item.action : undefined);
const measureOf = (item: Item | undefined): Measure | undefined => (item?.type === "measure" ? item.measure : undefined);
const themeOf = (item: Item | undefined): Theme | undefined => (item?.type === "theme" ? item.theme : undefined);

/** Dates that a person set for an action of which none can be read; merging keeps them while its timescale is the same. */
function datesSet(action: PlanAction, { standing }: Ground): Milestone[] {
  const before = actionOf(standing?.find(action.id));
  return !action.milestones?.length && before && before.timescale === action.timescale ? (before.milestones ?? []) : [];
}

/** How many years the plan's own dates go, within what a list shows. */
export function yearsOf({ plan, read }: Ground): number[] {
  const due = read.actions.flatMap(({ action: { milestones = [] } }) => milestones.map((one) => Number(one.due.slice(0, 4))));
  const last = due.reduce((most, year) => Math.max(most, year - Number(plan.starts.slice(0, 4))), fewestYears);
  return Array.from({ length: Math.min(last, mostYears) }, (_, at) => at + 1);
}

const unread: Settle<"unread"> = (head, { why }) => choice(head, `What to do: ${shortened(why, 60)}`, [asRead("Ignore it"), mend]);

const loose: Settle<"loose words"> = (head, { id, words }, { before }) => {
  const text = words.slice(0, longestWords);
  const label = `What it is: ${shortened(words, 60)}`;
  if (id === "plan") return choice(head, label, [asRead("Nothing of the plan, as read"), { label: "The plan's title", value: "title", edit: titled(text) }]);
  return choice(head, label, [
    asRead("Nothing of the plan, as read"),
    { label: `An action of ${id}`, value: "action", edit: withAction(id, text, before) },
    { label: `A measure of ${id}`, value: "measure", edit: withMeasure(id, text, before) },
  ]);
};

/** Words of a row go to the actions that begin in it, or to the one that goes on there. */
function notesOf({ name, cells }: ViewOf<"unread column">, plan: Plan): Map<string, string> {
  const all = new Map(prioritiesOf(plan).map(({ id, actions }) => [id, actions]));
  const notes = new Map<string, string>();
  for (const { words, priority, from, to } of cells) {
    const actions = all.get(priority) ?? [];
    const own = to > from ? actions.slice(from, to) : actions.slice(Math.max(from - 1, 0), from);
    for (const { id } of own) notes.set(id, [notes.get(id), `${name}: ${words}`].filter(Boolean).join("\n"));
  }
  return notes;
}

/** The words of each action's own row. */
function columnWords({ cells }: ViewOf<"unread column">, plan: Plan): Map<string, string> {
  const all = new Map(prioritiesOf(plan).map(({ id, actions }) => [id, actions]));
  return new Map(cells.flatMap(({ words, priority, from, to }) => (all.get(priority) ?? []).slice(from, to).map(({ id }): [string, string] => [id, words])));
}

const unreadDate: Settle<"unread date"> = (head, { id }, ground) => {
  const action = actionOf(ground.read.find(id));
  const set = action ? datesSet(action, ground) : [];
  const dates = set.length ? set : (action?.milestones ?? []);
  if (dates.length > 1)
    return choice(head, `Dates of ${id}`, [
      asRead(`The ${dates.length} dates that ${set.length ? "were set" : "were read"}`),
      set.length ? mend : { label: "No date", value: "none", edit: undatedAction(id) },
    ]);
  const value = dates[0]?.due ?? "";
  const asItIs = set.length ? "This date was set before and stays." : "Leave the date as it is to take what was read.";
  return {
    ...head,
    facts: [value ? asItIs : "Leave it empty for no date, as read."],
    input: { kind: "date", label: `Date of ${id}`, value },
    problem: (day) => (!day || Day.safeParse(day).success ? undefined : "This is not a date."),
    outcome: (day) => (day && day !== value ? { edit: datedOn(id, day) } : {}),
  };
};

/** Actions for which a date was set before keep it, whatever is chosen for the others. */
const noDate: Settle<"no date"> = (head, { id }, ground) => {
  const item = ground.read.find(id);
  const undated = item?.type === "priority" ? item.priority.actions.filter(isUndated) : [];
  const kept = undated.flatMap((action) => datesSet(action, ground).map(({ due }) => ({ id: action.id, due })));
  const has = new Set(kept.map((one) => one.id));
  const without = undated.flatMap((action) => (has.has(action.id) ? [] : [action.id]));
  const facts = kept.length ? [`Set before, and they stay: ${listed(kept.map((one) => `${one.id} on ${dayInWords(one.due)}`))}.`] : [];
  const [first = 1, ...others] = yearsOf(ground);
  const year = (number: number): Option => ({ label: `End of Year ${number}`, value: `year${number}`, edit: dated(without, number) });
  return choice({ ...head, facts }, `Date for what has none under ${id}`, [asRead("Leave without a date"), year(first), ...others.map(year)]);
};

/** Actions of a priority without a date, for which none was set before. */
export function undatedUnder(priority: string, ground: Ground): string[] {
  const item = ground.read.find(priority);
  const all = item?.type === "priority" ? item.priority.actions.filter(isUndated) : [];
  return all.filter((action) => !datesSet(action, ground).length).map(({ id }) => id);
}

const joins: Settle<"printed twice"> = (head, { id, measures }, { standing }) => {
  const counts = measures.map((one) => ({ id: one, as: measureOf(standing?.find(one))?.countsAs }));
  const into = new Set(counts.flatMap(({ as }) => as ?? []));
  const isJoined = into.size > 0;
  const isSo = (target: string) => counts.every((one) => (one.id === target ? !one.as : one.as === target));
  const one = (target: string): Option => ({ label: `Count as one: the figures of ${target}`, value: `as${target}`, joins: [{ measures, into: target }] });
  const first = asRead(isJoined ? `As now: the figures of ${[...into].join(", ")} count` : "Keep them apart, as read");
  const [second = mend, ...others] = [
    ...measures
      .slice(0, mostMeasures)
      .filter((target) => !isSo(target))
      .map(one),
    ...(isJoined ? [{ label: "Each keeps its own figures", value: apart, joins: [{ measures, into: apart }] }] : []),
  ];
  const facts = measures.length > mostMeasures ? [`Offered are the first ${mostMeasures} of ${measures.length}; "join ${id}" offers all later.`] : [];
  return choice({ ...head, facts }, `Figures of ${id} and its like`, [first, second, ...others]);
};

/** Words that moved are told on the row of what became of them; see changed-rows. */
export type OwnView = Exclude<ReviewIssue, { kind: "moved" }>;

const settling: { [K in OwnView["kind"]]: Settle<K> } = {
  unread,
  "no title": (head, _, { plan }) => line(head, "Title of the plan", plan.title, titled),
  "no heading": (head, { id }, { read, standing }) => {
    // A name that a person gave stays, whatever is inferred.
    const said = themeOf(standing?.find(id));
    return line(head, `Name of theme ${id}`, (said && !said.inferred ? said : themeOf(read.find(id)))?.name ?? "", (name) => named(id, name));
  },
  "read as heading": (head, { id }, { read }) => line(head, `Name of theme ${id}`, themeOf(read.find(id))?.name ?? "", (name) => named(id, name)),
  "other heading": (head, { id, name, statement }, { read }) =>
    choice(head, `Name of theme ${id}`, [
      asRead(shortened(themeOf(read.find(id))?.name ?? "As read", 90)),
      { label: shortened(name, 90), value: "other", edit: named(id, name.slice(0, longestWords), statement) },
    ]),
  "loose words": loose,
  "unread column": (head, look, { plan }) => ({
    ...choice(head, `What to do with ${shortened(look.name, 40)}`, [
      asRead("Ignore it"),
      { label: "Keep it as notes on the actions that have none", value: "notes", edit: noted(notesOf(look, plan)) },
      { label: "It says who leads", value: "lead", edit: ledAs(columnWords(look, plan)) },
      { label: "It says when they are due", value: "due", edit: dueAs(columnWords(look, plan)) },
      mend,
    ]),
    holds: true,
  }),
  "no action": (head, { id }) =>
    choice(head, `What should happen to ${id}`, [asRead("Take it without actions"), { label: "Leave it out", value: "out", edit: leftOut(id) }, mend]),
  "no date": noDate,
  "left over": (head, { id, to, stamps }) =>
    choice(head, `Dates left over under ${id}`, [
      asRead("Leave them out, as read"),
      to ? { label: `Further dates of ${to}`, value: "more", edit: withStamps(to, stamps) } : mend,
    ]),
  "stages of one": (head, { id, actions }) =>
    choice(head, `Dates under ${id}`, [
      asRead("One for each action, as read"),
      { label: `All are stages of ${actions[0]}`, value: "one", edit: stagesOfFirst(actions) },
    ]),
  "unread date": unreadDate,
  "unsure status": (head, { id }) => choice(head, `Status of ${id}`, [asRead("As read; it can be changed later"), mend]),
  "like a measure": (head, { id }, { before }) =>
    choice(head, `What ${id} is`, [
      asRead("An action, as read"),
      { label: "A measure", value: "measure", edit: asMeasure(id, before) },
      { label: "Neither: leave it out", value: "out", edit: leftOut(id) },
    ]),
  "printed twice": joins,
  inferred: (head) =>
    choice(head, "How they are taken", [
      asRead("As inferred; each can be set up later"),
      { label: "As inferred, and that is right", value: "right", edit: inferredRight },
      { label: "In words only, until they are set up", value: "words", edit: inferredInWords },
    ]),
  "other words": (head, { id }) => choice(head, `What ${id} is`, [asRead(AFRESH), theSame(id)]),
  "other stages": (head, { id }, { before }) =>
    choice(head, `Dates of ${id}`, [asRead("Take the new ones"), before ? { label: "Keep what was", value: "keep", edit: datesBefore(id, before) } : mend]),
};

/** The row of what a reader gave for a look. */
export function reviewIssue(look: OwnView, ground: Ground): SettledRow {
  // What was set up in the chat meanwhile is another count of the same row.
  const key =
    look.kind === "inferred"
      ? look.kind
      : look.kind === "unread column"
        ? `column ${look.name.toLowerCase()}`
        : JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (settling[look.kind] as Settle<ViewKind>)(rowHead(key, look.id, look.why), look, ground);
}
