/** Which column is which, by the words of the row that heads them, in any order. Pure. */

import { type Cell, wordsOf } from "../block.js";
import { type Column, columnNamed } from "./layout.js";

export type Role = Column | "theme" | "number" | "action number";

export interface Headings {
  /** By column; undefined where the words are none of a plan's. */
  roles: (Role | undefined)[];
  names: string[];
}

const longestHeading = 80;
const numberWords: [Role, RegExp][] = [
  ["action number", /^(?:sub-?)?actions?\s+(?:ref(?:erence)?|no|number|id|code)\b/i],
  ["number", /^(?:(?:priority|objective|aim|goal)\s+)?(?:ref(?:erence)?|no|number|id|code|#)\.?$/i],
  ["theme", /^(?:strategic\s+)?(?:themes?|pillars?|strands?)\b/i],
];

const roleOf = (words: string): Role | undefined => numberWords.find(([, pattern]) => pattern.test(words))?.[0] ?? columnNamed(words);

const namesPriority = (words: string): boolean => /\bpriorit(?:y|ies)\b|\bobjectives?\b/i.test(words);

/** A cell that names both ("Priorities Activity") heads the priorities where another heads the actions. */
function settled(read: (Role | undefined)[], names: string[]): (Role | undefined)[] {
  const roles = [...read];
  const both = roles.findIndex((role, at) => role === "actions" && namesPriority(names[at] as string));
  const isOther = (name: string, at: number) => roles[at] === "actions" && name !== names[both];
  if (both >= 0 && !roles.includes("priority") && names.some(isOther))
    for (const [at, name] of names.entries()) if (name === names[both]) roles[at] = "priority";
  if (!roles.includes("priority") && !roles.includes("number") && roles[0] === undefined && names[0]) roles[0] = "priority";
  return roles;
}

/** What a row of cells heads; nothing when it is no row of headings. `roles` may lack the actions. */
export function headingsOf(cells: Cell[]): Headings | undefined {
  const names = cells.flatMap((cell) => Array<string>(cell.span).fill(wordsOf(cell)));
  if (names.some((name) => name.length > longestHeading) || cells.length < 2) return undefined;
  const roles = settled(names.map(roleOf), names);
  const known = new Set(roles.filter((role) => role !== undefined && role !== "number"));
  const isHeader = known.size >= 2 && (known.has("actions") || known.has("timescale") || known.has("measures"));
  return isHeader ? { roles, names } : undefined;
}
