/** A plan from what a file says: a plan file, an appendix, or a plan as it was published. */

import { type Day, Plan } from "../plan/plan.js";
import { UserFacingError } from "../shared/errors.js";
import { readAppendix } from "./appendix/appendix.js";
import { isAppendix, isAppendixText } from "./appendix/is-appendix.js";
import { layOut } from "./appendix/lay-out.js";
import { asText } from "./appendix/printed-parts.js";
import type { ReviewIssue } from "./look-row.js";
import { readPlanFile } from "./plan-file.js";
import { problemsIn } from "./plan-schema.js";
import { sourceError } from "./problems.js";
import { readPublished } from "./published/index.js";
import { textBlocks } from "./readers/plain-text.js";
import { readSource, type Source, textSource } from "./readers/source.js";
import { lookOver } from "./review.js";

/** The first day of Year 1 where neither the source nor the person says it. */
export const usualStarts = "2025-04-01";

/** A plan as read from a source, and the rows a person should look at. */
export interface ReadPlan {
  plan: Plan;
  look: ReviewIssue[];
  format: "appendix" | "text" | "plan file" | "Word document" | "spreadsheet" | "CSV file" | "PDF";
  /** How levels, columns and dates were read, in words; nothing where the source leaves nothing to tell. */
  how: string[];
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

const formats = { text: "text", docx: "Word document", xlsx: "spreadsheet", csv: "CSV file", pdf: "PDF" } as const;

/** An appendix: a row a priority, or what is left when nothing else was found, with the reasons why it is none. */
function readAsAppendix({ name, format, text, blocks, look: said }: Source, starts: Day): Pick<ReadPlan, "plan" | "look"> {
  if (format === "text") return readAppendix(name, text, starts, asText);
  const { lines, places, look: laid, problems } = layOut(blocks, said);
  if (problems.length) throw sourceError(name, problems);
  const { plan, look } = readAppendix(name, lines.join("\n"), starts, {
    at: (line) => places[line - 1] ?? `line ${line}`,
    whole: format === "xlsx" || format === "csv",
  });
  return { plan, look: [...laid, ...look] };
}

type Tables = Pick<ReadPlan, "plan" | "look" | "how"> & { isAppendix: boolean };

const hasActions = ({ plan }: Pick<ReadPlan, "plan">): boolean => plan.themes.some(({ priorities }) => priorities.some(({ actions }) => actions.length > 0));

/** As it was published; an appendix otherwise, and a table of measures alone where that has no action either. */
function readTables(source: Source, starts: Day): Tables {
  const blocks = source.format === "text" ? textBlocks(source.text) : source.blocks;
  const looksLikeOne = source.format === "text" ? isAppendixText(source.text) : isAppendix(blocks);
  const appendix = (): Tables => ({ ...readAsAppendix(source, starts), how: [], isAppendix: true });
  if (looksLikeOne) {
    const read = appendix();
    if (hasActions(read) || source.format !== "text") return read;
  }
  const published = readAsPublished(source, blocks, starts);
  if (!published) return appendix();
  return hasActions(published) ? published : (withActions(appendix) ?? published);
}

function withActions(read: () => Tables): Tables | undefined {
  try {
    const tables = read();
    return hasActions(tables) ? tables : undefined;
  } catch (error) {
    if (error instanceof UserFacingError) return undefined;
    throw error;
  }
}

function readAsPublished(source: Source, blocks: Source["blocks"], starts: Day): Tables | undefined {
  const published = readPublished(blocks, starts);
  if (!published) return undefined;
  const wrong = problemsIn(published.plan, Plan.safeParse(published.plan).error, []);
  if (wrong.length) throw sourceError(source.name, wrong);
  return { ...published, look: [...source.look, ...published.look], isAppendix: false };
}

/**
 * Reads what a file says: a plan file (JSON), an appendix, or a plan as it was published.
 * Throws one UserFacingError that names the place and what was expected.
 */
export function readPlanFrom(source: Source, { starts, usual = usualStarts }: ReadOptions = {}): ReadPlan {
  const { name, format, text } = source;
  if (format !== "text" || !isJson(text)) {
    const { plan, look, how, isAppendix: appendix } = readTables(source, starts ?? usual);
    const kind = appendix && format === "text" ? "appendix" : formats[format];
    return { plan, look: [...look, ...lookOver(plan)], how, format: kind, startsSaidBy: starts ? "person" : "nobody" };
  }
  const { plan, look, saysStarts } = readPlanFile(name, text, starts, usual);
  return { plan, look: [...look, ...lookOver(plan)], how: [], format: "plan file", startsSaidBy: saysStarts ? "source" : starts ? "person" : "nobody" };
}

/** Reads the text of a plan file (JSON) or of an appendix; `name` stands in errors. */
export const readPlan = (name: string, text: string, options?: ReadOptions): ReadPlan => readPlanFrom(textSource(name, text), options);

/** Reads a plan from a file. */
export const readPlanAt = async (path: string, options?: ReadOptions): Promise<ReadPlan> => readPlanFrom(await readSource(path), options);
