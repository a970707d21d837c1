import { answerIn, ask } from "../../answers/answer-text.js";
import { section } from "../../answers/rows.js";
import { eyebrowOf, itemOf, measuresIn, placeOf, scopeOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { listedUpTo, shortened } from "../../answers/wording.js";
import { type Absence, lastDayToReport, type NextFigures, nextFigures, noneReportable, ownMeasures } from "../../figures/index.js";
import { addDays, dayInWords, type ItemOf, periodInShort } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Window } from "../../request/args.js";
import type { Answer, Press } from "../../shared/answer.js";
import { withUnused } from "../../shared/unused.js";

/** The form for the measures under an item, or why there is none to report. */
export async function formUnder(context: AnswerContext, scope: string, window: Window | undefined): Promise<Answer> {
  const scoped = scopeOf(context, scope);
  const items = measuresIn(context, scoped);
  const form = scoped.type === "plan" ? undefined : await context.figureForms.under(context, scoped.id, items, { window });
  return form ?? listedWith(context, `Report figures ${placeOf(scoped)}`, await whyNone(context, items, placeOf(scoped), window), items);
}

async function whyNone(context: AnswerContext, items: ItemOf<"measure">[], place: string, window: Window | undefined): Promise<string[]> {
  if (!items.length) return [`There are no measures ${place}.`];
  const allowed = items.filter((item) => context.figureForms.mayReport(context, item));
  if (!allowed.length) return [`You cannot report any figures ${place}: ${items.length === 1 ? "its measure is" : "its measures are"} reported by others.`];
  const none = noneReportable(context, allowed, window);
  if (none) return none;
  return [`All figures ${place} that you can report are in. To correct one, say which: "update ${allowed[0]?.id}".`];
}

/** Several figures that were said at once; nothing of them is left out without a word. */
export async function formOfSeveral(context: AnswerContext, said: { measure: string; value: string; window?: Window }[]): Promise<Answer> {
  return context.figureForms.many(
    context,
    said.map(({ measure, ...rest }) => ({ ...rest, item: itemOf(context, measure, "measure") })),
  );
}

/** A figure, or that there is none, without a word of which: the only one that the asker is looked to for, or asking back. */
export async function formOfOwn(context: AnswerContext, said: { value?: string; none?: Absence; note?: string; window?: Window }): Promise<Answer> {
  const { value, note, window } = said;
  const own = ownMeasures(context);
  const open = new Set(await context.figureForms.openOf(context, own, window));
  const items = open.size ? own.filter(({ id }) => open.has(id)) : own;
  const [only] = items;
  if (!only) return withUnused(await ownListed(context, window), value === undefined ? [] : [value]);
  if (items.length === 1) return context.figureForms.one(context, only, said);
  const period = window ? ` for ${window.label}` : "";
  const says = (id: string) => (value === undefined ? `${id} is not available${period}${note ? `: ${note}` : ""}` : `Report ${value} for ${id}${period}`);
  return answerIn("choice", {
    question: value === undefined ? "Which figure is not available?" : `Which figure is ${value}?`,
    choices: items.slice(0, MOST_ASKED).map((item) => ({
      label: `${item.id} ${shortened(item.measure.text, 120)}`,
      says: says(item.id),
      detail: eyebrowOf(item),
    })),
  });
}
const MOST_ASKED = 6;

/** What the asker reports where nothing is to be reported: what comes next, and the last figures one press away. */
export async function ownListed(context: AnswerContext, window: Window | undefined): Promise<Answer> {
  const own = ownMeasures(context);
  const none = noneReportable(context, own, window);
  if (own.length && !none) {
    const newest = await context.figureForms.newestOf(context, own, window);
    const presses = newest.length ? [{ label: "Correct the last ones", verb: "figures.form", data: newestData(newest) }] : [];
    return listedWith(
      context,
      "Report figures",
      [own.length === 1 ? "Your figure is in." : "All your figures are in.", nextInWords(context, own)],
      own,
      presses,
    );
  }
  const lead = none ?? [
    context.asker.email
      ? "The plan does not name you for any measure. Where nobody is named, any member of staff may report."
      : "I could not find out who you are just now, so I cannot tell what you report. Please ask again in a moment.",
    "Which measure is it? Give its number or its name.",
  ];
  return listedWith(context, "Report a figure", lead, own);
}

const newestData = (newest: { id: string; period: string }[]) => ({ measures: newest.map(({ id }) => id), periods: newest.map(({ period }) => period) });

/** "Next: 3.3.m2 and 3.3.m4 for 2026-27 Q3, from 1 January 2027 to 28 January 2027." */
function nextInWords(context: AnswerContext, own: ItemOf<"measure">[]): string {
  const { items, period } = nextFigures(context, own) as NextFigures;
  const ids = listedUpTo(
    items.map(({ id }) => id),
    4,
  );
  const name = periodInShort({ period: period.name, ends: period.to });
  return `Next: ${ids} for ${name}, from ${dayInWords(addDays(period.to, 1))} to ${dayInWords(lastDayToReport(period))}.`;
}

function listedWith(context: AnswerContext, title: string, lead: string[], items: ItemOf<"measure">[], presses: Press[] = []): Answer {
  const row = (item: ItemOf<"measure">) => ({ id: item.id, text: shortened(item.measure.text, 200), detail: eyebrowOf(item) });
  return answerIn("rows", {
    title,
    lead,
    sections: section("", items, row),
    ...(presses.length && { presses }),
    gaps: [],
    sources: sourcesOf(context, { statuses: false }),
    suggestions: [...items.slice(0, 2).map(({ id }) => ask(`Update ${id}`)), ask("Which figures are missing?")],
  });
}
