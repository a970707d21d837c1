import type { Picked } from "../../answers/figure-picked.js";
import { figureAlone, frequencyInWords, periodWords, shortPeriod } from "../../answers/measure-words.js";
import { instantInWords, shortened } from "../../answers/wording.js";
import type { KeptFigure, Report } from "../../figures/index.js";
import { absenceInWords, frequencyOf, lastDayToReport, valueInWords, wanted } from "../../figures/index.js";
import { dayInWords, type ItemOf, isLate, lastEnded, periodInWords } from "../../plan/index.js";
import type { Scene } from "../../request/scene.js";

/** "For 2026-27 Q2 (July to September 2026) it was reported as not available: closed, by … on …" */
export function unavailableInWords({ plan }: Scene, report: Report): string {
  const reason = "unavailable" in report ? absenceInWords[report.unavailable] : "";
  const by = report.by && report.at ? `, by ${report.by} on ${instantInWords(report.at, plan.timeZone)}` : "";
  const note = report.note ? ` Note: ${shortened(report.note, 200)}` : "";
  return `For ${periodWords(plan, report)} it was reported as not available: ${reason}${by}.${note}`;
}

export function factsOf(item: ItemOf<"measure">) {
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

export function historyRow({ plan }: Scene, { measure }: ItemOf<"measure">, kept: KeptFigure) {
  const by = kept.by && kept.at ? `By ${kept.by} on ${instantInWords(kept.at, plan.timeZone)}` : kept.by && `By ${kept.by}`;
  const detail = [by, kept.note && `Note: ${shortened(kept.note, 160)}`].filter(Boolean).join(" · ");
  return { period: shortPeriod(plan, kept), value: figureAlone(measure, kept, 200), ...(detail && { detail }) };
}

export function gapsOf({ plan, today }: Scene, item: ItemOf<"measure">, all: Report[], { asked }: Picked): string[] {
  const ended = lastEnded(plan, frequencyOf(item), today);
  if (asked || ended.to < plan.starts || all.some(({ period }) => period === ended.name)) return [];
  const until = dayInWords(lastDayToReport(ended));
  return [
    `The figure for ${periodInWords(ended)} is missing: it ${isLate(ended, today) ? `was to be reported by ${until}, so it is late` : `can be reported until ${until}`}.`,
  ];
}
