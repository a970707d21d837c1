import type { AuditLog, Change } from "../audit/index.js";
import { type Amendment, type Amendments, amendmentKey, type PrintedPerson, printedKey } from "./amendments.js";
import type { Plans } from "./plans.js";

/** What a change makes of some items, by id as printed. Fields that are not there stay as they were. */
export interface NewAmendments {
  change: Change;
  of: Map<string, Amendment>;
  /** Who is meant by printed words from now on. */
  printed?: PrintedPerson[];
}

export interface PlanAmendments {
  /**
   * Amends any number of items at once, once for each id of a change; `again` when it had been done before. `decide` gets
   * what was said of the items so far and who is meant by printed words, and may throw to refuse. It is called again when somebody else was quicker.
   */
  amend(
    planId: string,
    id: string,
    decide: (said: (itemId: string) => Amendment | undefined, printed: readonly PrintedPerson[]) => NewAmendments,
  ): Promise<{ change: Change; again: boolean }>;
  /** Puts in force what a crash left waiting. To be called once at start. */
  settle(): Promise<void>;
}

function mergedPeople(before: readonly PrintedPerson[], next: readonly PrintedPerson[]): PrintedPerson[] {
  const said = new Set(next.map(({ words }) => printedKey(words)));
  return [...before.filter(({ words }) => !said.has(printedKey(words))), ...next];
}

/** Changes to who leads and reports, and to how measures are taken, over the imported plan: kept apart, so that a later import keeps them. */
export function openAmendments({ auditLog, plans }: { auditLog: AuditLog; plans: Plans }): PlanAmendments {
  const repository = auditLog.repository<Amendments>("amendments");
  const noteFor = (planId: string, { revision }: Pick<Amendments, "revision">) => plans.noteAmended(planId, `${planId} ${revision}`);
  return {
    async amend(planId, id, decide) {
      const { now, change, again } = await repository.change(planId, id, (before) => {
        const { change: made, of, printed } = decide((itemId) => before?.of[amendmentKey(itemId)], before?.printed ?? []);
        const people = printed?.length ? { printed: mergedPeople(before?.printed ?? [], printed) } : {};
        const merged = [...of].map(([itemId, said]): [string, Amendment] => {
          const key = amendmentKey(itemId);
          return [key, { ...before?.of[key], ...said }];
        });
        return {
          change: made,
          update: { $set: { ...Object.fromEntries(merged.map(([key, said]) => [`of.${key}`, said])), ...people } },
          create: { of: Object.fromEntries(merged), ...people },
        };
      });
      await noteFor(planId, now);
      return { change, again };
    },
    async settle() {
      for (const { id } of await plans.all()) {
        const kept = await repository.get(id);
        if (kept) await noteFor(id, kept);
      }
    },
  };
}
