/** A quarter that no year has: "Q5". Pure. */
import type { Interpretation } from "../assistant/assistant.js";
import { reading } from "./readings.js";
import type { Context } from "./utterance.js";
import { readLength } from "./words.js";

const BEYOND = /\b(?:q|quarter) ?(?:0|[5-9]|[1-9]\d)\b(?![.\d/-])|\b(?:fifth|sixth|seventh|eighth|ninth|[5-9]th) quarter\b/i;

/** Nothing where the plan calls something so. */
export function unknownQuarter(text: string, { planIndex }: Context): Interpretation[] | undefined {
  const start = text.slice(0, readLength);
  const said = BEYOND.exec(start)?.[0];
  if (!said || planIndex.catalogue.find(said.toUpperCase())) return undefined;
  return [reading("unknown-quarter", { said, text: start.trim() })];
}
