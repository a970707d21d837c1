/** What is looked up of every turn, all at once: the plans that are loaded, which of them is used here, who the managers are, for whom the asker stands in. */
import { isDeepStrictEqual } from "node:util";
import { authorOf, type Managers } from "../people/index.js";
import type { Day, KnownPlan, Plans } from "../plan/index.js";
import { type PlanChoices, placeOf } from "../request/plan-choices.js";
import type { Turn } from "../request/turn.js";
import { UserFacingError } from "../shared/errors.js";

/** Who is away on a day and has one person stand in, by plan. */
export type StandingIn = (planId: string, today: Day) => readonly string[];

export interface TurnSurroundings {
  /** At least one. */
  loaded: readonly KnownPlan[];
  /** Where several are loaded: the conversation's own, or the default. */
  used: KnownPlan;
  place: string;
  managers: readonly string[];
  standing?: StandingIn;
}

export interface SurroundingParts {
  plans: Pick<Plans, "all">;
  /** Without it the default plan is used everywhere. */
  planChoices?: Pick<PlanChoices, "of">;
  managers: Pick<Managers, "all">;
  /** As of a moment ago; the same function as long as it says the same, nothing for those who stand in for nobody. */
  standingIn?(email: string): Promise<StandingIn | undefined>;
}

type Where = Pick<Turn, "conversationId" | "team" | "asker">;

export interface Surroundings {
  /** As they are now: one round trip to the database, whatever it is asked. Throws a UserFacingError when there is no plan. */
  of(where: Where): Promise<TurnSurroundings>;
  /** As this process saw them last; nothing before it saw any. To begin with while `of` asks, never to answer from alone. */
  last(where: Where): TurnSurroundings | undefined;
}

const MOST_REMEMBERED = 5_000;

/** The plans that are loaded, the managers, and which plan a conversation uses, for one turn after the other. */
export function openSurroundings({ plans, planChoices, managers, standingIn }: SurroundingParts): Surroundings {
  let seen: Pick<TurnSurroundings, "loaded" | "managers"> | undefined;
  const chosen = new Map<string, string>();
  const priorityStates = new Map<string, StandingIn>();

  const usedIn = (loaded: readonly KnownPlan[], choice: string | undefined): KnownPlan => {
    const used = loaded.find(({ id }) => id === choice) ?? loaded[0];
    if (!used) throw new UserFacingError("There is no plan yet. Ask a manager to import one.");
    return used;
  };

  return {
    async of(where) {
      const place = placeOf(where);
      const { email } = authorOf(where);
      const mayBeSeveral = seen === undefined || seen.loaded.length > 1;
      const choosing = mayBeSeveral ? planChoices?.of(place) : undefined;
      const [loaded, all, standing, asked] = await Promise.all([plans.all(), managers.all(), standingIn?.(email), choosing]);
      const choice = mayBeSeveral || loaded.length < 2 ? asked : await planChoices?.of(place);
      const used = usedIn(loaded, choice);
      seen = { loaded, managers: all };
      remember(chosen, place, choice);
      remember(priorityStates, email, standing);
      return { loaded, used, place, managers: all, ...(standing && { standing }) };
    },
    last(where) {
      if (!seen?.loaded.length) return undefined;
      const place = placeOf(where);
      const standing = priorityStates.get(authorOf(where).email);
      return { ...seen, used: usedIn(seen.loaded, chosen.get(place)), place, ...(standing && { standing }) };
    },
  };
}

function remember<T>(known: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) return void known.delete(key);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
}

/** Whether an answer is the same by either. A plan is another object as soon as anything in it is another. */
export const isSame = (a: TurnSurroundings, b: TurnSurroundings): boolean =>
  a.used === b.used &&
  a.place === b.place &&
  a.standing === b.standing &&
  a.loaded.length === b.loaded.length &&
  a.loaded.every((one, place) => one === b.loaded[place]) &&
  isDeepStrictEqual(a.managers, b.managers);
