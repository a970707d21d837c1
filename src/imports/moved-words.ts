/** Wording that stands at another number now than in the plan before. Pure. */

import { catalogueOf, type Item, type Plan, wordsOf } from "../plan/index.js";
import type { ViewOf } from "../plan-import/index.js";
import type { Changes } from "./changes.js";

const wordsKey = (item: Item): string => `${item.type} ${wordsOf(item)}`;
const lower = (ids: string[]): string[] => ids.map((id) => id.toLowerCase());

/** What was said of an item stays with its number, so a person should look where its words have another one now. */
export function movedWords(old: Plan, next: Plan, { reworded, added, retired }: Pick<Changes, "reworded" | "added" | "retired">): ViewOf<"moved">[] {
  const other = reworded.flatMap(({ id, part }) => (part === "text" || part === "title" ? [id] : []));
  const [left, come] = [new Set(lower([...other, ...retired])), new Set(lower([...other, ...added]))];
  const inItsPlace = (item: Item, ids: Set<string>) => item.type !== "theme" && ids.has(item.id.toLowerCase());
  const before = new Map(
    catalogueOf(old)
      .items.filter((item) => inItsPlace(item, left))
      .map((item) => [wordsKey(item), item.id]),
  );
  return catalogueOf(next)
    .items.filter((item) => inItsPlace(item, come))
    .flatMap((item) => {
      const from = before.get(wordsKey(item));
      if (!from || from === item.id) return [];
      const goes = item.type === "action" ? "its lead, status and notes came along" : "what was said stays with the number";
      const why = `its words stood at ${from} before; ${goes}, so check ${item.id} and ${from}`;
      return [{ id: item.id, kind: "moved", from, why }];
    });
}
