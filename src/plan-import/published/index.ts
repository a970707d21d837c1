/** Plans as organisations publish them: tables of actions whose columns, levels, dates and statuses are known by what they say. Pure. */

import type { Plan } from "../../plan/plan.js";
import type { Block } from "../block.js";
import type { ReviewIssue } from "../look-row.js";
import { quoted } from "../problems.js";
import { bulletAction } from "./bullets.js";
import { addHeading, chainOf, type DraftAction, dropBanners, type LevelName, levelAt, nameOf } from "./draft.js";
import { partsOf, type TextLine } from "./grid.js";
import { joinIndicators } from "./indicators.js";
import { leadIn } from "./leads.js";
import { firstLegend, isLegendOf, legendOfRows } from "./legends.js";
import { dateIn, isCaption, leadsToActions, leadsToMeasures, levelWords, readsLikeLevel } from "./level-words.js";
import { addMeasures, measureOfWords } from "./measure-cells.js";
import { isNumberedLine } from "./numbered-lines.js";
import { planOf } from "./plan-of.js";
import { newReading, unread } from "./reading.js";
import { reviewOf } from "./review.js";
import { type Headless, type Piece, piecesOf, type Segment, textsOf, widthOf } from "./segments.js";
import { legendIn } from "./statuses.js";
import { hasActions, isRead } from "./table-kind.js";
import { readTable } from "./table-rows.js";
import { keyOf, kindOf, type Walk, walkOf } from "./walk.js";

export interface Published {
  plan: Plan;
  look: ReviewIssue[];
  /** How it was read, in words: levels, columns, dates. */
  how: string[];
}

const leadLine =
  /^(?:(?:executive|senior|lead|accountable|strategic|responsible|overall|board|cabinet) )*(?:lead(?: officer| member| director)?s?|owner|responsible(?: officer| person)?|officer|director|sponsor|member|accountable(?: officer)?|sro|led by)\s*[:–-]\s*(\S.{0,200})$/i;
const UPDATE = /^(?:latest |progress )?(?:updates?|progress|commentary|comments?|position)\s*[:–-]\s*(\S.*)$/i;
const lastAction = ({ reading }: Walk): DraftAction | undefined => levelAt(reading.root, chainOf(reading.above)).actions.at(-1);

/** "Success will look like: no bucket stands in the gallery" */
const success =
  /^(?:(?:success|good|it)(?: will| would| should)? looks? like|success(?: measures?| criteria)?|measures? of success|how we will know)\s*:\s*(\S.*)$/i;

/** What stands over a message whose words are the plan. */
const ofMessage = /^(?:from|to|cc|sent|date):\s/i;
const subject = /^subject:\s*(\S.{2,200})$/i;

const furniture = /^(?:page \d|\d+$|[-–—_=*\s]+$|contents$)/i;

function heading(walk: Walk, name: LevelName, at: { level?: number; kind?: string }): void {
  addHeading(walk.reading.above, name, at);
  walk.reading.levels.add(name.saidBy);
  walk.before = undefined;
  walk.caption = "";
}

/** A line as what it is: the title, a heading, a lead, a caption, a bullet; or nothing that a plan has. */
function readLine(walk: Walk, line: TextLine, next: Piece | undefined): void {
  const { reading, common, styled } = walk;
  const { text, level, bold, listed, where, number } = line;
  if (furniture.test(text) || (!reading.title && ofMessage.test(text))) return;
  if (!reading.title && subject.test(text)) {
    reading.title = subject.exec(text)?.[1];
    return;
  }
  const legend = legendIn(text);
  if (legend) reading.legend = legend;
  const named = number && level ? `${number} ${text}` : text;
  const lead = leadLine.exec(text)?.[1];
  const last = reading.above.at(-1);
  if (common && text.startsWith(common) && text.length > common.length + 2) {
    reading.title ??= common;
    if (!walk.sheetsAreLevels)
      heading(walk, nameOf(text.slice(common.length).replace(/^\s*[:–—-]\s*/, ""), where, "the lines over the tables"), { kind: "section" });
  } else if (level === 0) reading.title ??= text;
  else if (walk.numberedAreActions && isNumberedLine(text) && reading.above.length) {
    const { id, title } = levelWords(text);
    levelAt(reading.root, chainOf(reading.above)).actions.push(bulletAction(reading.starts, title, where, id));
  } else if (isCaption(text)) walk.caption = text;
  else if (level) heading(walk, nameOf(named, where, "the headings"), { level });
  else if (lead && last) last.name.lead = leadIn(lead);
  else if (success.test(text) && reading.above.length)
    addMeasures(levelAt(reading.root, chainOf(reading.above)).measures, [measureOfWords(success.exec(text)?.[1] as string, where)]);
  else if (listed && UPDATE.test(text) && lastAction(walk)) {
    const action = lastAction(walk) as DraftAction;
    action.note = [action.note, UPDATE.exec(text)?.[1]].filter(Boolean).join("\n");
  } else if (listed && (walk.bulletsAreActions || leadsToActions(walk.caption)) && !leadsToMeasures(walk.caption) && (reading.above.length || walk.caption))
    levelAt(reading.root, chainOf(reading.above)).actions.push(bulletAction(reading.starts, text, where, number, dateIn(walk.caption)));
  else if (listed && leadsToMeasures(walk.caption) && reading.above.length)
    addMeasures(levelAt(reading.root, chainOf(reading.above)).measures, [measureOfWords(text, where)]);
  else if (readsLikeLevel(text) && (bold || !styled) && !listed && !legend) heading(walk, nameOf(text, where, "the headings"), {});
  else if (!reading.title) reading.title = text;
  else if (bold && !styled && text.length < 120 && next?.type === "segment") heading(walk, nameOf(text, where, "the headings"), { kind: "words bold" });
  else reading.loose.push({ where, text });
}

function enterSheet(walk: Walk, sheet: string | undefined): void {
  if (sheet === walk.sheet) return;
  walk.sheet = sheet;
  walk.before = undefined;
  walk.reading.above.splice(0);
  const segment = walk.pieces.find((piece) => piece.type === "segment" && piece.sheet === sheet && hasActions(kindOf(walk.kinds, piece)));
  if (walk.sheetsAreLevels && sheet !== undefined && segment) heading(walk, nameOf(sheet.trim(), `sheet "${sheet}"`, "the sheets"), { level: 1 });
}

function readSegment(walk: Walk, segment: Segment): void {
  const { reading } = walk;
  const kind = kindOf(walk.kinds, segment);
  if (isLegendOf(kind.columns, segment.rows)) {
    reading.legend = legendOfRows(segment.rows) ?? reading.legend;
    unread(reading, `${segment.table} says what statuses mean and holds no actions: ${textsOf(segment.rows).slice(0, 8).map(quoted).join(", ")}`);
    return;
  }
  if (!isRead(kind)) {
    unread(reading, `${segment.table} has no column of actions and is not read: ${textsOf(segment.rows).slice(0, 4).map(quoted).join(", ")}`);
    return;
  }
  const goesOn = walk.before && keyOf({ head: walk.before.head }) === keyOf(segment);
  if (!goesOn) dropBanners(reading.above);
  const levels = goesOn && walk.before ? walk.before.levels : new Map<number, LevelName>();
  readTable(reading, kind, segment.rows, levels);
  walk.before = { kind, levels, head: segment.head };
  if (hasActions(kind)) walk.last = kind;
}

/** A table without a head goes on with the one before, says what colours mean, or is none of a plan's. */
function readHeadless(walk: Walk, { table, sheet, rows }: Headless): void {
  const { reading, before } = walk;
  const legend = legendOfRows(rows);
  if (legend) reading.legend = legend;
  if (before && sheet === undefined && widthOf(rows) === before.kind.columns.length) {
    readTable(reading, before.kind, rows, before.levels);
    return;
  }
  if (walk.last && sheet === undefined && reading.above.length && widthOf(rows) === walk.last.columns.length && rows.length > 1) {
    readTable(reading, walk.last, rows, new Map());
    return;
  }
  const [first] = textsOf(rows);
  const isCover = !reading.title && first && first.length < 120;
  if (isCover) reading.title = first;
  unread(
    reading,
    `${table} has no column of actions and is not read: ${
      textsOf(rows)
        .slice(isCover ? 1 : 0, 6)
        .map(quoted)
        .join(", ") || quoted(first)
    }`,
  );
}

/** Reads a file's tables, or nothing where it has none with actions. `starts` is the first day of Year 1. */
export function readPublished(blocks: Block[], starts: string): Published | undefined {
  const reading = newReading(starts);
  const pieces = piecesOf(partsOf(blocks));
  const walk = walkOf(pieces, reading);
  reading.legend = firstLegend(pieces) ?? reading.legend;
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (piece.type === "line") {
      const sheet = /^sheet "(.*)", row \d+$/.exec(piece.where)?.[1];
      if (sheet !== undefined) enterSheet(walk, sheet);
      readLine(walk, piece, next);
      continue;
    }
    if (piece.sheet !== undefined) enterSheet(walk, piece.sheet);
    if (piece.type === "segment") readSegment(walk, piece);
    else readHeadless(walk, piece);
  }
  joinIndicators(reading);
  const made = planOf(reading);
  return made && { plan: made.plan, ...reviewOf(reading, made) };
}
