/** All rows that a person looks at before a plan is imported: what readers gave for a look, then what is other than in the plan in force. Pure. */

import { catalogueOf, type Plan } from "../../plan/index.js";
import type { ViewOf } from "../../plan-import/index.js";
import type { Changes } from "../changes.js";
import { goneRows, newRows, wordedRow } from "./changed-rows.js";
import { groupedRows } from "./grouped-rows.js";
import { type OwnView, reviewIssue } from "./review-issues.js";
import type { SettledRow } from "./settled-row.js";

/** `before` is the plan in force, when it is a real one. In the order in which their decisions are carried out. */
export function rowsOf({ plan, changes, before }: { plan: Plan; changes: Changes; before?: Plan }): SettledRow[] {
  const { look, reworded } = changes;
  const looks = look.filter((one): one is OwnView => one.kind !== "moved");
  const [read, standing] = [catalogueOf(plan), before && catalogueOf(before)];
  const ground = { plan, read, before, standing };
  const groups = groupedRows(looks, ground);
  const under = new Map(groups.flatMap(({ row, of }) => of.map((look): [OwnView, string] => [look, row.name])));
  const ownRow = (one: OwnView): SettledRow => ({ ...reviewIssue(one, ground), ...(under.has(one) && { under: under.get(one) }) });
  const first = groups.map(({ row }) => row);
  if (!before || !standing) return [...first, ...looks.map(ownRow)];
  const worded = new Map<string, Changes["reworded"]>();
  for (const one of reworded) worded.set(one.id, [...(worded.get(one.id) ?? []), one]);
  const moved = new Map(look.filter((one): one is ViewOf<"moved"> => one.kind === "moved").map((one) => [one.id, one]));
  // One choice for all that is other about the words or the dates of an item.
  const isTold = ({ id, kind }: OwnView) => ["other stages", "other words", "no title"].includes(kind) && worded.has(id);
  const [told, own] = [looks.filter(isTold), looks.filter((one) => !isTold(one))];
  const between = { read, before, standing, changes };
  return [
    ...first,
    ...own.map(ownRow),
    ...[...worded].map(([id, parts]) =>
      wordedRow(
        id,
        parts,
        told.filter((one) => one.id === id),
        moved.get(id),
        between,
      ),
    ),
    ...goneRows(between),
    ...newRows(between, new Set(own.filter(({ kind }) => kind === "like a measure").map(({ id }) => id)), moved),
  ];
}
