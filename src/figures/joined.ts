import { type Catalogue, counted, type ItemOf } from "../plan/index.js";
import type { Figures } from "./figures.js";

/** Each measure once: where one was joined to another, that other one. In the order given. */
export function countedOnce(catalogue: Pick<Catalogue, "find">, items: ItemOf<"measure">[]): ItemOf<"measure">[] {
  return [...new Map(items.map((item) => counted(catalogue, item)).map((item) => [item.id, item])).values()];
}

/** The same figures, read so that a measure that was joined to another one has the other one's. */
export function throughJoins(figures: Figures, catalogue: Pick<Catalogue, "find">): Pick<Figures, "recent" | "recentReports" | "all" | "allReports"> {
  const sourceOf = (id: string): string => {
    const item = catalogue.find(id);
    return item?.type === "measure" ? counted(catalogue, item).id : id;
  };
  const spread = async <T>(ids: string[], read: (sources: string[]) => Promise<Map<string, T[]>>): Promise<Map<string, T[]>> => {
    const sources = ids.map(sourceOf);
    const found = await read([...new Set(sources)]);
    return new Map(
      ids.flatMap((id, place): [string, T[]][] => {
        const has = found.get(sources[place] ?? id);
        return has ? [[id, has]] : [];
      }),
    );
  };
  return {
    recent: (planId, ids, today) => spread(ids, (sources) => figures.recent(planId, sources, today)),
    recentReports: (planId, ids, today) => spread(ids, (sources) => figures.recentReports(planId, sources, today)),
    all: (planId, id) => figures.all(planId, sourceOf(id)),
    allReports: (planId, id) => figures.allReports(planId, sourceOf(id)),
  };
}
