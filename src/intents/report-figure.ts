/** Wanting to report a figure: brings up the form for the right measures and period, filled in as far as the words went. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { section } from "../answers/rows.js";
import { eyebrowOf, itemOf, measuresIn, placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { are, plural, shortened } from "../answers/wording.js";
import { absences, noneReportable, ownMeasures } from "../figures/index.js";
import type { ItemOf } from "../plan/index.js";
import { Carried, ItemId, Window } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

export const reportFigure = defineIntent({
  name: "report-figure",
  about: "Wanting to report, record or correct a measure's figure, the figures of a priority or theme, or all of one's own",
  args: z.object({
    measure: ItemId.optional(),
    scope: ItemId.optional().describe("A priority or theme whose figures are to be reported"),
    value: z.string().max(4000).optional(),
    none: z.enum(absences).optional().describe("Why there is no figure"),
    note: z.string().max(4000).optional(),
    window: Window.optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ measure, scope, value, none, note, window, carried }, scene) => {
    const form = measure
      ? await scene.figureForms.one(scene, itemOf(scene, measure, "measure"), { value, none, note, window })
      : scope
        ? await formUnder(scene, scope, window)
        : ((await scene.figureForms.own(scene, { window })) ?? ownListed(scene, window));
    return carried && form.look === "form" ? answerIn("form", { ...form.data, carried }) : form;
  },
});

async function formUnder(scene: Scene, scope: string, window: Window | undefined): Promise<Answer> {
  const scoped = scopeOf(scene, scope);
  const items = measuresIn(scene, scoped);
  const form = scoped.type === "plan" ? undefined : await scene.figureForms.under(scene, scoped.id, items, { window });
  return form ?? listedWith(scene, `Report figures ${placeOf(scoped)}`, await whyNone(scene, items, placeOf(scoped), window), items);
}

async function whyNone(scene: Scene, items: ItemOf<"measure">[], place: string, window: Window | undefined): Promise<string[]> {
  if (!items.length) return [`There are no measures ${place}.`];
  const allowed = items.filter((item) => scene.figureForms.mayReport(scene, item));
  if (!allowed.length) return [`You can report no figure ${place}: ${items.length === 1 ? "its measure is" : "its measures are"} reported by others.`];
  const none = noneReportable(scene, allowed, window);
  if (none) return none;
  return [`All figures ${place} that you can report are in. To correct one, say which: "update ${allowed[0]?.id}".`];
}

function ownListed(scene: Scene, window: Window | undefined): Answer {
  const own = ownMeasures(scene);
  const lead = own.length
    ? (noneReportable(scene, own, window) ?? [
        `${plural(own.length, "measure")} ${are(own.length)} yours to report, and all ${own.length === 1 ? "is" : "are"} in for now. To correct one, say which: "update ${own[0]?.id}".`,
      ])
    : [
        scene.asker.email
          ? "The plan names you for no measure; where it names no reporter, any member of staff may report."
          : "I could not find out who you are just now, so I cannot tell what you report. Please ask again in a moment.",
        "Which measure is it? Say its id or its words.",
      ];
  return listedWith(scene, "Report a figure", lead, own);
}

function listedWith(scene: Scene, title: string, lead: string[], items: ItemOf<"measure">[]): Answer {
  const row = (item: ItemOf<"measure">) => ({ id: item.id, text: shortened(item.measure.text, 200), detail: eyebrowOf(item) });
  return answerIn("rows", {
    title,
    lead,
    sections: section("", items, row),
    gaps: [],
    sources: sourcesOf(scene, { statuses: false }),
    suggestions: [...items.slice(0, 2).map(({ id }) => ask(`Update ${id}`)), ask("Which figures are missing?")],
  });
}
