/** Ids for what was read: as printed, made unlike where two are the same, counted where none is printed. Pure. */
import { endingWithout } from "../../shared/words.js";
import type { Level } from "./draft.js";

export interface PriorityDraft {
  level: Level;
  id: string;
  actionIds: string[];
}

export interface ThemeDraft {
  /** Nothing where the theme is the whole plan. */
  level?: Level;
  /** Levels above the theme, outermost first. */
  above: Level[];
  id: string;
  priorities: PriorityDraft[];
}

const longest = 34;
const words =
  /^(?:priority|objective|strategic (?:aim|objective|priority)|aim|action|ref(?:erence)?|no\.?|number|recommendation|goal|theme|kpi|item)[\s:.]*(?=\S*\d)/i;

/** As the model allows it: letters, digits, dots and dashes. */
export function cleanId(printed: string | undefined): string {
  const clean = (printed ?? "")
    .slice(0, 60)
    .normalize("NFKC")
    .replace(words, "")
    .replace(/[()[\]]/g, "")
    .replace(/[^\p{L}\p{N}.\-/]+/gu, "-")
    .replace(/^[.\-/]+/, "")
    .slice(0, longest);
  return endingWithout(clean, ".-/:");
}

/** What all ids have before their last number: "A1" of "A1.1" and "A1.2", "WS1" of "WS1-01", "WH" of "WH1". */
function prefixOf(ids: string[]): string | undefined {
  const prefixes = new Set(ids.map((id) => /^(.+)[.\-/][^.\-/]+$/.exec(id)?.[1] ?? /^(\p{L}+)\d+$/u.exec(id)?.[1] ?? ""));
  const [only = ""] = prefixes;
  return prefixes.size === 1 && only ? only : undefined;
}

const key = (id: string): string => id.toLowerCase();
const isLetter = (id: string): boolean => /^(?:[a-z]|[ivx]{2,4})$/.test(id);

/** Ids that only one has; a prefix that several share is nobody's. */
function unlike(ids: (string | undefined)[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(key(id), (counts.get(key(id)) ?? 0) + 1);
  return ids.map((id) => (id && counts.get(key(id)) === 1 ? id : undefined));
}

const nextFree = (used: Set<string>, made: (number: number) => string, from: number): string => {
  let number = from;
  while (used.has(key(made(number)))) number++;
  return made(number);
};

function namePriorities(themes: ThemeDraft[], used: Set<string>): void {
  const all = themes.flatMap((theme) => theme.priorities.map((priority) => ({ theme, priority })));
  const printed = all.map(({ priority: { level } }) => cleanId(level.words.id));
  const counts = new Map<string, number>();
  for (const id of printed) if (id) counts.set(key(id), (counts.get(key(id)) ?? 0) + 1);
  const prefixes = unlike(
    all.map(({ priority }, at) => (printed[at] ? undefined : prefixOf(priority.level.actions.flatMap(({ reference }) => cleanId(reference) || [])))),
  );
  // What is printed, of themes and actions too, is nobody else's by counting.
  const taken = new Set([...printed, ...themes.map(({ level }) => cleanId(level?.words.id))].map(key));
  const ofActions = new Set(all.flatMap(({ priority }) => priority.level.actions.map(({ reference }) => key(cleanId(reference)))));
  for (const [at, { theme, priority }] of all.entries()) {
    const own = printed[at] || (prefixes[at] && !taken.has(key(prefixes[at])) ? prefixes[at] : "");
    priority.id = own && (counts.get(key(own)) ?? 1) > 1 ? `${theme.id}.${own}` : own;
    if (priority.id && used.has(key(priority.id))) priority.id = nextFree(used, (number) => `${priority.id}-${number}`, 2);
    if (priority.id) used.add(key(priority.id));
  }
  for (const { theme, priority } of all) {
    if (priority.id) continue;
    const isWhole = !theme.level;
    priority.id = nextFree(
      new Set([...used, ...ofActions]),
      (number) => (isWhole ? String(number) : `${theme.id}.${number}`),
      theme.priorities.indexOf(priority) + 1,
    );
    used.add(key(priority.id));
  }
}

/** Before the priorities have theirs, as those may be counted under them. */
function nameThemes(themes: ThemeDraft[]): void {
  const printed = themes.map(({ level }) => cleanId(level?.words.id));
  const prefixes = unlike(themes.map(({ level, priorities }) => level && prefixOf(priorities.flatMap(({ level }) => cleanId(level.words.id) || []))));
  const used = new Set(printed.filter(Boolean).map(key));
  for (const [at, theme] of themes.entries()) {
    const prefix = prefixes[at];
    theme.id = printed[at] || (prefix && !used.has(key(prefix)) ? prefix : "");
    if (theme.id && !printed[at]) used.add(key(theme.id));
  }
  for (const [at, theme] of themes.entries()) {
    if (theme.id) continue;
    theme.id = theme.level ? nextFree(used, String, at + 1) : "all";
    used.add(key(theme.id));
  }
}

/** A theme's id that something else has gets the word before it that is printed, or "theme". */
function partThemes(themes: ThemeDraft[], used: Set<string>): void {
  for (const theme of themes) {
    if (used.has(key(theme.id))) {
      const word = (theme.level?.words.word ?? "theme").replace(/\s+/g, "-");
      theme.id = nextFree(used, (number) => (number === 1 ? `${word}-${theme.id}` : `${word}-${theme.id}-${number}`), 1);
    }
    used.add(key(theme.id));
  }
}

function nameActions(priorities: PriorityDraft[], used: Set<string>): void {
  const printed = priorities.map(({ level }) => level.actions.map(({ reference }) => cleanId(reference)));
  const numbers = printed.flat().filter((id) => /^\d+$/.test(id));
  const clashes = new Set(numbers).size < numbers.length || numbers.some((id) => used.has(key(id)));
  for (const [at, { id, level, actionIds }] of priorities.entries()) {
    for (const [place] of level.actions.entries()) {
      let own = printed[at]?.[place] ?? "";
      if (isLetter(own)) own = `${id}${/\d$/.test(id) ? "" : "."}${own}`;
      else if (/^\d+$/.test(own) && clashes) own = `${id}.${own}`;
      if (own && used.has(key(own))) own = `${id}.${own}`;
      if (!own || used.has(key(own))) own = nextFree(used, (number) => `${id}.${number}`, place + 1);
      used.add(key(own));
      actionIds.push(own);
    }
  }
}

/** Printed ids of actions are taken before any is counted, so that none is taken from them. */
export function nameAll(themes: ThemeDraft[]): void {
  const used = new Set<string>();
  nameThemes(themes);
  namePriorities(themes, used);
  nameActions(
    themes.flatMap(({ priorities }) => priorities),
    used,
  );
  partThemes(themes, used);
}
