/** What may be decided about items that have other words than in the plan in force, are new, or are gone. Pure. */
import type { LookOf } from "../../plan/import/index.js";
import { catalogueOf, type Item, type Plan, wordsOf } from "../../plan/index.js";
import { capital, listed, plural, shortened } from "../../shared/words.js";
import type { Changes } from "../changes.js";
import { asBefore, kept, putBack } from "./before-edits.js";
import { keyOf, leftOut } from "./edits.js";
import { asRead, choice, type Option, rowHead, type SettledRow } from "./settled-row.js";

export interface Between {
  plan: Plan;
  before: Plan;
  changes: Changes;
}

const mostWords = 240;
const inShort = (words: string): string => (words ? `"${shortened(words, mostWords)}"` : "nothing");

type Reworded = Changes["reworded"][number];

const wasAndIs = ({ part, from, to }: Reworded): string[] =>
  part === "text" ? [`Was: ${inShort(from)}`, `Is: ${inShort(to)}`] : [`${capital(part)} was: ${inShort(from)}`, `${capital(part)} is: ${inShort(to)}`];

/** The old number of words that moved; of a priority it stays, as all under it is numbered after it. */
function oldNumber(look: LookOf<"moved"> | undefined, { plan, before }: Between): Option[] {
  const item = look && catalogueOf(plan).find(look.id);
  if (!look || !item || item.type === "theme" || item.type === "priority") return [];
  const moved = { id: item.id, list: item.type === "action" ? ("actions" as const) : ("measures" as const), words: wordsOf(item), from: look.from };
  return [{ label: `Give these words their old number, ${look.from}`, value: "back", edit: putBack(moved, before) }];
}

export function wordedRow(id: string, worded: Reworded[], whys: string[], moved: LookOf<"moved"> | undefined, between: Between): SettledRow {
  const facts = [...worded.flatMap(wasAndIs), ...[...whys, ...(moved ? [moved.why] : [])].map((why) => `${capital(why)}.`)];
  return choice(rowHead(`words ${id}`, id, "has other words than before", facts), `Words of ${id === "plan" ? "the title" : id}`, [
    asRead(moved ? "Take the new words; the rest stays with the number" : "Take the new words"),
    { label: "Keep what was", value: "keep", edit: asBefore(id, between.before) },
    ...oldNumber(moved, between),
  ]);
}

interface Places {
  /** Of the priority or the theme above, by the item's id. */
  above: Map<string, string[]>;
  items: Map<string, Item>;
}

function placesIn(plan: Plan): Places {
  const items = catalogueOf(plan).items;
  const above = (item: Item): string[] => {
    if (item.type === "theme") return [];
    return item.type === "priority" ? [item.theme.id] : [item.theme.id, item.priority.id];
  };
  return { above: new Map(items.map((item) => [keyOf(item.id), above(item)])), items: new Map(items.map((item) => [keyOf(item.id), item])) };
}

/** Those that stand under none of the others, each with how much of the others stands under it. */
function topmost(ids: string[], { above }: Places): { id: string; under: string[] }[] {
  const all = new Set(ids.map(keyOf));
  const top = (id: string) => above.get(keyOf(id))?.find((one) => all.has(keyOf(one))) ?? id;
  const grouped = new Map<string, string[]>();
  for (const id of ids) grouped.set(keyOf(top(id)), [...(grouped.get(keyOf(top(id))) ?? []), id]);
  return [...grouped.values()].map((group) => {
    const head = group.find((id) => keyOf(top(id)) === keyOf(id)) ?? group[0] ?? "";
    return { id: head, under: group.filter((id) => id !== head) };
  });
}

function withAllUnder(under: string[], { items }: Places): string {
  const count = (type: Item["type"], one: string) => {
    const found = under.filter((id) => items.get(keyOf(id))?.type === type).length;
    return found ? [plural(found, one)] : [];
  };
  const parts = [...count("priority", "priority"), ...count("action", "action"), ...count("measure", "measure")];
  return parts.length ? `, with ${listed(parts)}` : "";
}

const wordsAt = (id: string, { items }: Places): string[] => {
  const item = items.get(keyOf(id));
  return item ? [inShort(wordsOf(item))] : [];
};

export function goneRows({ before, changes: { retired } }: Between): SettledRow[] {
  const places = placesIn(before);
  return topmost(retired, places).map(({ id, under }) =>
    choice(rowHead(`gone ${id}`, id, `is not in the file any more${withAllUnder(under, places)}`, wordsAt(id, places)), `What becomes of ${id}`, [
      asRead("Take it out; its history is kept"),
      { label: "Keep it in the plan", value: "keep", edit: kept(id, before) },
    ]),
  );
}

/** `asked` has a row with the same choice already. */
export function newRows(between: Between, asked: Set<string>, moved: Map<string, LookOf<"moved">>): SettledRow[] {
  const { plan, changes } = between;
  const places = placesIn(plan);
  const back = new Set(changes.returned);
  const come = [...changes.added, ...changes.returned].filter((id) => !asked.has(id));
  const apart = come.filter((id) => moved.has(id)).map((id) => ({ id, under: [] }));
  const groups = topmost(
    come.filter((id) => !moved.has(id)),
    places,
  );
  return [...groups, ...apart].map(({ id, under }) => {
    const why = `is ${back.has(id) ? "in the plan again" : "new"}${withAllUnder(under, places)}`;
    const look = moved.get(id);
    const facts = [...wordsAt(id, places), ...(look ? [`${capital(look.why)}.`] : [])];
    return choice(rowHead(`new ${id}`, id, why, facts), `What becomes of ${id}, which is ${back.has(id) ? "back" : "new"}`, [
      asRead("Take it"),
      { label: "Leave it out", value: "out", edit: leftOut(id) },
      ...oldNumber(look, between),
    ]);
  });
}
