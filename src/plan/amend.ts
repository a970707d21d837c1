import type { Change, Trail } from "../record/index.js";
import { type Amendment, type Amendments, amendmentKey } from "./amendments.js";
import type { Plans } from "./plans.js";

/** What a change makes of some items, by id as printed. Fields that are not there stay as they were. */
export interface NewAmendments {
  change: Change;
  of: Map<string, Amendment>;
}

export interface PlanAmendments {
  /**
   * Amends any number of items at once, once for each id of a change; `again` when it had been done before. `decide` gets
   * what was said of the items so far, and may throw to refuse. It is called again when somebody else was quicker.
   */
  amend(planId: string, id: string, decide: (said: (itemId: string) => Amendment | undefined) => NewAmendments): Promise<{ change: Change; again: boolean }>;
  /** Puts in force what a crash left waiting. To be called once at start. */
  settle(): Promise<void>;
}

export function openAmendments({ trail, plans }: { trail: Trail; plans: Plans }): PlanAmendments {
  const keeper = trail.keeper<Amendments>("amendments");
  const noteFor = (planId: string, { revision }: Pick<Amendments, "revision">) => plans.noteAmended(planId, `${planId} ${revision}`);
  return {
    async amend(planId, id, decide) {
      const { now, change, again } = await keeper.change(planId, id, (before) => {
        const { change: made, of } = decide((itemId) => before?.of[amendmentKey(itemId)]);
        const merged = [...of].map(([itemId, said]): [string, Amendment] => {
          const key = amendmentKey(itemId);
          return [key, { ...before?.of[key], ...said }];
        });
        return {
          change: made,
          update: { $set: Object.fromEntries(merged.map(([key, said]) => [`of.${key}`, said])) },
          create: { of: Object.fromEntries(merged) },
        };
      });
      await noteFor(planId, now);
      return { change, again };
    },
    async settle() {
      for (const { id } of await plans.all()) {
        const kept = await keeper.get(id);
        if (kept) await noteFor(id, kept);
      }
    },
  };
}
