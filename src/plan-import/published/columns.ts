/** What each column of a table holds: by the words that head it, confirmed by what stands in its cells. Pure. */
import { type Contents, contentsOf } from "./contents.js";
import { cellAt, filled, type GridRow } from "./grid.js";
import { isStatusOfPeriod, plainHeading, type Role, rolesNamed } from "./heading-words.js";
import type { Head } from "./table-head.js";

export interface Column {
  at: number;
  name: string;
  role: Role | "unread";
}

/** When something was written down, not when it is to be done. */
const OF_THE_RECORD =
  /\b(?:created|modified|changed|updated|added|logged|raised|opened|entered|recorded|reviewed|review|agreed|approved|meeting|as at|last)\b/i;

/** Whether cells bear out a role that the heading names. */
const bornOut: Partial<Record<Role, (of: Contents) => boolean>> = {
  due: ({ dates, count }) => dates >= 0.34 || count === 0,
  "first due": ({ dates, count }) => dates >= 0.34 || count === 0,
  "revised due": ({ dates, count }) => dates >= 0.34 || count === 0,
  start: ({ dates, count }) => dates >= 0.34 || count === 0,
  "done on": ({ dates, count }) => dates >= 0.5 || count === 0,
  status: ({ statuses, fills, highLow, dates, count }) => dates < 0.6 && (statuses >= 0.34 || fills > 0 || count === 0) && (highLow < 0.6 || statuses >= 0.6),
  percent: ({ percents, count }) => percents >= 0.5 || count === 0,
  reference: ({ references, count }) => references >= 0.6 || count === 0,
  lead: ({ dates, long, statuses, highLow }) => dates < 0.6 && long < 0.5 && statuses < 0.7 && highLow < 0.6,
  level: ({ highLow, dates, numbers }) => highLow < 0.6 && dates < 0.6 && numbers < 0.8,
  action: ({ dates, statuses, references, numbers }) => dates < 0.6 && statuses < 0.7 && references < 0.7 && numbers < 0.7,
  target: ({ dates, numbers }) => dates < 0.6 || numbers > 0.6,
  note: ({ statuses, percents, dates, count }) => count === 0 || (statuses < 0.8 && percents < 0.6 && dates < 0.8),
  measure: ({ highLow, dates, numbers }) => highLow < 0.6 && dates < 0.6 && numbers < 0.8,
  frequency: ({ dates, count, long }) => count === 0 || (dates >= 0.34 && long < 0.3),
};

/** What cells may be where the heading names something else. */
function byContents(named: Role[], of: Contents): Role | "unread" {
  const isNamed = (...roles: Role[]) => named.some((role) => roles.includes(role));
  if (!of.count) return "unread";
  if (of.references >= 0.8 && isNamed("level")) return "reference";
  if (of.yesNo >= 0.6 && isNamed("status")) return "status";
  if (of.highLow >= 0.6) return "unread";
  if (of.statuses >= 0.6 && isNamed("note", "action", "lead", "status")) return "status";
  if (of.percents >= 0.6 && isNamed("note", "status")) return "percent";
  if (of.dates >= 0.6 && isNamed("target", "action", "status")) return isNamed("status") ? "done on" : "due";
  if (of.dates >= 0.6 && isNamed("lead", "note", "measure")) return "due";
  if (isNamed("status") && of.long >= 0.3) return "note";
  return "unread";
}

/** How much of something, as "22d". */
const AMOUNT = /\b(?:duration|days|hours|weeks|effort|weight(?:ing)?|score|budget|costs?|predecessors?|depends|dependenc(?:y|ies))\b/i;

/** Where the heading says nothing that is known. */
function unnamed(name: string, of: Contents): Role | "unread" {
  if (of.count < 2) return of.fills >= 2 ? "status" : "unread";
  if (of.highLow >= 0.6) return "unread";
  if (of.statuses >= 0.7) return "status";
  if (of.dates >= 0.7) return OF_THE_RECORD.test(name) ? "unread" : "due";
  if (of.references >= 0.8 && of.different > 0.9 && !AMOUNT.test(name)) return "reference";
  return of.posts >= 0.7 && of.long < 0.2 ? "lead" : "unread";
}

function roleOf(name: string, of: Contents): Role | "unread" {
  const named = rolesNamed(name);
  if (!of.count && of.fills >= 2 && (!named.length || named.includes("note"))) return "status";
  if (name.trim() && !named.length) return unnamed(name, of);
  if (!name.trim()) {
    if (of.count >= 2 && of.dates >= 0.7) return "due";
    if (of.count >= 2 && of.references >= 0.8) return "reference";
    return of.count >= 2 && of.statuses >= 0.8 ? "status" : "unread";
  }
  return named.find((role) => bornOut[role]?.(of) ?? true) ?? byContents(named, of);
}

/** The likeliest of several columns that may hold the actions, by the words over it. */
const actionRank = (name: string): number => {
  const plain = plainHeading(name);
  return [/\bactions?\b/, /\b(?:activit|task)/, /\bwhat\b|\bhow\b|we will/, /\b(?:steps?|commitments?|initiatives?)\b/, /./].findIndex((pattern) =>
    pattern.test(plain),
  );
};

const indicators = /kpi|indicator|measure|metric/i;

type Found = Column & { of: Contents };

/** Whether nothing else stands in a row where this column says something: an outline. */
const standsAlone = (rows: GridRow[], at: number): boolean => rows.every((row) => !cellAt(row, at).text || filled(row).length === 1);

/** One column holds the actions. What else might is a level before it, or stages with dates of their own. */
function settleActions(columns: Found[], rows: GridRow[]): void {
  const candidates = columns.filter(({ role }) => role === "action");
  const [first] = [...candidates].sort((a, b) => actionRank(a.name) - actionRank(b.name) || b.of.length - a.of.length);
  for (const other of candidates) {
    if (other === first || !first) continue;
    other.role = other.at < first.at && (other.of.different < 0.9 || standsAlone(rows, other.at)) ? "level" : "unread";
  }
  // Outcomes right before the actions are what they are under; elsewhere they are what comes of them.
  for (let at = (first?.at ?? 0) - 1; at >= 0; at--) {
    const column = columns[at];
    if (column?.role === "measure" && rolesNamed(column.name).includes("level") && column.of.numbers < 0.5) column.role = "level";
    if (column?.role !== "level" && column?.role !== "reference") break;
  }
  for (const column of columns)
    if (first && column.at > first.at && column.role === "level" && rolesNamed(column.name).includes("measure")) column.role = "measure";
  const indicator = columns.find(({ role, name }) => role === "measure" && indicators.test(name));
  if (!first && indicator)
    for (const column of columns) if (column.at < indicator.at && column.role === "measure" && rolesNamed(column.name).includes("level")) column.role = "level";
  if (!first && !isOfMeasures(columns)) takeLongest(columns);
}

/** What came of actions, or how they stand. */
const afterwards = /\b(?:evidence|impact|progress|position|updates?|success|outcomes?|comments?|commentary|benefits?)\b/i;

/** Where no heading names the actions: the column of most words, if each row has its own. */
function takeLongest(columns: Found[]): void {
  const might = columns.filter(
    ({ role, of }) => ["level", "lead", "unread", "note", "measure"].includes(role) && of.count > 0 && of.different > 0.7 && of.length >= 10 && of.dates < 0.5,
  );
  const others = columns.some(({ role }) => ["due", "status", "lead"].includes(role)) || columns.filter(({ role }) => role === "period").length > 1;
  const [longest] = might
    .filter(({ role, of }) => role !== "lead" || of.length > 30)
    .sort(
      (a, b) =>
        Number(afterwards.test(a.name)) - Number(afterwards.test(b.name)) ||
        Number(a.role === "unread") - Number(b.role === "unread") ||
        b.of.length - a.of.length,
    );
  if (longest && others) longest.role = "action";
}

/** A table of indicators: no actions, but baselines, targets or how often. */
export const isOfMeasures = (columns: Column[]): boolean =>
  columns.some(({ role }) => role === "measure") &&
  !columns.some(({ role }) => role === "action") &&
  (columns.some(({ role }) => ["baseline", "target", "frequency"].includes(role)) ||
    columns.some(({ role, name }) => role === "measure" && indicators.test(name)));

/** Of several columns for one thing the first counts; dates may be the first ones and the revised ones. */
function settleOnce(columns: Found[]): void {
  const dues = columns.filter(({ role }) => role === "due");
  if (dues.length > 1) {
    const isNamed = ({ name }: Found) => Number(rolesNamed(name).includes("due") && !OF_THE_RECORD.test(name));
    const best = [...dues].sort((a, b) => isNamed(b) - isNamed(a) || b.of.dates - a.of.dates)[0];
    for (const due of dues) if (due !== best) due.role = "unread";
  }
  const revised = columns.some(({ role }) => role === "revised due");
  const first = columns.find(({ role }) => role === "first due");
  const due = columns.find(({ role }) => role === "due");
  if (revised && due && !first) due.role = "first due";
  if (!revised && first && !due) first.role = "due";
  for (const role of ["status", "percent", "lead", "frequency", "baseline"] as const)
    for (const again of columns.filter((column) => column.role === role && !(role === "status" && isStatusOfPeriod(column.name))).slice(1))
      again.role = "unread";
  const everyPeriod = columns.filter(({ role }) => role === "period");
  // Beside a column of dates, words under a quarter are how it went in it.
  if (columns.some(({ role }) => role === "due" || role === "revised due"))
    for (const period of everyPeriod) if (period.of.count > 0 && period.of.length > 12 && period.of.dates < 0.34) period.role = "note";
  const periods = everyPeriod.filter(({ role }) => role === "period");
  const isMarked = ({ of }: Found) => of.numbers < 0.5 || of.count === 0;
  if (periods.some((column) => !isMarked(column)) || periods.length < 2)
    for (const period of periods) if (periods.length < 2 || !isMarked(period)) period.role = "unread";
}

/** Columns for indicators only are none of a table of actions that has no indicators. */
function settleMeasures(columns: Found[]): void {
  const hasMeasure = columns.some(({ role }) => role === "measure");
  if (!hasMeasure) for (const column of columns) if (["baseline", "target", "frequency"].includes(column.role)) column.role = "unread";
}

/** What each column holds: by the words that head it, confirmed by what stands in it. */
export function columnsOf(head: Head, rows: GridRow[]): Column[] {
  const columns = head.names.map((name, at): Found => {
    const of = contentsOf(rows, at);
    return { at, name, of, role: roleOf(name, of) };
  });
  // The columns that one heading spans are one.
  for (const [at, column] of columns.entries())
    if (at && column.name === columns[at - 1]?.name && !column.of.count && !column.of.fills)
      column.role = columns[at - 1]?.role === "period" ? "period" : "unread";
  settleActions(columns, rows);
  settleOnce(columns);
  settleMeasures(columns);
  return columns.map(({ at, name, role }) => ({ at, name, role }));
}
