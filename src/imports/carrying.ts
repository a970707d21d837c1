/** What was said of actions goes with their words when those stand at another number, and stays behind when other words stand there now. */

import { type ChangePart, changeOf } from "../audit/index.js";
import type { Amendment, PlanAmendments, StagedRow } from "../plan/index.js";
import type { KeptProgress, Progress } from "../progress/index.js";
import type { Changes } from "./changes.js";

interface Carried {
  /** An action, or a priority; what was said of it before is of other words. */
  to: string;
  priority: string;
  /** What was said of the same words, where they stood before. */
  said?: KeptProgress;
}

export interface WaitingCarried extends StagedRow {
  carriedIn: string;
  carried: Carried[];
  by: string;
  at: string;
}

/** Whether a row that an import staged is this, told from the other kinds of staged rows. */
export const isWaitingCarried = (row: StagedRow): row is WaitingCarried => "carriedIn" in row;

/** What was said of actions that now have another id, staged with the import so that both stand or neither does. None or one row. */
export function waitingCarried(
  { carried }: Changes,
  said: ReadonlyMap<string, KeptProgress>,
  of: { id: string; plan: string; by: string; at: string },
): WaitingCarried[] {
  if (!carried.length) return [];
  const rows = carried.map(({ to, priority, from }): Carried => ({ to, priority, ...(from !== undefined && said.has(from) && { said: said.get(from) }) }));
  return [{ _id: `${of.id}/carried`, carriedIn: of.plan, carried: rows, by: of.by, at: of.at }];
}

class NothingSaid extends Error {}

/** The same however often it is done. Who leads is in the plan itself already, with the words. */
export async function carry(
  deps: { progress?: Progress; amendments?: Pick<PlanAmendments, "amend"> },
  { _id, carriedIn, carried, by, at }: WaitingCarried,
): Promise<void> {
  await deps.progress?.replace(
    carriedIn,
    carried.map(({ to, priority, said }) => ({ action: to, priority, ...(said && { said }) })),
  );
  await deps.amendments
    ?.amend(carriedIn, _id, (said) => {
      const led = carried.filter(({ to }) => said(to)?.lead !== undefined || said(to)?.deputies !== undefined);
      if (!led.length) throw new NothingSaid();
      const parts = led.map(({ to }): ChangePart => ({ item: to, what: "lead", from: said(to)?.lead || "nobody" }));
      const nobody: Amendment = { lead: undefined, deputies: undefined };
      const change = changeOf({ id: _id, plan: carriedIn, parts, author: { email: by, id: "" }, at: new Date(at), through: "plan import" });
      return { change, of: new Map(led.map(({ to }) => [to, nobody])) };
    })
    .catch((error: unknown) => {
      if (!(error instanceof NothingSaid)) throw error;
    });
}
