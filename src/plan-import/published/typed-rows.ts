/** Exports of performance systems: a column says of each row whether it is a theme, a priority or an action. Pure. */
import { cellAt, type GridRow } from "./grid.js";
import { plainHeading } from "./heading-words.js";

const HEADING = /^(?:(?:row|item|record|element|object|entity|plan|scorecard) )?(?:type|level|kind)$/;
const LEVELS =
  /^(?:(?:strategic|corporate|key) )?(?:themes?|pillars?|goals?|aims?|priorit(?:y|ies)|objectives?|outcomes?|strateg(?:y|ies)|ambitions?|programmes?|portfolios?|perspectives?|scorecards?|strands?|focus areas?|workstreams?|plans?)$/i;
const ACTIONS = /^(?:(?:key|sub) ?-?)?(?:actions?|tasks?|initiatives?|projects?|activit(?:y|ies)|milestones?|deliverables?)$/i;

export type TypeOfRow = "level" | "action" | "other";

/** The column that says what each row is, where one does of most rows and names both levels and actions. */
export function typeColumn(names: readonly string[], rows: readonly GridRow[]): number | undefined {
  const at = names.findIndex((name) => HEADING.test(plainHeading(name)));
  if (at < 0) return undefined;
  const types = rows.map((row) => cellAt(row, at).text.trim()).filter(Boolean);
  const isKnown = types.filter((type) => typeOf(type) !== "other").length >= types.length * 0.8;
  return types.length > 1 && isKnown && types.some((type) => ACTIONS.test(type)) && types.some((type) => LEVELS.test(type)) ? at : undefined;
}

/** What a row is by the word of its type. */
export const typeOf = (word: string): TypeOfRow => (ACTIONS.test(word.trim()) ? "action" : LEVELS.test(word.trim()) ? "level" : "other");
