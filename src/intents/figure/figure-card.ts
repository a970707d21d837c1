import { z } from "zod/v4";
import { answerIn, suggest } from "../../answers/answer-text.js";
import { figurePicked, type Picked } from "../../answers/figure-picked.js";
import { figureSentences } from "../../answers/figure-words.js";
import { figureAlone, frequencyInWords, namedPeriod, periodWords, shortPeriod } from "../../answers/measure-words.js";
import { eyebrowOf, itemOf, titleOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { instantInWords, shortened } from "../../answers/wording.js";
import { absenceInWords, frequencyOf, isFigure, type KeptFigure, lastDayToReport, type Report, valueInWords, wanted } from "../../figures/index.js";
import { dayInWords, type ItemOf, isLate, lastEnded, periodInWords } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import { Carried, ItemId, Window } from "../../request/args.js";
import type { Answer } from "../../shared/answer.js";

const mostHistory = 8;

export const FigureArgs = z.object({
  measure: ItemId,
  window: Window.optional().describe("Figures of the periods inside it"),
  back: z.number().int().min(0).max(200).optional().describe("Periods before the newest figure's"),
  aspect: z.enum(["latest", "trend", "target", "baseline", "reporter"]).optional(),
  ...Carried,
});

/** One measure: its newest figure or those of a time, with trend, target, baseline or reporter as asked. */
export async function figureCard(
  { measure: id, window, back, aspect = "latest", carried }: z.infer<typeof FigureArgs>,
  context: AnswerContext,
): Promise<Answer> {
  const item = itemOf(context, id, "measure");
  const reports = window || back ? await context.allReports(item.id) : ((await context.recentReports([item.id])).get(item.id) ?? []);
  const all = reports.filter(isFigure);
  const picked = figurePicked(context, item, all, { window, back });
  const { shown } = picked;
  const none = reports.filter(
    (report) => !isFigure(report) && (window ? report.ends >= window.from && report.ends <= window.to : report.ends > (shown?.ends ?? "")),
  );
  const history = (picked.several.length > 1 ? picked.several : all).slice(0, mostHistory);
  const hidden = (picked.several.length > 1 ? picked.several : all).length - history.length;
  const next = suggest(
    !context.shared && context.figureForms.mayReport(context, item) && `Update ${item.id}`,
    all.length > 1 && typeof all[0]?.value === "number" && `Chart of ${item.id}`,
    all.some(({ earlier }) => earlier?.length) && `History of ${item.id}`,
    `How is ${item.priority.id} doing?`,
  );
  return answerIn("measure", {
    carried,
    eyebrow: eyebrowOf(item),
    title: titleOf(item),
    value: shown ? figureAlone(item.measure, shown) : picked.asked ? `${none.length ? "Not available" : "No figure"} for ${picked.asked}` : "No figure yet",
    period: shown && namedPeriod(context.plan, shown),
    lead: [...none.map((report) => unavailableInWords(context, report)), ...figureSentences({ ...picked, plan: context.plan, item, all }, aspect)],
    history: history.length > 1 || (history.length && !shown) ? history.map((one) => historyRow(context, item, one)) : [],
    more: hidden > 0 ? `and ${hidden} more` : undefined,
    gaps: gapsOf(context, item, reports, picked),
    sources: sourcesOf(context, { figures: shown ? [shown] : all.slice(0, 1), one: Boolean(shown), statuses: false }),
    suggestions: next.slice(0, 1),
    details: { facts: factsOf(item), suggestions: next.slice(1) },
  });
}

/** "For 2026-27 Q2 (July to September 2026) it was reported as not available: closed, by … on …" */
function unavailableInWords({ plan }: AnswerContext, report: Report): string {
  const reason = "unavailable" in report ? absenceInWords[report.unavailable] : "";
  const by = report.by && report.at ? `, by ${report.by} on ${instantInWords(report.at, plan.timeZone)}` : "";
  const note = report.note ? ` Note: ${shortened(report.note, 200)}` : "";
  return `For ${periodWords(plan, report)} it was reported as not available: ${reason}${by}.${note}`;
}

function factsOf(item: ItemOf<"measure">) {
  const { measure } = item;
  const way = wanted(measure);
  const words = (value: typeof measure.target) => (value === undefined ? "None in the plan" : valueInWords(measure, value));
  const joined = measure.countsAs ? [{ label: "Counted with", value: measure.countsAs }] : [];
  if (measure.kind === "narrative") return [...joined, { label: "Reported", value: `${frequencyInWords(item)}, in words` }, reporterFact(item)];
  return [
    ...joined,
    { label: "Target", value: words(measure.target) },
    { label: "Baseline", value: words(measure.baseline) },
    ...(way && measure.kind !== "yesno" ? [{ label: "Better is", value: way > 0 ? "Higher" : "Lower" }] : []),
    { label: "Reported", value: frequencyInWords(item) },
    reporterFact(item),
  ];
}

const reporterFact = ({ measure }: ItemOf<"measure">) => ({ label: "Reporter", value: measure.reporter ?? "Nobody named: any member of staff" });

function historyRow({ plan }: AnswerContext, { measure }: ItemOf<"measure">, kept: KeptFigure) {
  const by = kept.by && kept.at ? `By ${kept.by} on ${instantInWords(kept.at, plan.timeZone)}` : kept.by && `By ${kept.by}`;
  const detail = [by, kept.note && `Note: ${shortened(kept.note, 160)}`].filter(Boolean).join(" · ");
  return { period: shortPeriod(plan, kept), value: figureAlone(measure, kept, 200), ...(detail && { detail }) };
}

function gapsOf({ plan, today }: AnswerContext, item: ItemOf<"measure">, all: Report[], { asked }: Picked): string[] {
  const ended = lastEnded(plan, frequencyOf(item), today);
  if (asked || ended.to < plan.starts || all.some(({ period }) => period === ended.name)) return [];
  const until = dayInWords(lastDayToReport(ended));
  return [
    `The figure for ${periodInWords(ended)} is missing: it ${isLate(ended, today) ? `was to be reported by ${until}, so it is late` : `can be reported until ${until}`}.`,
  ];
}
