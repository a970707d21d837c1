/** What joining measures, or taking a join back, makes of each. Pure. */

import type { ChangePart } from "../../audit/index.js";
import type { Amendment, Measure } from "../../plan/index.js";

/** The choice that takes a join back. */
export const apart = "apart";

/** What changes when the figures of `into` count for all of these, or each has its own (`apart`); no parts where it is so already. */
export function joining(measures: Pick<Measure, "id" | "countsAs">[], into: string): { parts: ChangePart[]; of: Map<string, Amendment> } {
  const joins = measures
    .map(({ id, countsAs = "" }) => ({ id, from: countsAs, to: into === apart || id === into ? "" : into }))
    .filter(({ from, to }) => from !== to);
  return {
    parts: joins.map(({ id, from, to }) => ({ item: id, what: "counted with", ...(from && { from }), ...(to && { to }) })),
    of: new Map(joins.map(({ id, to }) => [id, { countsAs: to }])),
  };
}
