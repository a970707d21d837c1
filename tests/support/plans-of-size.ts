/** Plans of any size, with or without figures, for tests of how they are kept. */
import type { Plan, Priority } from "../../src/plan/index.js";

interface Size {
  priorities: number;
  /** Quarters with a figure, for each of the two measures of a priority. */
  quarters?: number;
  /** Stands in every text, so that one version is told from another. */
  wording?: string;
}

const quarters = ["2025-26 Q1", "2025-26 Q2", "2025-26 Q3", "2025-26 Q4", "2026-27 Q1", "2026-27 Q2"];

function priorityOf(theme: string, at: number, { quarters: count = 0, wording = "first" }: Size): Priority {
  const id = `${theme}.${at}`;
  const figures = quarters.slice(0, count).map((period, place) => ({ period, value: at + place }));
  const measure = (n: number) => ({
    id: `${id}.m${n}`,
    text: `Number of ${wording} visits ${n}`,
    kind: "number" as const,
    direction: "increase" as const,
    ...(count && { figures }),
  });
  return {
    id,
    title: `Title ${id} of the ${wording} version`,
    actions: [1, 2, 3].map((n) => ({ id: `${id}.${n}`, text: `Do ${n} in the ${wording} version ${"at length ".repeat(20)}`, timescale: `Year ${n}` })),
    measures: [measure(1), measure(2)],
  };
}

/** Four themes; ids 1.1, 1.2, … 2.1 … */
export function planOfSize(size: Size): Plan {
  const perTheme = Math.ceil(size.priorities / 4);
  const themes = ["1", "2", "3", "4"].map((id) => ({
    id,
    name: `Theme ${id}`,
    priorities: Array.from({ length: perTheme }, (_, at) => priorityOf(id, at + 1, size)),
  }));
  return { title: `The ${size.wording ?? "first"} plan`, starts: "2025-04-01", timeZone: "Europe/London", themes };
}
