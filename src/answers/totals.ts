/** The numbers of a plan in sentences, the same in every answer and report. Pure. */
import type { FigureReturns, PlanTotals } from "../status/index.js";
import { are, plural } from "./wording.js";

/** "20 have a figure; 2 of them are counted with another": `joined` are those that the count of measures leaves out. */
export function measuresTally({ withFigure }: Pick<PlanTotals, "withFigure">, joined: number): string {
  return `${withFigure} ${withFigure === 1 ? "has" : "have"} a figure${joined ? `; ${joined} of them ${are(joined)} counted with another` : ""}`;
}

/** "20 of 59 figures asked for are in; 39 are missing, 38 of them late." Nothing where no figure is asked for yet. */
export function returnsSentence({ asked, received, missing, late }: FigureReturns): string[] {
  if (!asked) return [];
  if (!missing.length) return [asked === 1 ? "The one figure asked for is in." : `All ${asked} figures asked for are in.`];
  const lateness = late === missing.length ? `, ${late === 1 ? "and late" : "all of them late"}` : late ? `, ${late} of them late` : "";
  return [`${received} of ${plural(asked, "figure")} asked for ${are(received)} in; ${missing.length} ${are(missing.length)} missing${lateness}.`];
}

/** "6 figures got worse; 3 of 20 targets are met." */
export function movesSentence({ worse, aimed, met }: Pick<PlanTotals, "worse" | "aimed" | "met">): string[] {
  const parts = [...(worse ? [`${plural(worse, "figure")} got worse`] : []), ...(aimed ? [`${met} of ${plural(aimed, "target")} ${are(met)} met`] : [])];
  return parts.length ? [`${parts.join("; ")}.`] : [];
}

/** What came in and how it moves. */
export const figureSentences = (totals: PlanTotals): string[] => [...returnsSentence(totals.returns), ...movesSentence(totals)];

/** "6 milestones are overdue." */
export const overdueSentence = ({ overdue }: Pick<PlanTotals, "overdue">): string =>
  overdue ? `${plural(overdue, "milestone")} ${are(overdue)} overdue.` : "No milestone is overdue.";
