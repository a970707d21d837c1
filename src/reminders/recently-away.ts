import type { Day } from "../plan/index.js";

/** Who is away on a day and has this person stand in, in order of their addresses. */
export type AwayWith = (planId: string, deputy: string, day: Day) => Promise<string[]>;

const rememberedMs = 30_000;
const mostRemembered = 5_000;

/** What was looked up a moment ago; `forget` when it was changed here. */
export function recently(look: AwayWith): { look: AwayWith; forget(): void } {
  const remembered = new Map<string, { until: number; found: Promise<string[]> }>();
  return {
    look(plan, deputy, day) {
      const key = `${plan} ${day} ${deputy}`;
      const known = remembered.get(key);
      if (known && known.until > Date.now()) return known.found;
      if (remembered.size >= mostRemembered) remembered.clear();
      const found = look(plan, deputy, day);
      remembered.set(key, { until: Date.now() + rememberedMs, found });
      found.catch(() => remembered.delete(key));
      return found;
    },
    forget: () => remembered.clear(),
  };
}
