/** Wanting to change an action's status or its note: the card for it, filled in as far as the words went. */
import { z } from "zod/v4";
import { Status } from "../../plan/index.js";
import { myActions, ownActions } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { Carried, ItemId, question } from "../question.js";
import type { Scene } from "../scene.js";
import { cardFor, withCarried } from "../wording/action-card.js";

export const changeStatus = question({
  name: "change-status",
  about: "Wanting to change an action's status, mark it done or add a note to it",
  args: z.object({ action: ItemId.optional(), status: Status.optional(), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ action, status, note, carried }, scene) =>
    action ? cardFor(scene, action, { card: "status", status, note }, carried) : withCarried(await ownActionsOf(scene), carried),
});

/** The asker's actions with the cards to change them. */
export async function ownActionsOf(scene: Scene): Promise<Answer> {
  const said = (await scene.priorities()).flatMap((standing) => [...standing.said]);
  return myActions(scene, ownActions(scene, scene.asker.email?.toLowerCase() ?? "", new Map(said)));
}
