import type { Milestone, Plan } from "./plan.js";
import { yearSpan } from "./years.js";

/** One printed stamp. `printed` is its very words. */
export interface Stamp {
  printed: string;
  /** The last year it names; the milestone is due on that year's last day. */
  lastYear: number;
  label?: string;
  ongoing: boolean;
}

export interface ReadTimescale {
  stamps: Stamp[];
  /** Why a stamp cannot be right ("Year 0"), in words; such stamps are not in `stamps`. */
  problems: string[];
  /** Words that are no stamp. */
  rest: string;
}

const stampPattern = /\byears?\s+(\d{1,3})(?:\s*(?:\/|to|-|–|&|and)\s*(?:year\s+)?(\d{1,3}))?(?:\s*\(([^)]*)\))?/gi;

/** Reads the stamps of a printed timescale in printed order: "Year 1 (Pilot) Year 2 (Roll out)" has two. */
export function readTimescale(text: string): ReadTimescale {
  const read: ReadTimescale = { stamps: [], problems: [], rest: text };
  for (const match of text.matchAll(stampPattern)) {
    const printed = match[0].trim();
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    const words = match[3]?.trim();
    read.rest = read.rest.replace(match[0], " ");
    if (first === 0 || last === 0) read.problems.push(`"${printed}": years are counted from 1`);
    else if (last < first) read.problems.push(`"${printed}": ends before it begins`);
    else if (last > 50) read.problems.push(`"${printed}": more than 50 years`);
    else read.stamps.push({ printed, lastYear: last, ongoing: /^on-?going$/i.test(words ?? ""), ...labelled(words) });
  }
  read.rest = read.rest.replace(/\s+/g, " ").trim();
  return read;
}

const labelled = (words: string | undefined) => (words && !/^on-?going$/i.test(words) ? { label: words } : {});

export const milestoneOf = (plan: Pick<Plan, "starts">, stamp: Stamp): Milestone => ({
  ...(stamp.label ? { label: stamp.label } : {}),
  due: yearSpan(plan, stamp.lastYear).to,
  ...(stamp.ongoing ? { ongoing: true } : {}),
});
