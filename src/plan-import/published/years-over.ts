/** Months and quarters under the years that stand above them, in a row of their own. Pure. */
import type { GridRow } from "./grid.js";

const yearOver = /^(?:fy ?)?(20\d\d)(?: ?[/-] ?(\d{2}|20\d\d))?$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}$/iu;
const quarter = /^(?:q|qtr|quarter) ?[1-4]$/i;

/** "Apr" under "2026/27" is April 2026, "Jan" after it January 2027; "Q1" is Q1 2026/27. A blank cell goes on with the year before it. */
export function withYears(names: string[], over: GridRow | undefined): string[] {
  if (!over?.cells.some(({ text }) => yearOver.test(text))) return names;
  let [own, group, year, before] = ["", "", 0, -1];
  return names.map((printed, at) => {
    own = over.cells[at]?.text || own;
    const [, first] = yearOver.exec(own) ?? [];
    const name = printed.trim();
    if (first && quarter.test(name)) return `${name} ${own}`;
    if (!first || !monthName.test(name)) return printed;
    if (own !== group) [group, year, before] = [own, Number(first), -1];
    const month = months.indexOf(name.toLowerCase().slice(0, 3));
    if (month < before) year++;
    before = month;
    return `${name} ${year}`;
  });
}
