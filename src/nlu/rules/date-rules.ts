/** When something is due, what is due in a time, what is overdue, and when years and quarters run. */

import type { Interpretation } from "../../assistant/assistant.js";
import { type Item, yearOf } from "../../plan/index.js";
import { shortened } from "../../shared/words.js";
import { mostChoices, reading, readingsAbout, windowOf } from "../readings.js";
import { stageMeant, stagesSaid } from "../stage.js";
import { stageCalled } from "../stage-called.js";
import { stem, stemsOf } from "../stem.js";
import { subjectOf } from "../subject.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { figureWords } from "./figure-rules.js";
import { listed, personOf, type Rule, saysAction, workTypes } from "./rule.js";

/** "what has slipped" */
export const overdue: Rule = (utterance) => {
  const { ask } = utterance;
  if (
    !/\b(?:overdue|late|missed|slipped|blown|busted|overshot|behind on|slippage|slipping|overrun|overran|lapsed|elapsed|expired|outstanding|delayed|past (?:its|the|their|due|deadline|date)|(?:gone|run|went|going|gone well) (?:past|over|beyond)|passed (?:its|the|their)|behind (?:schedule|time|deadline)|running (?:late|behind|over)|should have (?:been|finished|happened))\b/.test(
      ask,
    )
  )
    return undefined;
  if (/\bhow many\b|\bnumber of\b|\bcount\b/.test(ask) && !/\bdays\b/.test(ask)) return undefined;
  if (/\b(?:most|furthest|worst)\b/.test(ask)) return undefined;
  return listed(
    utterance,
    workTypes,
    (id) => `What is overdue in ${id}?`,
    (scope, person, carried) => reading("overdue", { scope, person, carried }),
  );
};

/** "which quarter are we in", "when does Year 2 end" */
export const calendar: Rule = (utterance) => {
  const { ask } = utterance;
  const time = timeOf(utterance);
  const alone = !itemsIn(utterance).length && !utterance.topic.chunks.length && !utterance.unknown.length;
  if (
    /\b(?:what|which) (?:plan |financial )?(?:year|quarter) (?:are we|is it|is this|am i|do we)\b|\b(?:what|which) (?:year|quarter) of the plan\b|\bwhat (?:is )?(?:the |today is )?(?:date|day)(?: is it)?(?: today)?\b|\bwhere are we in the year\b/.test(
      ask,
    ) &&
    alone
  )
    return [reading("calendar", {})];
  if (
    alone &&
    /\b(?:plan|strategy)\b/.test(ask) &&
    /\b(?:when|what date|how long)\b/.test(ask) &&
    /\b(?:start|starts|started|begin|begins|began|end|ends|finish|finishes|run|runs|last)\b/.test(ask)
  )
    return [planDates(utterance)];
  if (!time?.year || !alone) return undefined;
  const asksDates =
    /\b(?:when|what (?:date|day)s?|(?:first|last|final) day|dates? (?:of|for)|starts?|ends?|ended|begins?|started|cover|covers|mean|means|run from|how long)\b/.test(
      ask,
    );
  if (
    !asksDates ||
    /\b(?:due|deadlines?|milestones?|actions?|must|has to|have to|should|anything|happening|coming|by ⟦)\b/.test(ask) ||
    /\b(?:by|before|until) the end\b/.test(utterance.line)
  )
    return undefined;
  return [
    reading("calendar", {
      year: time.year,
      quarter: time.quarter,
      of: /\b(?:start|starts|started|begin|begins)\b/.test(ask)
        ? "start"
        : /\b(?:end|ends|finish|finishes|over|close|closes|ended|finished)\b/.test(ask)
          ? "end"
          : undefined,
    }),
  ];
};

/** The plan's first day, or the end of the last year that it dates anything in. */
function planDates({ ask, context: { plan, planIndex } }: Utterance): Interpretation {
  if (/\b(?:start|starts|started|begin|begins|began)\b/.test(ask)) return reading("calendar", { year: 1, of: "start" });
  const last = planIndex.catalogue.actions
    .flatMap(({ action }) => (action.milestones ?? []).map(({ due: day }) => day))
    .sort()
    .at(-1);
  return reading("calendar", { year: last ? yearOf(plan, last) : 1, of: "end" });
}

const dueWords =
  /\b(?:due|deadlines?|dates?|falls?|falling|expected|expire|expires|finish|finished|finishing|complete|completed|completing|deliver|delivered|happen|happening|coming|scheduled|timetabled|milestones?|upcoming|done by|land|landing|on the horizon|wrap up|must|has to|have to|should|to do|left|outstanding|remaining|in place|under way|ready|timescales?|needs? to)\b/;

/** "what is due in March" */
export const due: Rule = (utterance) => {
  const { ask } = utterance;
  // "delivered between January and March" is of the months to come.
  const time = /\b(?:was|were|did|had)\b/.test(ask) ? timeOf(utterance) : (utterance.ahead ?? timeOf(utterance));
  const asksDue = /\bdue\b|\bdeadlines?\b|\bmilestones?\b/.test(ask);
  if (time?.step !== undefined && /^(?:and )?(?:what|in|the|for|due|is|next|⟦\d+⟧|[?.! ])*$/.test(ask)) return undefined;
  if (!time || time.step !== undefined) {
    if (
      !asksDue ||
      itemsIn(utterance).length ||
      utterance.unknown.length ||
      utterance.topic.chunks.length ||
      /\b(?:when|its|it|they|their|that|them|this)\b/.test(ask)
    )
      return undefined;
    const { today } = utterance.context;
    return [reading("due", { window: { from: today, to: plusDays(today, 28), label: "the next 28 days" }, person: personOf(utterance), soon: true })];
  }
  if (figureWords.test(ask) && !asksDue) return undefined;
  if (itemsIn(utterance).some((item) => item.type === "measure")) return undefined;
  if (/\b(?:why|who|changed?|changes|happened|updated|new)\b/.test(ask)) return undefined;
  // "the progress of it until today"
  if (/\b(?:until|till|up to|up until) (?:now|today)\b/.test(utterance.said) && !asksDue) return undefined;
  const aboutTime =
    dueWords.test(ask) ||
    /^(?:and |what about |how about |anything |whatever |what is |what do we have |what have we got |what )*(?:in |for |on |by |over |within |during |happening |coming up |there |left )*⟦\d+⟧[ ?.]*$/.test(
      ask,
    ) ||
    /\b(?:anything|what|whats|things|stuff)\b/.test(ask);
  if (!aboutTime || (!dueWords.test(ask) && !namesSomething(utterance))) return undefined;
  return listed(
    utterance,
    workTypes,
    (id) => `What is due in ${id} in ${time.label}?`,
    (scope, person, carried) => reading("due", { window: windowOf(time), scope, person, soon: time.soon, carried }),
  );
};

/** False when there are words that could name a subject, and none of the plan's. */
function namesSomething(utterance: Utterance): boolean {
  return !utterance.topic.chunks.length || subjectOf(utterance, { types: workTypes, throughParts: true }).found !== "nothing";
}

const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** "when is 2.3.1 due" */
export const deadline: Rule = (utterance) => {
  const { ask } = utterance;
  if (
    !/\b(?:when|by when|what date|which date|what day|deadlines?|due|dates?|timescales?|timelines?|timeframe|time frame|how long|target date|end date|milestones?)\b/.test(
      ask,
    )
  )
    return undefined;
  if (/\b(?:rag|colour|status)\b/.test(ask) && !/\b(?:when|deadlines?|due)\b/.test(ask)) return undefined;
  if (/\b(?:when was|when did|when were)\b.*\b(?:last )?(?:updated|changed|reported|figure|measured)\b/.test(ask)) return undefined;
  const label = milestoneLabel(utterance);
  if (label) return [label];
  const types: Item["type"][] = ["action", "priority", "theme"];
  const byAction = saysAction(utterance) ? subjectOf(utterance, { types: ["action"] }) : undefined;
  const subject = byAction && byAction.found !== "nothing" ? byAction : subjectOf(utterance, { types });
  if (subject.found === "nothing" && !subject.strange.length) return undefined;
  return readingsAbout(
    utterance,
    subject,
    (item) =>
      item.type === "measure"
        ? reading("figure", { measure: item.id })
        : reading("deadline", { scope: item.id, label: item.type === "action" ? stageCalled(item, ask) : undefined }),
    (id) => `When is ${id} due?`,
  );
};

/** A milestone called by its label: "the helpers trained milestone", "when is the ECALM roll out"; asked back where several actions have it and nothing tells which. */
function milestoneLabel(utterance: Utterance): Interpretation | undefined {
  const said = stagesSaid(utterance.ask, utterance.context.planIndex.catalogue);
  const named = itemsIn(utterance).find((item) => item.type !== "measure");
  const inside = named ? said.filter(({ action }) => [action.id, action.priority.id, action.theme.id].includes(named.id)) : said;
  const [only, ...others] = new Set(inside.map(({ action }) => action.id));
  if (!only) return undefined;
  if (!others.length) return reading("deadline", { scope: only, label: inside.length === 1 ? inside[0]?.label : undefined });
  const meant = stageMeant(inside, utterance);
  if (meant) return reading("deadline", { scope: meant.action.id, label: meant.label });
  const [first] = inside;
  if (!first || inside.some(({ label }) => label !== first.label) || hasOtherSubject(utterance, first.label)) return undefined;
  if (inside.length > mostChoices) return reading("deadline", { scope: named?.id ?? "plan", label: first.label });
  const choices = inside.map(({ action: { id, action }, label }) => ({
    id,
    says: `When is the ${label} of ${id} due?`,
    label: `${label} of ${id} ${shortened(action.text, 100)}`,
  }));
  return reading("choose", { about: first.label, choices });
}

/** Words of the plan beside the label, which the label's actions do not fit. */
function hasOtherSubject({ topic }: Utterance, label: string): boolean {
  const own = new Set(stemsOf(`${label} stage milestone phase step`));
  return topic.chunks.flat().some((word) => !topic.strange.includes(word) && !own.has(stem(word)));
}
