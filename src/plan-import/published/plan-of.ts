/** The plan of what was read: the two levels nearest above an action are theme and priority, what is higher is kept in the theme's words. Pure. */
import type { Plan, PlanAction, Priority, Theme } from "../../plan/plan.js";
import type { DraftAction, DraftMeasure, Level } from "./draft.js";
import { plainTitle } from "./draft.js";
import { nameAll, type PriorityDraft, type ThemeDraft } from "./printed-ids.js";
import type { Reading } from "./reading.js";

export interface Made {
  plan: Plan;
  untitled: boolean;
  themes: ThemeDraft[];
}

interface Path {
  level: Level;
  above: Level[];
}

function* pathsUnder(level: Level, above: Level[]): Generator<Path> {
  if (level.actions.length || level.measures.length) yield { level, above };
  for (const child of level.children) yield* pathsUnder(child, [...above, level]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Ambition 1: Lead by example" */
const inWords = ({ words: { word, id, title } }: Level): string => [[word && capital(word), id].filter(Boolean).join(" "), title].filter(Boolean).join(": ");

const isOfPlan = /\b(?:plan|strategy|programme|appendix|annexe?|tracker|actions)\b/i;

/** A heading over all of it that only says again what it is. */
function isTitle({ words: { word, id, title } }: Level, reading: Reading): boolean {
  if (word || id) return false;
  return !reading.title || plainTitle(reading.title).includes(plainTitle(title)) || isOfPlan.test(title);
}

function pathsOf(reading: Reading): Path[] {
  let top = reading.root;
  for (;;) {
    const [only, ...others] = top.children;
    if (!only || others.length || !only.children.length || only.actions.length || top.actions.length || !isTitle(only, reading)) break;
    reading.title ??= only.words.title;
    top = only;
  }
  return [...pathsUnder(top, [])].map(({ level, above }) => ({ level, above: above.slice(1) }));
}

function themesOf(paths: Path[]): ThemeDraft[] {
  const themes: ThemeDraft[] = [];
  for (const { level, above } of paths) {
    const own = above.at(-1);
    let theme = themes.find((one) => one.level === own);
    if (!theme) {
      theme = { ...(own && { level: own }), above: above.slice(0, -1), id: "", priorities: [] };
      themes.push(theme);
    }
    theme.priorities.push({ level, id: "", actionIds: [] });
  }
  return themes;
}

const longest = 4000;

function actionOf({ text, lead, leadAs, timescale, milestones, ongoing, status, note }: DraftAction, id: string): PlanAction {
  return {
    ...{ id, text },
    ...(timescale && { timescale }),
    ...(lead && { lead }),
    ...(leadAs && { leadAs }),
    ...(ongoing && { ongoing }),
    ...(status && { status }),
    ...(note && { note }),
    ...(milestones.length && { milestones }),
  };
}

const measureOf = ({ where: _, doubts: __, ...measure }: DraftMeasure, id: string) => ({ id, ...measure });

function priorityOf({ level, id, actionIds }: PriorityDraft, title: string, theme: Level | undefined): Priority {
  const { lead, leadAs } = level.lead.lead || level.lead.leadAs ? level.lead : (theme?.lead ?? {});
  return {
    ...{ id, title: (level.words.title || title).slice(0, longest) },
    ...(lead && { lead }),
    ...(leadAs && { leadAs }),
    actions: level.actions.map((action, at) => actionOf(action, actionIds[at] as string)),
    measures: level.measures.map((measure, at) => measureOf(measure, `${id}.m${at + 1}`)),
  };
}

function themeOf({ level, above, id, priorities }: ThemeDraft, title: string): Theme {
  const statement = above.map(inWords).join("; ");
  return {
    ...{ id, name: (level?.words.title ?? title).slice(0, longest) },
    ...(statement && { statement: statement.slice(0, longest) }),
    priorities: priorities.map((priority) => priorityOf(priority, title, level)),
  };
}

/** Nothing where no action was read, nor a table of measures. */
export function planOf(reading: Reading): Made | undefined {
  const paths = pathsOf(reading);
  if (!paths.some(({ level }) => level.actions.length || (reading.indicators.some(({ isFull }) => isFull) && level.measures.length))) return undefined;
  const themes = themesOf(paths);
  nameAll(themes);
  const title = (reading.title ?? "Action plan").slice(0, longest);
  return {
    untitled: !reading.title,
    themes,
    plan: { title, starts: reading.starts, timeZone: "Europe/London", themes: themes.map((theme) => themeOf(theme, title)) },
  };
}
