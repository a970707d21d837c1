/** How a plan comes in: one reader for each source format, chosen by content. */

import { type Day, Plan } from "../plan/plan.js";
import { UserFacingError } from "../shared/errors.js";
import { readAppendix } from "./appendix.js";
import { lookOver } from "./look-over.js";
import type { LookRow } from "./look-row.js";
import { readPlanFile } from "./plan-file.js";
import { asText, type Printing } from "./printed-parts.js";
import { readSource, type Source, textSource } from "./source.js";

export { inferredId, inferredLook } from "./look-over.js";
export { type LookKind, type LookOf, type LookRow, plainLook } from "./look-row.js";
export { withInferred } from "./measure-words.js";
export { checkSize, largestSource, readSource, type Source, sourceOf } from "./source.js";

/** The first day of Year 1 where neither the source nor the person says it. */
export const usualStarts = "2025-04-01";

/** A plan as read from a source, and the rows a person should look at. */
export interface ReadPlan {
  plan: Plan;
  look: LookRow[];
  format: "appendix" | "plan file" | "Word document" | "spreadsheet";
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

const formats = { text: "appendix", docx: "Word document", xlsx: "spreadsheet" } as const;

const printingOf = ({ format, places }: Source): Printing =>
  format === "text" ? asText : { at: (line) => places[line - 1] ?? `line ${line}`, whole: format === "xlsx" };

/**
 * Reads what a file says: a plan file (JSON), the text of an appendix, or the tables of an office file.
 * Throws one UserFacingError that names the place and what was expected.
 */
export function readPlanFrom(source: Source, { starts, usual = usualStarts }: ReadOptions = {}): ReadPlan {
  const { name, format, text } = source;
  if (format !== "text" || !isJson(text)) {
    const { plan, look } = readAppendix(name, text, starts ?? usual, printingOf(source));
    return { plan, look: [...source.look, ...look, ...lookOver(plan)], format: formats[format], startsSaidBy: starts ? "person" : "nobody" };
  }
  const { plan, look, saysStarts } = readPlanFile(name, text, starts, usual);
  return { plan, look: [...look, ...lookOver(plan)], format: "plan file", startsSaidBy: saysStarts ? "source" : starts ? "person" : "nobody" };
}

/** Reads the text of a plan file (JSON) or of an appendix; `name` stands in errors. */
export const readPlan = (name: string, text: string, options?: ReadOptions): ReadPlan => readPlanFrom(textSource(name, text), options);

/** Reads a plan from a file. */
export const readPlanAt = async (path: string, options?: ReadOptions): Promise<ReadPlan> => readPlanFrom(await readSource(path), options);
