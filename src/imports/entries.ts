/** What an import changed, as entries of the record; they wait with the plan's parts and are entered when it is in force. Pure. */
import { randomUUID } from "node:crypto";
import type { Change, ChangePart } from "../audit/index.js";
import type { Changes } from "./changes.js";

/** The one-time id of a card, its verb, and the id of who pressed it. */
export interface ThroughCard {
  id: string;
  verb: string;
  byId: string;
}

interface Imported {
  plan: string;
  by: string;
  at: Date;
  /** Of the plan before, when there was one. */
  after?: number;
  /** The card that it came through; without one it was a command. */
  card?: ThroughCard;
}

/** Longer wording is in the plan itself. */
const mostWords = 300;
/** Keeps one entry small, whatever the size of the plan. */
const partsInEntry = 20;

const cut = (text: string): string => (text.length > mostWords ? `${text.slice(0, mostWords - 1)}…` : text);

/** The first entry of an import is that of the plan as a whole. */
export const entryId = (importId: string, place = 0): string => `${importId}/${place}`;

/** The record's entries of one import: that the plan was revised, then its items in pieces that fit a document. */
export function entriesOf(changes: Changes, { plan, by, at, after, card }: Imported): Change[] {
  const revised: ChangePart = { item: "plan", what: "plan", ...(after !== undefined && { from: `revision ${after}` }), to: `revision ${(after ?? 0) + 1}` };
  // All of a first import is new; that it was imported says so.
  const items = after === undefined ? [] : partsOf(changes);
  const pieces = Array.from({ length: Math.ceil(items.length / partsInEntry) }, (_, piece) => items.slice(piece * partsInEntry, (piece + 1) * partsInEntry));
  const id = card?.id ?? randomUUID();
  return [[revised], ...pieces].map((parts, place) => ({
    _id: entryId(id, place),
    plan,
    items: [...new Set(parts.map(({ item }) => item))],
    parts,
    by,
    ...(card && { byId: card.byId }),
    at: at.toISOString(),
    through: card?.verb ?? "plan import",
    revision: place,
  }));
}

const partsOf = ({ added, reworded, retired, returned }: Changes): ChangePart[] => [
  ...reworded.map(({ id, part, from, to }): ChangePart => ({ item: id, what: part, ...(from && { from: cut(from) }), ...(to && { to: cut(to) }) })),
  ...added.map((item): ChangePart => ({ item, what: "in the plan", to: "new" })),
  ...returned.map((item): ChangePart => ({ item, what: "in the plan", from: "retired", to: "again" })),
  ...retired.map((item): ChangePart => ({ item, what: "in the plan", to: "retired" })),
];

/** Whether a row that an import staged is an entry of the record. */
export const isEntry = (row: { _id: string }): row is Change => "through" in row;
