/** A quarter that no year has: "Q5". Pure. */
import type { Reading } from "../questions/desk.js";
import { reading } from "./readings.js";
import type { Context } from "./sketch.js";
import { readLength } from "./words.js";

const BEYOND = /\b(?:q|quarter) ?(?:0|[5-9]|[1-9]\d)\b(?![.\d/-])|\b(?:fifth|sixth|seventh|eighth|ninth|[5-9]th) quarter\b/i;

/** Nothing where the plan calls something so. */
export function unknownQuarter(text: string, { guide }: Context): Reading[] | undefined {
  const start = text.slice(0, readLength);
  const said = BEYOND.exec(start)?.[0];
  if (!said || guide.catalogue.find(said.toUpperCase())) return undefined;
  return [reading("unknown-quarter", { said, text: start.trim() })];
}
