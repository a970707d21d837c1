/** What a person should look at, and how the file was read, in words. Pure. */
import { dayInWords } from "../../plan/days.js";
import { idList } from "../id-list.js";
import type { ReviewIssue, UnreadCell } from "../look-row.js";
import { quoted } from "../problems.js";
import type { DraftAction } from "./draft.js";
import type { Made } from "./plan-of.js";
import type { PriorityDraft } from "./printed-ids.js";
import type { Reading } from "./reading.js";

const actionsOf = ({ level, actionIds }: PriorityDraft): { action: DraftAction; id: string }[] =>
  level.actions.map((action, at) => ({ action, id: actionIds[at] as string }));

function rowsOfPriority(priority: PriorityDraft): ReviewIssue[] {
  const { id, level } = priority;
  const rows: ReviewIssue[] = [];
  const undated: string[] = [];
  for (const { action, id: own } of actionsOf(priority)) {
    for (const { kind, why, words } of action.doubts)
      if (kind === "no date") undated.push(own);
      else if (kind === "unsure status") rows.push({ id: own, kind, why, ...(words && { words }) });
      else rows.push({ id: own, kind, why });
  }
  if (undated.length) rows.push({ id, kind: "no date", why: `${idList(undated)} ${undated.length === 1 ? "has" : "have"} no date` });
  if (!level.actions.length) rows.push({ id, kind: "no action", why: "no action is printed under it" });
  for (const [at, { doubts }] of level.measures.entries()) for (const why of doubts) rows.push({ id: `${id}.m${at + 1}`, kind: "unread", why });
  return rows;
}

const shown = 3;

/** One row for each column of the whole file, whatever tables it is in. */
function unreadColumns(priorities: PriorityDraft[]): ReviewIssue[] {
  const columns = new Map<string, (UnreadCell & { where: string })[]>();
  for (const priority of priorities)
    for (const [at, { unread, where }] of priority.level.actions.entries())
      for (const { name, words } of unread) {
        const known = [...columns.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
        columns.set(known, [...(columns.get(known) ?? []), { words, priority: priority.id, from: at, to: at + 1, where }]);
      }
  return [...columns].map(([name, cells]) => {
    const some = cells.slice(0, shown).map(({ words, where }) => `${quoted(words)} (${where})`);
    const count = cells.length === 1 ? "1 row has" : `${cells.length} rows have`;
    const why = `the column ${quoted(name)} is not read; ${count} words in it: ${some.join(", ")}${cells.length > shown ? " …" : ""}`;
    return { id: "plan", kind: "unread column", name, cells: cells.map(({ where: _, ...cell }) => cell), why };
  });
}

const unreadOfMeasures = (reading: Reading): ReviewIssue[] =>
  [...reading.unreadOfMeasures].map(([name, words]) => ({
    id: "plan",
    kind: "unread",
    why: `the column ${quoted(name)} of the measures is not read; ${words.length} words in it: ${words.slice(0, shown).map(quoted).join(", ")}${words.length > shown ? " …" : ""}`,
  }));

function looseLines({ loose }: Reading): ReviewIssue[] {
  if (!loose.length) return [];
  const some = loose.slice(0, 8).map(({ text }) => quoted(text));
  return [
    {
      id: "plan",
      kind: "unread",
      why: `${loose.length === 1 ? "a line" : `${loose.length} lines`} around the tables ${loose.length === 1 ? "is" : "are"} not read: ${some.join(", ")}${loose.length > 8 ? " …" : ""}`,
    },
  ];
}

const roleWords: Record<string, string> = {
  action: "the actions",
  level: "a level above them",
  reference: "references",
  lead: "who leads",
  due: "when they are due",
  "first due": "the first date",
  "revised due": "the date that holds",
  start: "when they start, which is no deadline",
  "done on": "when they were done",
  status: "the status",
  percent: "how much is done",
  note: "notes",
  measure: "measures",
  baseline: "baselines",
  target: "targets",
  frequency: "how often",
  period: "years or quarters with marks",
  unread: "not read",
};

function howRead(reading: Reading, actions: DraftAction[]): string[] {
  const columns = [...reading.columns].map(([name, role]) => `${quoted(name)}: ${roleWords[role] ?? role}`);
  const dated = actions.filter(({ milestones }) => milestones.length);
  const ongoing = actions.filter(({ milestones, ongoing: kept }) => kept && !milestones.length).length;
  const last = dated
    .flatMap(({ milestones }) => milestones.map(({ due }) => due))
    .sort()
    .at(-1);
  const none = actions.length - dated.length - ongoing;
  return [
    ...(reading.levels.size ? [`Levels: from ${[...reading.levels].join(", ")}`] : ["Levels: none is printed; all actions stand under the plan itself"]),
    ...(columns.length ? [`Columns: ${columns.join("; ")}`] : []),
    `Dates: ${dated.length} of ${actions.length} actions have one${last ? `, the last on ${dayInWords(last)}` : ""}; ${ongoing} kept up without one; ${none} without`,
  ];
}

/** The rows that a person should look at, and how columns, levels and dates were taken, in words. */
export function reviewOf(reading: Reading, { themes, untitled }: Made): { look: ReviewIssue[]; how: string[] } {
  const priorities = themes.flatMap((theme) => theme.priorities);
  const noTitle: ReviewIssue[] = untitled ? [{ id: "plan", kind: "no title", why: 'no title is printed; "Action plan" stands in for it' }] : [];
  const isOfMeasures = priorities.every(({ level }) => !level.actions.length);
  const alone: ReviewIssue[] = isOfMeasures ? [{ id: "plan", kind: "unread", why: "the file prints measures and no actions, so only measures are read" }] : [];
  const look = [
    ...alone,
    ...noTitle,
    ...reading.look,
    ...looseLines(reading),
    ...unreadColumns(priorities),
    ...unreadOfMeasures(reading),
    ...priorities.flatMap(rowsOfPriority),
  ];
  return {
    look,
    how: howRead(
      reading,
      priorities.flatMap(({ level }) => level.actions),
    ),
  };
}
