/** How a plan comes in: one reader for each source format, chosen by content. */

import { UserFacingError } from "../../shared/errors.js";
import { type Day, type Look, Plan } from "../plan.js";
import { readAppendix } from "./appendix.js";
import { lookOver } from "./look-over.js";
import { readPlanFile } from "./plan-file.js";
import { readSource } from "./source.js";

export { inferredId, inferredLook } from "./look-over.js";
export { readSource } from "./source.js";

/** The first day of Year 1 where neither the source nor the person says it. */
export const usualStarts = "2025-04-01";

/** A plan as read from a source, and the rows a person should look at. */
export interface ReadPlan {
  plan: Plan;
  look: Look[];
  format: "appendix" | "plan file";
  /** Who says when Year 1 starts: the source, the person who imports it, or nobody. */
  startsSaidBy: "source" | "person" | "nobody";
}

/** `starts`: the first day of Year 1 as the person says it. `usual`: the day that counts where neither the source nor the person says it. */
export interface ReadOptions {
  starts?: Day;
  usual?: Day;
}

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

/** Checks a day that a person typed as the first of Year 1. */
export function startsFrom(text: string): Day {
  const day = Plan.shape.starts.safeParse(text);
  if (!day.success) throw new UserFacingError(`--starts ${text}: a date that exists was expected, written 2025-04-01. Nothing was saved.`);
  return day.data;
}

/**
 * Reads the text of a plan file (JSON) or of an appendix; `name` stands in errors.
 * Throws one UserFacingError that names the line or JSON path and what was expected.
 */
export function readPlan(name: string, text: string, { starts, usual = usualStarts }: ReadOptions = {}): ReadPlan {
  if (!isJson(text)) {
    const { plan, look } = readAppendix(name, text, starts ?? usual);
    return { plan, look: [...look, ...lookOver(plan)], format: "appendix", startsSaidBy: starts ? "person" : "nobody" };
  }
  const { plan, look, saysStarts } = readPlanFile(name, text, starts, usual);
  return { plan, look: [...look, ...lookOver(plan)], format: "plan file", startsSaidBy: saysStarts ? "source" : starts ? "person" : "nobody" };
}

/** Reads a plan from a file. */
export async function readPlanAt(path: string, options?: ReadOptions): Promise<ReadPlan> {
  const { name, text } = await readSource(path);
  return readPlan(name, text, options);
}
