/** Wanting to change an action's status or its note: the card for it, filled in as far as the words went. */
import { z } from "zod/v4";
import { cardFor, ownActionsOf, withCarried } from "../answers/action-card.js";
import { Status } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const changeStatus = defineIntent({
  name: "change-status",
  about: "Wanting to change an action's status, mark it done or add a note to it",
  args: z.object({ action: ItemId.optional(), status: Status.optional(), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ action, status, note, carried }, scene) =>
    action ? cardFor(scene, action, { card: "status", status, note }, carried) : withCarried(await ownActionsOf(scene), carried),
});
