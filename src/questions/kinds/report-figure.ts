/** Wanting to report a figure. There are no forms yet: names the right measure, says who may report it, and that nothing is saved. */
import { z } from "zod/v4";
import type { KeptFigure } from "../../figures/index.js";
import { frequencyOf, periodsInside, valueInWords } from "../../figures/index.js";
import { type ItemOf, lastEnded, type Measure, type Period, periodInWords } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { Carried, ItemId, question, Window } from "../question.js";
import type { Scene } from "../scene.js";
import { isManager, managersInWords, mayReport, onlyReporters } from "../wording/allowed.js";
import { answerIn, ask, suggest } from "../wording/answer-text.js";
import { figureWords, periodWords } from "../wording/measure-words.js";
import { section } from "../wording/rows.js";
import { eyebrowOf, itemOf, titleOf } from "../wording/scope.js";
import { sourcesOf } from "../wording/sources.js";
import { plural, shortened } from "../wording/wording.js";

const notSaved = "I can't save figures from the chat yet, so nothing was saved.";

export const reportFigure = question({
  name: "report-figure",
  about: "Wanting to report, record or correct a measure's figure",
  args: z.object({ measure: ItemId.optional(), value: z.string().max(4000).optional(), window: Window.optional(), ...Carried }),
  answer: async ({ measure, value, window, carried }, scene) => {
    if (!measure) return ownMeasures(scene, carried);
    const item = itemOf(scene, measure, "measure");
    const figures = (await scene.recent([item.id])).get(item.id) ?? [];
    const period = periodMeant(scene, item, window);
    const allowed = mayReport(scene, item);
    return answerIn("notice", {
      carried,
      title: titleOf(item),
      lead: [
        ...(allowed ? [] : [onlyReporters(scene, item)]),
        allowed ? notSaved : "Nothing was saved.",
        ...(value && allowed ? [`You gave ${saidValue(item.measure, value)} for ${periodInWords(period)}.`] : []),
        ...known(scene, item, figures, period),
        ...(allowed
          ? [
              `You may report this figure. Until the chat can save it, ${isManager(scene) ? "you can" : `${managersInWords(scene)} can`} bring it in with a plan file.`,
            ]
          : []),
      ],
      suggestions: suggest(`What is the latest figure for ${item.id}?`, `Who reports ${item.id}?`),
    });
  },
});

/** The period of the window, else the newest that is over. */
function periodMeant({ plan, today }: Scene, item: ItemOf<"measure">, window: Window | undefined): Period {
  return (window && periodsInside(plan, frequencyOf(item), window)[0]) ?? lastEnded(plan, frequencyOf(item), today);
}

function saidValue(measure: Measure, value: string): string {
  const number = Number(value.replace(/[£$€,%\s]/g, ""));
  const counted = measure.kind !== "narrative" && measure.kind !== "yesno" && value.trim() !== "" && Number.isFinite(number);
  return counted ? valueInWords(measure, number) : `"${shortened(value, 300)}"`;
}

function known({ plan }: Scene, { id, measure }: ItemOf<"measure">, figures: KeptFigure[], period: Period): string[] {
  const [newest] = figures;
  const same = figures.find(({ period: name }) => name === period.name);
  if (same) return [`For ${periodInWords(period)} there is a figure already: ${figureWords(measure, same)}. Another would be a correction.`];
  if (newest)
    return [
      `The newest figure for ${id} is ${figureWords(measure, newest)}, for ${periodWords(plan, newest)}. The one for ${periodInWords(period)} is missing.`,
    ];
  return [`No figure has been reported for ${id} yet. The one for ${periodInWords(period)} is missing.`];
}

function ownMeasures(scene: Scene, carried: string | undefined): Answer {
  const email = scene.asker.email?.toLowerCase();
  const own = scene.catalogue.measures.filter(({ measure }) => email && measure.reporter === email);
  const led = scene.catalogue.measures.filter(({ measure, priority }) => email && priority.lead === email && measure.reporter !== email);
  const row = (item: ItemOf<"measure">) => ({ id: item.id, text: shortened(item.measure.text, 200), detail: eyebrowOf(item) });
  const all = [...own, ...led];
  return answerIn("rows", {
    carried,
    title: "Report a figure",
    lead: [
      "Which measure is it? Say its id or its words.",
      all.length
        ? `${plural(all.length, "measure")} ${all.length === 1 ? "is" : "are"} yours to report.`
        : "The plan names you for no measure; where it names no reporter, any member of staff may report.",
      notSaved,
    ],
    sections: [...section("You report", own, row), ...section("Of priorities you lead", led, row)],
    gaps: [],
    sources: sourcesOf(scene, { statuses: false }),
    suggestions: [...all.slice(0, 2).map(({ id }) => ask(`Report a figure for ${id}`)), ask("Which figures are missing?")],
  });
}
