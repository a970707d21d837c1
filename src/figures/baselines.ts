import { changeOf } from "../audit/index.js";
import type { PlanAmendments } from "../plan/index.js";
import type { Submission } from "./write-report.js";

/** Somebody gave a baseline before; the first one stands. */
class HasOne extends Error {
  override name = "HasOne";
}

/** Writes the baselines that came with first figures, once for each form; one that was given before stays. */
export const baselineWriter =
  (amendments: PlanAmendments) =>
  async ({ id: formId, plan, author, at, baselines = [] }: Submission): Promise<void> => {
    for (const { measure, value } of baselines) {
      const id = `${formId}/${measure} baseline`;
      const parts = [{ item: measure, what: "baseline", to: value }];
      try {
        await amendments.amend(plan, id, (said) => {
          const given = said(measure)?.baseline;
          if (given !== undefined && given !== "") throw new HasOne("there is a baseline");
          return { change: changeOf({ id, plan, parts, author, at: new Date(at), through: "figures.record" }), of: new Map([[measure, { baseline: value }]]) };
        });
      } catch (error) {
        if (!(error instanceof HasOne)) throw error;
      }
    }
  };
