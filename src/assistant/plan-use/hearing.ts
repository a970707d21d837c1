/** Which of several plans a message is about, and what is left of it to be understood. Pure. */

import { asksTheSame, type Context, leans, type PlanIndex, type PlanSaid, planIndexOf, planSaid, reading } from "../../nlu/index.js";
import { type Day, dayOf, type KnownPlan, planInWords } from "../../plan/index.js";
import { firstPlan, type Turn } from "../../request/turn.js";
import { UserFacingError } from "../../shared/errors.js";
import { endingWithout } from "../../shared/words.js";
import type { Interpretation } from "../assistant.js";

/** Every plan that is loaded, and the one that is used where none is named. */
interface Here {
  loaded: readonly KnownPlan[];
  used: KnownPlan;
}

interface Said extends Here {
  text: string;
  /** What was understood in the turn before, and of which plan. */
  before: readonly Interpretation[];
  beforeOf?: string;
  contextOf(known: KnownPlan, before: readonly Interpretation[]): Context;
}

interface HeardOf {
  known: KnownPlan;
  text: string;
  /** The message says which plan it is about. */
  named?: true;
  /** What the message may lean on. */
  before: readonly Interpretation[];
  /** Where there is nothing to understand any more. */
  readings?: Interpretation[];
}

/** What was asked, where the answer was which plan is meant. */
function askedBack(before: readonly Interpretation[]): string | undefined {
  const last = before.at(-1);
  return last?.question === "which-plan" && last.args.ids.length ? last.args.says : undefined;
}

/** The answer to asking back is hardly more than the name. */
function nameAlone(text: string, asked: string, loaded: readonly KnownPlan[], planIndex: PlanIndex): PlanSaid | undefined {
  const said = planSaid(`${endingWithout(text, ".!")}: ${asked}`, loaded, planIndex);
  return said?.ids.length ? said : undefined;
}

function planHeard({ text, loaded, used, before, beforeOf, contextOf }: Said): HeardOf {
  const planIndex = planIndexOf(used.catalogue, used.plan.title);
  const asked = askedBack(before);
  const said = planSaid(text, loaded, planIndex) ?? (asked === undefined ? undefined : nameAlone(text, asked, loaded, planIndex));
  const previous = loaded.find(({ id }) => id === beforeOf);
  const of = (known: KnownPlan) => ({ known, before: known === previous ? before : [] });
  if (!said) {
    if (previous && previous !== used && leans(text, contextOf(previous, before))) return { known: previous, text, before };
    return { ...of(used), text };
  }
  const named = loaded.find(({ id }) => id === said.ids[0]);
  if (!named || said.ids.length > 1)
    return { ...of(used), text, readings: [reading("which-plan", { ids: said.ids, unknown: said.unknown?.slice(0, 200), says: said.rest.slice(0, 300) })] };
  if (!asksTheSame(said.rest)) return { ...of(named), text: said.rest, named: true };
  if (asked !== undefined) return { ...of(named), text: asked };
  const again = before.map(({ question, args: { carried: _, ...args } }) =>
    reading(question, { ...args, carried: `The same question of ${planInWords(named)}.` }),
  );
  return again.length ? { ...of(named), text, readings: again } : { ...of(named), text: "how is the plan doing" };
}

/** The plan that a turn's card or command is about, or the one that is used here. */
export function planFor({ loaded, used }: Here, { plan }: Pick<Turn, "plan">): KnownPlan {
  if (plan === undefined) return used;
  const known = plan === firstPlan ? loaded[0] : loaded.find(({ id }) => id === plan);
  if (!known) throw new UserFacingError("That is from a plan that is no longer loaded. Nothing was saved.");
  return known;
}

/** What is to be understood, and of which plan. */
export function heardIn({ loaded, used }: Here, turn: Turn, before: Interpretation[], beforeOf = loaded[0]?.id): HeardOf {
  const known = planFor({ loaded, used }, turn);
  if (loaded.length === 1) return { known, text: turn.text, before: beforeOf === known.id ? before : [] };
  const today = dayOf(turn.at, known.plan.timeZone);
  return planHeard({ text: turn.text, loaded, used: known, before, beforeOf, contextOf: (one, said) => contextOf(one, today, said, turn) });
}

/** What a text is understood by: the plan, the day, the turn before, who asks. */
export const contextOf = ({ plan, catalogue }: KnownPlan, today: Day, before: readonly Interpretation[], turn?: Pick<Turn, "asker">): Context => ({
  ...{ plan, planIndex: planIndexOf(catalogue, plan.title), today, before },
  asker: turn?.asker.email,
});
