/** Numbered lines without a table: "1.1 Buy the field by March 2027 (Lead: Clerk)" under "1. Green spaces". Pure. */
import type { Day } from "../../plan/plan.js";
import { bulletAction } from "./bullets.js";
import { levelWords } from "./level-words.js";
import type { Piece } from "./segments.js";

const deep = /^(?:\p{L}{1,4}-?)?\d{1,3}(?:\.\d{1,3})+$/u;

/** "2.3.1 Do this": numbered three levels deep. */
export const isNumberedLine = (text: string): boolean => deep.test(levelWords(text).id ?? "");

const fewest = 0.6;

/** Most of them end with a date or a lead, as paragraphs of a report do not. */
export function hasNumberedActions(pieces: Piece[], starts: Day): boolean {
  const lines = pieces.flatMap((piece) => (piece.type === "line" ? [piece] : []));
  if (lines.length < pieces.length || lines.some(({ listed }) => listed)) return false;
  const numbered = lines.filter(({ text, level }) => level === undefined && isNumberedLine(text));
  const telling = numbered.filter(({ text, where }) => {
    const { lead, leadAs, milestones, ongoing } = bulletAction(starts, levelWords(text).title, where);
    return lead ?? leadAs ?? (milestones.length > 0 || ongoing);
  });
  return numbered.length > 1 && telling.length >= numbered.length * fewest;
}
