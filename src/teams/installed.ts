/** That somebody installed the bot, removed it, or left: from then on they can be written to, or no longer, and what is no record of theirs goes. */
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Assistant } from "../assistant/assistant.js";
import type { Directory, Messages } from "../people/index.js";
import { isShared } from "./incoming.js";

/** Installed, or brought into the conversation. */
export const isInstalled = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  type === ActivityTypes.InstallationUpdate ? /^add/.test(action ?? "") : Boolean(membersAdded?.some(({ id }) => id === recipient.id));

/** From somebody's own chat; out of a team the bot may be taken by anybody in it. */
const isRemoved = (activity: Activity): boolean =>
  activity.type === ActivityTypes.InstallationUpdate && /^remove/.test(activity.action ?? "") && !isShared(activity);

/** Ids of the people who have left a conversation. */
const leavers = ({ membersRemoved, recipient }: Activity): string[] =>
  (membersRemoved ?? []).filter(({ id }) => id !== recipient.id).map(({ id, aadObjectId }) => aadObjectId || id);

export interface PresenceParts {
  messages?: Pick<Messages, "lost">;
  directory: Pick<Directory, "forget">;
  assistant: Pick<Assistant, "forget">;
}

/** Notes where the person is found, before whatever else the turn does. `meet` looks up who it is and keeps where; whoever may not use the bot is not kept. */
export async function noteInstalled({ activity }: TurnContext, { messages, directory, assistant }: PresenceParts, meet: () => Promise<unknown>): Promise<void> {
  // Whoever left a team may have left the organisation: who they are is asked anew.
  for (const id of leavers(activity)) await Promise.all([assistant.forget?.(id), directory.forget(id)]);
  if (isRemoved(activity)) {
    const id = activity.from.aadObjectId || activity.from.id;
    await Promise.all([messages?.lost(id, "gone"), directory.forget(id), assistant.forget?.(id)]);
  } else if (isInstalled(activity)) await meet().catch(() => undefined);
}
