/** Several figures in one message: "visits 244 and events 160", "school visits were 244 in Q1 and 262 in Q2". Pure. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { ItemOf } from "../../plan/index.js";
import type { Window } from "../../request/args.js";
import { reading, windowOf } from "../readings.js";
import { ownOf } from "../rules/commands.js";
import { stem, stemsOf } from "../stem.js";
import { subjectOf } from "../subject.js";
import { findTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { readLength } from "../words.js";
import { quantityOf } from "./quantity.js";

const PARTED = /\s*(?:[;\n&]|,(?!\d)|\b(?:and|plus|as well as)\b)\s*/i;
/** Words that ask or compare: their numbers are no figures. */
const ASKS = /\b(?:top|first|last|list|show|which|how|what|above|below|over|under|than|due|overdue|missing|target|baseline|who|when|why|set up|compare)\b/;
/** How well words must fit a measure. */
const CERTAIN = 0.7;
const MOST_PIECES = 12;
const MOST_FIGURES = 8;

interface Piece {
  said: string;
  value?: string;
  measure?: ItemOf<"measure">;
  window?: Window;
  /** Words are left that are no figure's. */
  open: boolean;
}

interface Figure {
  measure: string;
  value: string;
  window?: Window;
}

/** Nothing where fewer than two figures are understood for certain. */
export function severalFigures(text: string, sketched: (text: string) => Utterance): Interpretation[] | undefined {
  const start = text.slice(0, readLength);
  if (/\?\s*$/.test(start) || (start.match(/\d/g) ?? []).length < 2) return undefined;
  const said = start.split(PARTED).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (said.length < 2 || said.length > MOST_PIECES) return undefined;
  const utterances = said.map(sketched);
  if (utterances.some(({ ask, isQuestion }) => isQuestion || ASKS.test(ask))) return undefined;
  const pieces = utterances.map((utterance, at) => pieceOf(said[at] as string, utterance));
  const { figures, unused } = paired(pieces);
  if (figures.length < 2) return undefined;
  const windows = pieces.flatMap(({ window }) => window ?? []);
  const shared = windows.length === 1 ? windows[0] : undefined;
  const several = figures.slice(0, MOST_FIGURES).map((one) => ({ ...one, window: one.window ?? shared }));
  if (new Set(several.map(({ measure, window }) => `${measure} ${window?.from}`)).size < several.length) return undefined;
  return [
    reading("report-figure", { several: several.map(({ window, ...one }) => ({ ...one, ...(window && { window }) })), ...(unused.length && { unused }) }),
  ];
}

function pieceOf(said: string, utterance: Utterance): Piece {
  const value = quantityOf(utterance);
  const time = utterance.gone ?? timeOf(utterance);
  const window = time && time.step === undefined && !time.soon ? windowOf(time) : undefined;
  const measure = measureIn(utterance, value);
  return {
    said,
    open: utterance.topic.chunks.flat().length > 1,
    ...(value !== undefined && { value }),
    ...(measure && { measure }),
    ...(window && { window }),
  };
}

function measureIn(utterance: Utterance, value: string | undefined): ItemOf<"measure"> | undefined {
  const named = itemsIn(utterance).filter(({ type, id }) => type === "measure" || id !== value);
  const [only, ...more] = named;
  if (only) return only.type === "measure" && !more.length ? only : undefined;
  const chunks = utterance.topic.chunks.map((chunk) => chunk.filter((word) => !utterance.topic.strange.includes(word))).filter(({ length }) => length);
  if (!chunks.length) return undefined;
  const plain = { ...utterance, unknown: [], line: utterance.line.replace(/«\d+»|¤/g, " "), topic: { ...utterance.topic, chunks, strange: [] } };
  const subject = ownOf(utterance, subjectOf(plain, { types: ["measure"] }));
  const [item] = subject.found === "items" ? subject.items : [];
  if (item?.type !== "measure") return undefined;
  // "3 new members of staff" is no figure of the measure that has one of these words.
  const words = new Set(stemsOf(`${item.measure.text} ${item.measure.unit ?? ""} ${item.priority.title}`.toLowerCase()));
  const score = findTopics(plain.topic, utterance.context.planIndex, { types: ["measure"] })[0]?.score ?? 0;
  return score >= CERTAIN || (!utterance.topic.strange.length && chunks.flat().every((word) => words.has(stem(word)))) ? item : undefined;
}

/** Each value with its measure; "visits and events were 244 and 160" in the order they stand. */
function paired(pieces: readonly Piece[]): { figures: Figure[]; unused: string[] } {
  const measures = pieces.flatMap(({ measure }) => measure ?? []);
  const values = pieces.flatMap(({ value }) => value ?? []);
  const together = pieces.some(({ measure, value }) => measure && value !== undefined);
  const apart = pieces.some(({ measure, value }) => measure && value === undefined);
  if (together && apart && measures.length === values.length)
    return { figures: measures.map(({ id }, at) => ({ measure: id, value: values[at] as string })), unused: [] };
  const figures: Figure[] = [];
  const unused: string[] = [];
  for (const { said, measure, value, window, open } of pieces) {
    const before = figures.at(-1);
    if (measure && value !== undefined) figures.push({ measure: measure.id, value, ...(window && { window }) });
    else if (value !== undefined && !open && window && before?.window) figures.push({ measure: before.measure, value, window });
    else if (value !== undefined) unused.push(open ? `"${said}"` : value);
    else if (!measure && open) unused.push(`"${said}"`);
  }
  return { figures, unused };
}
