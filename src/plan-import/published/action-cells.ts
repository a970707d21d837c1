/** The actions that stand in a cell, with the references that are printed before them. Pure. */
import { joined } from "../appendix/cells.js";
import type { Paragraph } from "../block.js";
import { leadsToActions } from "./level-words.js";

export interface CellAction {
  text: string;
  reference?: string;
  /** It is one of several bullets. */
  listed: boolean;
}

const coded =
  /^(?:action\s+)?((?:[A-Z]{1,4}-?)?\d{1,3}(?:[.-]\d{1,3}){1,4}[a-z]?|[A-Z]{1,4}-?\d{1,4}[a-z]?|[\p{Lu}\p{N}]{1,5}(?:[./-][\p{L}\p{N}]{1,4}){1,4})[.):]?\s+(?=\S)/u;
const counted = /^(?:action\s+)?(\d{1,3})[.):]\s*(?=\p{L})/iu;
const lettered = /^\(?([a-z]|[ivx]{2,4})\)\s*(?=\S)/;
const patterns = [coded, counted, lettered];

/** The reference that a text begins with, by the kind that a table has. */
export function referenceIn(text: string, pattern: RegExp | undefined): { text: string; reference?: string } {
  const match = pattern?.exec(text);
  return match?.[1] ? { text: text.slice(match[0].length), reference: match[1] } : { text };
}

/** The kind of reference that most of a table's actions begin with. */
export const referencesOf = (texts: string[]): RegExp | undefined =>
  patterns.find((pattern) => texts.filter((text) => pattern.test(text)).length > texts.length * 0.6);

const footnote = /(?:[*†‡¹²³⁴-⁹]{1,4}|\[\d{1,2}\])$/u;
/** Without the mark of a footnote at its end. */
export const withoutMarks = (text: string): string => text.trimEnd().replace(footnote, "").trim();

/** The lines of a cell that are one text each: bullets, or lines with references of their own; else all of it is one. */
export function itemsOf(paragraphs: Paragraph[]): { texts: { text: string; number?: string; listed: boolean }[]; intro?: string } {
  const lines = paragraphs.filter(({ text }) => text.trim());
  const bullets = lines.some(({ listed }) => listed);
  const each = patterns.some((pattern) => lines.length > 1 && lines.every(({ text }) => pattern.test(text)));
  if (!bullets && !each) return { texts: lines.length ? [{ text: whole(lines.map(({ text }) => text)), listed: false }] : [] };
  const first = lines.findIndex(({ listed }) => listed || each);
  const intro = whole(lines.slice(0, first).map(({ text }) => text));
  const texts: { text: string; number?: string; listed: boolean }[] = [];
  for (const { text, listed, number } of lines.slice(first)) {
    const last = texts.at(-1);
    if (listed || each || !last) texts.push({ text, listed: true, ...(number && { number }) });
    else last.text = joined(last.text, text);
  }
  return { texts, ...(intro && !leadsToActions(intro) && { intro }) };
}

const whole = (texts: string[]): string => texts.reduce((before, text) => (before ? joined(before, text.trim()) : text.trim()), "");
