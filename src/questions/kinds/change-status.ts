/** Wanting to change an action's status. There are no forms yet: names the right action, says who may change it, and that nothing is saved. */
import { z } from "zod/v4";
import { leadOf, Status, statusOf } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { Carried, ItemId, question } from "../question.js";
import type { Scene } from "../scene.js";
import { isManager, managersInWords, mayChange, onlyChangers } from "../wording/allowed.js";
import { answerIn, ask, suggest } from "../wording/answer-text.js";
import { actionRow, section } from "../wording/rows.js";
import { actingIn, itemOf, NotInPlan, titleOf } from "../wording/scope.js";
import { saidOf, sourcesOf } from "../wording/sources.js";
import { plural, shortened, statusInWords } from "../wording/wording.js";

const notSaved = "I can't save changes from the chat yet, so nothing was saved.";

export const changeStatus = question({
  name: "change-status",
  about: "Wanting to change an action's status, mark it done or add a note to it",
  args: z.object({ action: ItemId.optional(), status: Status.optional(), note: z.string().max(4000).optional(), ...Carried }),
  answer: async ({ action: id, status, note, carried }, scene) => {
    if (!id) return ownActions(scene, carried);
    const item = itemOf(scene, id, "action");
    const [acting] = await actingIn(scene, item);
    if (!acting) throw new NotInPlan(id);
    const allowed = mayChange(scene, item);
    const asked = [...(status ? [`${item.id} as ${statusInWords(status)}`] : []), ...(note ? [`the note "${shortened(note, 300)}"`] : [])].join(", with ");
    return answerIn("notice", {
      carried,
      title: titleOf(item),
      lead: [
        ...(allowed ? [] : [onlyChangers(scene, item)]),
        allowed ? notSaved : "Nothing was saved.",
        ...(asked && allowed ? [`You asked for ${asked}.`] : []),
        `As it stands, ${item.id} is ${statusInWords(statusOf(acting.action))}.`,
        ...(allowed
          ? [
              `You may change this action. Until the chat can save it, ${isManager(scene) ? "you can" : `${managersInWords(scene)} can`} bring it in with a plan file.`,
            ]
          : []),
      ],
      suggestions: suggest(`How is ${item.id} doing?`, `Who leads ${item.id}?`),
    });
  },
});

async function ownActions(scene: Scene, carried: string | undefined): Promise<Answer> {
  const email = scene.asker.email?.toLowerCase();
  const own = email ? (await actingIn(scene, { type: "plan", id: "plan" })).filter((acting) => leadOf(acting) === email) : [];
  return answerIn("rows", {
    carried,
    title: "Change an action",
    lead: [
      "Which action is it? Say its id or its words.",
      own.length
        ? `You lead ${plural(own.length, "action")}.`
        : "The plan names you as the lead of no action; an action's lead, its priority's lead and managers may change it.",
      notSaved,
    ],
    sections: section("You lead", own, (acting) => actionRow(acting, scene.today)),
    gaps: [],
    sources: sourcesOf(scene, { said: saidOf(own), statuses: own.length > 0 }),
    suggestions: own.slice(0, 2).map(({ id }) => ask(`How is ${id} doing?`)),
  });
}
