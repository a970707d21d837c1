/** Who changed something: every change of an item, newest first, with who, when, from what, to what. */
import { z } from "zod/v4";
import { Carried, question, Scope } from "../question.js";
import type { Scene } from "../scene.js";
import { answerIn, suggest } from "../wording/answer-text.js";
import { changeRow, whoAndWhen } from "../wording/changes.js";
import { mostRows, section } from "../wording/rows.js";
import { nameOf, placeOf, type Scoped, scopeOf, titleOf } from "../wording/scope.js";
import { sourcesOf } from "../wording/sources.js";
import { capital, instantInWords, plural } from "../wording/wording.js";

/** More than these are counted as "more than". */
const mostRead = 300;

export const whoChanged = question({
  name: "who-changed",
  about: "Who changed an action, priority, theme, measure or the plan: every change with who, when, from what, to what",
  args: z.object({ scope: Scope, ...Carried }),
  answer: async ({ scope, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const changes = await scene.changes({ items: itemsUnder(scene, scoped), newestFirst: true, limit: mostRead });
    const [newest] = changes;
    const count = changes.length === mostRead ? `more than ${mostRead - 1} changes` : plural(changes.length, "change");
    return answerIn("rows", {
      carried,
      title: `Changes ${scoped.type === "action" || scoped.type === "measure" ? `of ${titleOf(scoped)}` : placeOf(scoped)}`,
      lead: newest
        ? [`${capital(nameOf(scoped))} has ${count} ${scoped.type === "plan" ? "on record" : "since it was imported"}. The last: ${whoAndWhen(scene, newest)}.`]
        : [
            `Nobody has changed ${nameOf(scoped)} since the plan was imported on ${instantInWords(scene.known.importedAt, scene.plan.timeZone)} by ${scene.known.importedBy}.`,
          ],
      sections: section("", changes, (change) => changeRow(scene, change, scoped.id)),
      gaps: changes.length > mostRows ? ["The whole trail is in the export: waymark changes export."] : [],
      sources: sourcesOf(scene, { statuses: false }),
      suggestions: suggest(scoped.type !== "plan" && `How is ${scoped.type === "theme" ? scoped.theme.name : scoped.id} doing?`, "Recent changes"),
    });
  },
});

/** The item itself and what stands under it; everything for the plan. */
export function itemsUnder({ catalogue }: Scene, scoped: Scoped): string[] | undefined {
  if (scoped.type === "plan") return undefined;
  const under = catalogue.items.filter((item) => {
    if (scoped.type === "theme") return item.theme.id === scoped.id;
    return scoped.type === "priority" ? "priority" in item && item.priority.id === scoped.id : item.id === scoped.id;
  });
  return under.map(({ id }) => id);
}
