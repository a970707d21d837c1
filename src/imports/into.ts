/** Which plan an import is of: the next version of one that is loaded, or another one beside those. Pure. */
import { type KnownPlan, planIdFor, sameName } from "../plan/index.js";
import { UserFacingError } from "../shared/errors.js";

export interface Into {
  /** Of the plan that it is the next version of, or of a new one. Nothing where there is none yet, or only the sample. */
  id?: string;
  /** A short name for a new one. */
  name?: string;
}

/** What whoever imports said of it. */
export interface Said {
  /** A plan's name, title or id; of one that is loaded, or a short name for a new one. */
  as?: string;
  /** Load it beside the others. */
  beside?: boolean;
}

/** The plan that somebody means by its name, its title or its id. */
export const planCalled = <P extends Pick<KnownPlan, "id" | "name" | "plan">>(all: readonly P[], called: string): P | undefined =>
  all.find(({ name }) => sameName(name, called)) ?? all.find(({ id, plan }) => sameName(plan.title, called) || sameName(id, called));

/** The plan of that name. Throws a UserFacingError that says which there are. */
export function planToUse<P extends Pick<KnownPlan, "id" | "name" | "plan">>(all: readonly P[], called: string): P {
  const found = planCalled(all, called);
  if (found) return found;
  throw new UserFacingError(all.length ? `There is no ${called} plan. Loaded: ${namesOf(all)}.` : "There is no plan yet. `plan import FILE` brings one in.");
}

/** "Museums (Museums Plan 2026); Libraries (Libraries Plan)": the loaded plans, for a message on the command line. */
export const namesOf = (all: readonly Pick<KnownPlan, "name" | "plan">[]): string => all.map(({ name, plan }) => `${name} (${plan.title})`).join("; ");

const longestName = 40;

/** Throws a UserFacingError that says what to type where it cannot be told. `untitled`: the source has no title of its own. */
export function intoWhich(all: readonly KnownPlan[], { title, untitled = false }: { title: string; untitled?: boolean }, { as, beside = false }: Said): Into {
  if (as !== undefined && (!as.trim() || as.length > longestName))
    throw new UserFacingError(`--as: a name of at most ${longestName} letters was expected. Nothing was saved.`);
  const [first] = all;
  if (!first || first.sample) return { ...(as && { name: as.trim() }) };
  const known = planCalled(all, as ?? title);
  if (known && beside) throw new UserFacingError(`${known.plan.title} is loaded already. Without --new the file becomes its next version. Nothing was saved.`);
  if (known) return { id: known.id };
  if (as !== undefined || beside)
    return {
      id: planIdFor(
        as ?? title,
        all.map(({ id }) => id),
      ),
      ...(as && { name: as.trim() }),
    };
  if (untitled && all.length === 1) return { id: first.id };
  throw new UserFacingError(whichOne(all, title));
}

const whichOne = (all: readonly KnownPlan[], title: string): string =>
  [
    `This file is "${title}", and that plan is not loaded. Nothing was saved.`,
    `Loaded: ${namesOf(all)}.`,
    "To load it beside, add: --new (or --as NAME, to give it a short name)",
    ...all.map(({ name, plan }) => `To make it the next version of ${plan.title}, add: --as "${name}"`),
  ].join("\n");
