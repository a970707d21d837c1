/** How likely each intent is when what the rules read counts beside the classifier. Pure. */
import type { Reading } from "../../questions/desk.js";
import type { Candidate } from "./candidate.js";

/** How the rules came to a reading. */
export type Ground =
  /** Every word of the text is accounted for. */
  | "explained"
  /** A rule fits, but some words are not of the plan. */
  | "partly"
  /** Only the rule fits that takes whatever names something of the plan. */
  | "anything"
  /** It wants something changed, or speaks of reminders: those rules are narrow. */
  | "command"
  /** Nothing but what is to be shown: "2.3?" */
  | "bare"
  /** It leans on the turn before, of which the classifier knows nothing. */
  | "follow-up";

/** By how much a reading of the rules raises the odds of its intent. */
const ODDS: Readonly<Record<Ground, number>> = { explained: 8, partly: 3, anything: 5, command: 60, bare: 100, "follow-up": 60 };
/** What a rule read is never ruled out by examples alone. */
const LEAST = 0.05;

/** Best first; the probabilities make 1. */
export function weighed(candidates: readonly Candidate[], ruled: readonly Reading[], ground: Ground): Candidate[] {
  const told = new Set<string>(ruled.map(({ question }) => question));
  const known = new Set(candidates.map(({ intent }) => intent));
  const all = [...candidates, ...[...told].filter((intent) => !known.has(intent)).map((intent) => ({ intent, p: 0 }))];
  const odds = all.map(({ intent, p }) => ({ intent, p: told.has(intent) ? Math.max(p, LEAST) * ODDS[ground] : p }));
  const total = odds.reduce((sum, { p }) => sum + p, 0) || 1;
  return odds.map(({ intent, p }) => ({ intent, p: p / total })).sort((a, b) => b.p - a.p);
}
