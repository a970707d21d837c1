/** What may be decided about items that have other words than in the plan in force, are new, or are gone. Pure. */

import { type Catalogue, type Item, type Plan, wordsOf } from "../../plan/index.js";
import type { ViewOf } from "../../plan-import/index.js";
import { capital, listed, plural, shortened } from "../../shared/words.js";
import type { Changes } from "../changes.js";
import { asBefore, kept, putBack } from "./before-edits.js";
import { keyOf, leftOut } from "./edits.js";
import type { OwnView } from "./review-issues.js";
import { AFRESH, asRead, choice, type Option, rowHead, type SettledRow, theSame } from "./settled-row.js";

/** The plan that was read, as a catalogue, and the one in force. */
export interface Between {
  read: Catalogue;
  before: Plan;
  standing: Catalogue;
  changes: Changes;
}

const mostWords = 240;
const inShort = (words: string): string => (words ? `"${shortened(words, mostWords)}"` : "nothing");

type Reworded = Changes["reworded"][number];

const wasAndIs = ({ part, from, to }: Reworded): string[] =>
  part === "text" ? [`Was: ${inShort(from)}`, `Is: ${inShort(to)}`] : [`${capital(part)} was: ${inShort(from)}`, `${capital(part)} is: ${inShort(to)}`];

/** The old number of words that moved; of a priority it stays, as all under it is numbered after it. */
function oldNumber(look: ViewOf<"moved"> | undefined, { read, before }: Between): Option[] {
  const item = look && read.find(look.id);
  if (!look || !item || item.type === "theme" || item.type === "priority") return [];
  const moved = { id: item.id, list: item.type === "action" ? ("actions" as const) : ("measures" as const), words: wordsOf(item), from: look.from };
  return [{ label: `Give these words their old number, ${look.from}`, value: "back", edit: putBack(moved, before) }];
}

/** A row for an item whose words changed: the same one, another one, or moved to another number. */
export function wordedRow(id: string, worded: Reworded[], told: readonly OwnView[], moved: ViewOf<"moved"> | undefined, between: Between): SettledRow {
  const facts = [...worded.flatMap(wasAndIs), ...[...told.map(({ why }) => why), ...(moved ? [moved.why] : [])].map((why) => `${capital(why)}.`)];
  const isOther = told.some(({ kind }) => kind === "other words");
  const why = id === "plan" ? "the title is another one than before" : "has other words than before";
  return choice(rowHead(`words ${id}`, id, why, facts), `Words of ${id === "plan" ? "the title" : id}`, [
    asRead(isOther ? AFRESH : moved ? "Take the new words; what was reported stays with its words" : "Take the new words"),
    { label: "Keep what was", value: "keep", edit: asBefore(id, between.before) },
    ...(isOther ? [theSame(id)] : []),
    ...oldNumber(moved, between),
  ]);
}

/** Ids of the theme and the priority that an item stands under. */
function above(item: Item | undefined): string[] {
  if (!item || item.type === "theme") return [];
  return item.type === "priority" ? [item.theme.id] : [item.theme.id, item.priority.id];
}

/** Those that stand under none of the others, each with those of the others that stand under it. */
function topmost(ids: string[], { find }: Catalogue): { id: string; under: string[] }[] {
  const all = new Set(ids.map(keyOf));
  const grouped = new Map<string, { id: string; under: string[] }>();
  for (const id of ids) {
    const top = above(find(id)).find((one) => all.has(keyOf(one))) ?? id;
    const group = grouped.get(keyOf(top)) ?? { id: top, under: [] };
    if (keyOf(top) !== keyOf(id)) group.under.push(id);
    grouped.set(keyOf(top), group);
  }
  return [...grouped.values()];
}

function withAllUnder(under: string[], { find }: Catalogue): string {
  const count = (type: Item["type"], one: string) => {
    const found = under.filter((id) => find(id)?.type === type).length;
    return found ? [plural(found, one)] : [];
  };
  const parts = [...count("priority", "priority"), ...count("action", "action"), ...count("measure", "measure")];
  return parts.length ? `, with ${listed(parts)}` : "";
}

const wordsAt = (id: string, { find }: Catalogue): string[] => {
  const item = find(id);
  return item ? [inShort(wordsOf(item))] : [];
};

/** A row for each item that the new file lacks: taken out, or kept. */
export function goneRows({ before, standing, changes: { retired } }: Between): SettledRow[] {
  return topmost(retired, standing).map(({ id, under }) =>
    choice(rowHead(`gone ${id}`, id, `is not in the file any more${withAllUnder(under, standing)}`, wordsAt(id, standing)), `What should happen to ${id}`, [
      asRead("Take it out; its history is kept"),
      { label: "Keep it in the plan", value: "keep", edit: kept(id, before) },
    ]),
  );
}

/** `asked` has a row with the same choice already. */
export function newRows(between: Between, asked: Set<string>, moved: Map<string, ViewOf<"moved">>): SettledRow[] {
  const { read, changes } = between;
  const back = new Set(changes.returned);
  const come = [...changes.added, ...changes.returned].filter((id) => !asked.has(id));
  const apart = come.filter((id) => moved.has(id)).map((id) => ({ id, under: [] }));
  const groups = topmost(
    come.filter((id) => !moved.has(id)),
    read,
  );
  return [...groups, ...apart].map(({ id, under }) => {
    const why = `is ${back.has(id) ? "in the plan again" : "new"}${withAllUnder(under, read)}`;
    const look = moved.get(id);
    const facts = [...wordsAt(id, read), ...(look ? [`${capital(look.why)}.`] : [])];
    return choice(rowHead(`new ${id}`, id, why, facts), `What should happen to ${id}, which is ${back.has(id) ? "back" : "new"}`, [
      asRead("Take it"),
      { label: "Leave it out", value: "out", edit: leftOut(id) },
      ...oldNumber(look, between),
    ]);
  });
}
