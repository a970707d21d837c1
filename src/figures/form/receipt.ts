/** What was saved, as it takes the place of the form. The same form always comes to the same receipt. Pure. */

import { receiptNumber } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import { dayInWords, dayOf, type Measure, periodInShort, periodInWords, periodNamed } from "../../plan/index.js";
import type { Answer, Press, Row } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { capital, plural, shortened } from "../../shared/words.js";
import type { Outcome } from "../reporting.js";
import { valueInWords } from "../trend.js";
import type { Saved } from "../write-report.js";
import { type Entry, mostEntries } from "./entries.js";
import { reporterInWords, reportInWords } from "./figure-form.js";

/** The card in the form's place: what was saved, what somebody else's report kept from being saved, by whom, when. */
export function receiptOf(context: RequestContext, formId: string, { saved, overtaken, baselines }: Outcome, next: Press[]): Answer {
  const [first] = saved;
  return answerIn("receipt", {
    title: titleOf(context, saved),
    lead: overtaken.map((one) => notSaved(context, one)),
    rows: saved.map((one) => rowOf(context, one, baselines.find(({ measure }) => measure === one.measure)?.value)),
    facts: [
      ...(first
        ? [
            { label: "By", value: first.by },
            { label: "When", value: momentInWords(first.at, context.plan.timeZone) },
          ]
        : []),
      { label: "Receipt", value: receiptNumber(formId) },
    ],
    presses: [...correctThis(saved), ...next],
    suggestions: [],
  });
}

function titleOf({ catalogue, plan }: RequestContext, saved: Saved[]): string {
  const [only] = saved;
  if (saved.length !== 1 || !only) return saved.length ? `Saved: ${plural(saved.length, "figure")}` : "Nothing was saved";
  const period = periodNamed(plan, only.period);
  const words = shortened(savedInWords(measureOf(catalogue, only), only), 80);
  return `Saved: ${only.measure} is ${words} for ${period ? periodInShort({ period: period.name, ends: period.to }) : only.period}`;
}

function rowOf({ catalogue, plan }: RequestContext, saved: Saved, baseline: number | undefined): Row {
  const measure = measureOf(catalogue, saved);
  const period = periodNamed(plan, saved.period);
  const parts = [
    `${capital(savedInWords(measure, saved))} for ${period ? periodInWords(period) : saved.period}`,
    measure && baseline !== undefined && `Baseline: ${valueInWords(measure, baseline)}`,
    saved.why && `Changed because: ${shortened(saved.why, 160)}`,
    saved.note && `Note: ${shortened(saved.note, 200)}`,
  ];
  return { id: saved.measure, text: shortened(measure?.text ?? "", 200), detail: parts.filter(Boolean).join(" · ") };
}

const savedInWords = (measure: Measure | undefined, saved: Saved): string => reportInWords(measure ?? { id: saved.measure, text: "" }, saved);

const measureOf = (catalogue: RequestContext["catalogue"], { measure }: Pick<Saved, "measure">): Measure | undefined => {
  const item = catalogue.find(measure);
  return item?.type === "measure" ? item.measure : undefined;
};

function notSaved({ catalogue, plan }: RequestContext, { measure, period, by }: Outcome["overtaken"][number]): string {
  const words = reportInWords(measureOf(catalogue, { measure }) ?? { id: measure, text: "" }, by);
  return `${measure} was not saved, because somebody else saved first: for ${periodInShort({ period, ends: by.ends })} it is ${words}${reporterInWords(plan, by)}.`;
}

function correctThis(saved: Saved[]): Press[] {
  const some = saved.slice(0, mostEntries);
  if (!some.length) return [];
  return [{ label: "Correct this", verb: "figures.form", data: { measures: some.map(({ measure }) => measure), periods: some.map(({ period }) => period) } }];
}

/** "24 November 2026, 10:00" */
export function momentInWords(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  return `${dayInWords(dayOf(at, timeZone))}, ${time}`;
}

/** "2.3.m1 for 2026-27 Q2: 44 entrepreneurs, by … on …"; nothing where nothing was reported. */
export const standsInWords = ({ plan }: RequestContext, { item, period, report }: Entry): string[] =>
  report
    ? [`${item.id} for ${periodInShort({ period: period.name, ends: period.to })}: ${reportInWords(item.measure, report)}${reporterInWords(plan, report)}.`]
    : [];
