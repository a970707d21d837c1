import type { Plan } from "../plan/index.js";
import type { ReviewIssue } from "../plan-import/index.js";

/** What an import changes, by id, in the order of the plan. */
export interface Changes {
  added: string[];
  /** Wording, old to new; `part` says of what: "text", "title", "name", "statement", "timescale". */
  reworded: { id: string; part: string; from: string; to: string }[];
  /** Gone from the source: kept with their history, shown no more. */
  retired: string[];
  /** Were retired and are in the source again. */
  returned: string[];
  /** Items at a number that had other words before: what was said there is not theirs. `from` is where their own words stood. */
  carried: { to: string; priority: string; from?: string }[];
  look: ReviewIssue[];
}

/** Nothing new, reworded, retired, returned or carried over: what a first import and a merge begin with. */
export const noChanges = (): Changes => ({ added: [], reworded: [], retired: [], returned: [], carried: [], look: [] });

export interface Counts {
  themes: number;
  priorities: number;
  actions: number;
  milestones: number;
  measures: number;
  figures: number;
}

const live = <T extends { retired?: boolean }>(items: T[]): T[] => items.filter((item) => !item.retired);

/** What a plan has, retired items left out; its own figures counted too. */
export function countsOf(plan: Plan): Counts {
  const themes = live(plan.themes);
  const priorities = themes.flatMap((theme) => live(theme.priorities));
  const actions = priorities.flatMap((priority) => live(priority.actions));
  const measures = priorities.flatMap((priority) => live(priority.measures));
  return {
    themes: themes.length,
    priorities: priorities.length,
    actions: actions.length,
    milestones: actions.flatMap(({ milestones }) => milestones ?? []).length,
    measures: measures.length,
    figures: measures.flatMap(({ figures }) => figures ?? []).length,
  };
}
