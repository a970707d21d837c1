import { isDeepStrictEqual } from "node:util";
import type { Day } from "../plan/index.js";
import type { KeptSettings } from "./settings.js";

/** Who is away on a day and has this person stand in, in order of their addresses. */
export type AwayWith = (planId: string, deputy: string, day: Day) => Promise<string[]>;

/** The settings in which this person is somebody's deputy, of every plan. */
type NamedIn = (deputy: string) => Promise<readonly KeptSettings[]>;

/** By plan and day: who is away and has one person stand in. */
export type StandingIn = (planId: string, day: Day) => string[];

const rememberedMs = 30_000;
const mostRemembered = 5_000;

/** What was looked up a moment ago; `forget` when it was changed here. Rows that are the same as before are the same object. */
export function recently(look: NamedIn): { look: NamedIn; forget(): void } {
  const remembered = new Map<string, { until: number; found: Promise<readonly KeptSettings[]> }>();
  const rows = new Map<string, readonly KeptSettings[]>();
  const lookAgain = async (deputy: string) => {
    const found = await look(deputy);
    const before = rows.get(deputy);
    if (before && isDeepStrictEqual(before, found)) return before;
    if (rows.size >= mostRemembered) rows.clear();
    rows.set(deputy, found);
    return found;
  };
  return {
    look(deputy) {
      const known = remembered.get(deputy);
      if (known && known.until > Date.now()) return known.found;
      if (remembered.size >= mostRemembered) remembered.clear();
      const found = lookAgain(deputy);
      remembered.set(deputy, { until: Date.now() + rememberedMs, found });
      found.catch(() => remembered.delete(deputy));
      return found;
    },
    forget: () => remembered.clear(),
  };
}
