/** How a plan comes in: one reader for each source format, chosen by content. */

import { UserFacingError } from "../../shared/errors.js";
import { Day, type Look, type Plan } from "../plan.js";
import { readAppendix } from "./appendix.js";
import { lookOver } from "./look-over.js";
import { readPlanFile } from "./plan-file.js";
import { readSource } from "./source.js";

export { inferredId, inferredLook } from "./look-over.js";

/** The first day of Year 1 where neither the source nor the person says it. */
export const usualStarts = "2025-04-01";

/** A plan as read from a source, and the rows a person should look at. */
export interface ReadPlan {
  plan: Plan;
  look: Look[];
  format: "appendix" | "plan file";
}

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

/** Checks a day that a person typed as the first of Year 1. */
export function startsFrom(text: string): Day {
  const day = Day.safeParse(text);
  if (!day.success) throw new UserFacingError(`--starts ${text}: a date that exists was expected, written 2025-04-01. Nothing was saved.`);
  return day.data;
}

/**
 * Reads the text of a plan file (JSON) or of an appendix. `name` stands in errors. `starts` is the first day of Year 1 for a source that does not say it.
 * Throws one UserFacingError that names the line or JSON path and what was expected.
 */
export function readPlan(name: string, text: string, starts?: Day): ReadPlan {
  const json = isJson(text);
  const { plan, look } = json ? readPlanFile(name, text, starts) : readAppendix(name, text, starts ?? usualStarts);
  return { plan, look: [...look, ...lookOver(plan)], format: json ? "plan file" : "appendix" };
}

/** Reads a plan from a file. */
export async function readPlanAt(path: string, starts?: Day): Promise<ReadPlan> {
  const { name, text } = await readSource(path);
  return readPlan(name, text, starts);
}
