import { answerIn, ask } from "../../answers/answer-text.js";
import { section } from "../../answers/rows.js";
import { eyebrowOf, measuresIn, placeOf, scopeOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { are, plural, shortened } from "../../answers/wording.js";
import { noneReportable, ownMeasures } from "../../figures/index.js";
import type { ItemOf } from "../../plan/index.js";
import type { Window } from "../../request/args.js";
import type { Scene } from "../../request/scene.js";
import type { Answer } from "../../shared/answer.js";

export async function formUnder(scene: Scene, scope: string, window: Window | undefined): Promise<Answer> {
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

export function ownListed(scene: Scene, window: Window | undefined): Answer {
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
