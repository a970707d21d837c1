/** That somebody installed the bot or removed it: from then on they can be written to, or no longer. */
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Messages } from "../people/index.js";

/** Installed, or brought into the conversation. */
export const isInstalled = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  type === ActivityTypes.InstallationUpdate ? /^add/.test(action ?? "") : Boolean(membersAdded?.some(({ id }) => id === recipient.id));

const isRemoved = ({ type, action }: Activity): boolean => type === ActivityTypes.InstallationUpdate && /^remove/.test(action ?? "");

/** Notes where the person is found, before whatever else the turn does. `meet` looks up who it is and keeps where; whoever may not use the bot is not kept. */
export async function noteInstalled({ activity }: TurnContext, messages: Messages | undefined, meet: () => Promise<unknown>): Promise<void> {
  if (isRemoved(activity)) await messages?.lost(activity.from.aadObjectId || activity.from.id, "gone");
  else if (isInstalled(activity)) await meet().catch(() => undefined);
}
