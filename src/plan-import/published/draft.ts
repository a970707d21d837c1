/** A plan as it is put together from a file's tables, before it has ids. */
import type { Measure, Milestone, Status } from "../../plan/plan.js";
import { endingWithout } from "../../shared/words.js";
import { leadIn, type PrintedLead } from "./leads.js";
import { kindOfLevel, type LevelWords, levelWords } from "./level-words.js";

/** Why a person should look at an action, in words that follow its id. */
export interface Doubt {
  kind: "no date" | "unread date" | "unsure status";
  why: string;
  /** As printed, of a status. */
  words?: string;
}

export interface DraftAction extends PrintedLead {
  text: string;
  where: string;
  /** As printed. */
  reference?: string;
  timescale?: string;
  milestones: Milestone[];
  ongoing?: boolean;
  status?: Status;
  note?: string;
  doubts: Doubt[];
  /** Words in columns that a plan does not have, by the column's name. */
  unread: { name: string; words: string }[];
}

export type DraftMeasure = Omit<Measure, "id"> & { where: string; doubts: string[] };

export interface Level {
  words: LevelWords;
  where: string;
  lead: PrintedLead;
  children: Level[];
  actions: DraftAction[];
  measures: DraftMeasure[];
}

/** How a file says a level: "the headings", 'the column "Priority"'. */
export interface LevelName {
  words: LevelWords;
  where: string;
  saidBy: string;
  lead?: PrintedLead;
}

/** A theme, priority or group with nothing under it yet. */
export const newLevel = (words: LevelWords, where: string): Level => ({ words, where, lead: {}, children: [], actions: [], measures: [] });

const keyOf = ({ id, title }: LevelWords): string => `${(id ?? "").toLowerCase()} ${plainTitle(title)}`;

/** A title as it is compared: case, spaces and marks at its end do not count. */
export const plainTitle = (title: string): string =>
  endingWithout(title.trim(), ".:*")
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[’‘]/g, "'")
    .trim();

/** The level that a chain of names leads to, made where it is new. */
export function levelAt(root: Level, chain: LevelName[]): Level {
  let at = root;
  for (const { words, where, lead } of chain) {
    const key = keyOf(words);
    const known = at.children.find((child) => keyOf(child.words) === key);
    const next = known ?? newLevel(words, where);
    if (!known) at.children.push(next);
    if (lead?.leadAs || lead?.lead) next.lead = lead;
    at = next;
  }
  return at;
}

interface Entry {
  name: LevelName;
  /** Of a heading that says its level itself. */
  level?: number;
  kind: string;
  banner: boolean;
}

/** What stands above the place that is read: headings and rows across a table, outermost first. */
export type Above = Entry[];

const depthOf = (kind: string): number | undefined => {
  const depth = /^number (\d)$/.exec(kind)?.[1];
  return depth ? Number(depth) : undefined;
};

/** Where a heading goes: it takes the place of the last one of its kind and of all under that. */
function placeFor(above: Above, { level, kind }: Pick<Entry, "level" | "kind">): number {
  if (level !== undefined) {
    const at = above.findIndex((entry) => entry.level === undefined || entry.level >= level);
    return at < 0 ? above.length : at;
  }
  const depth = depthOf(kind);
  const at = above.findIndex((entry) => entry.level === undefined && (entry.kind === kind || (depth !== undefined && (depthOf(entry.kind) ?? 0) >= depth)));
  return at < 0 ? above.length : at;
}

/** Puts a heading below those that are still open and ends the ones at its level and under it. */
export function addHeading(above: Above, name: LevelName, { level, kind = kindOfLevel(name.words), banner = false }: Partial<Omit<Entry, "name">> = {}): void {
  above.splice(placeFor(above, { level, kind }), above.length, { name, kind, banner, ...(level !== undefined && { level }) });
}

/** A table's rows across end with it. */
export function dropBanners(above: Above): void {
  const at = above.findIndex(({ banner }) => banner);
  if (at >= 0) above.splice(at);
}

/** The headings that what comes next stands under, the highest first. */
export const chainOf = (above: Above): LevelName[] => above.map(({ name }) => name);

const ledBy = /\s*[–—|,;(-]\s*(?:lead(?: officer| member)?|owner|responsible(?: officer)?|sponsor|sro)\s*[:–-]\s*([^()]{2,120})\)?\s*$/iu;

/** "Priority 1: Infant feeding – Lead: Head of Nursing" names who leads it too. */
export function nameOf(text: string, where: string, saidBy: string, bareNumbers = false): LevelName {
  const lead = ledBy.exec(text.slice(0, 600));
  const name = lead ? text.slice(0, lead.index) : text;
  return { words: levelWords(name, bareNumbers), where, saidBy, ...(lead?.[1] && { lead: leadIn(lead[1]) }) };
}
