/** Whether an activity is for the bot, where it was said, and who says it. */
import { type Activity, ActivityTypes, type TeamsChannelAccount, TeamsInfo, type TurnContext } from "botbuilder";
import type { Directory, Messages } from "../people/index.js";
import type { Asker } from "../request/turn.js";
import { UserFacingError } from "../shared/errors.js";
import { isMentioned } from "./spoken.js";

const PERSONAL = "personal";

/** How Teams begins the ids of channels and group chats; a chat with the bot alone has another. */
const SHARED_ID = /^19:/;

/** In a channel or a group, where others read the answer: one sign of it is enough, whatever else is said or missing. */
export const isShared = ({ conversation, channelData }: Pick<Activity, "conversation" | "channelData">): boolean => {
  const { id, conversationType = PERSONAL, isGroup } = conversation;
  return SHARED_ID.test(id) || isGroup === true || conversationType !== PERSONAL || Boolean(channelData?.team ?? channelData?.channel);
};

/** Among others the bot answers only who mentions it. Nobody mentions anyone in a message without words: that is a pressed button or a file. */
export const isMeant = (activity: Activity): boolean =>
  activity.type !== ActivityTypes.Message || !activity.text || !isShared(activity) || isMentioned(activity);

export interface WhoParts {
  directory: Directory;
  /** Whoever is no member of staff any more is not written to either. */
  messages?: Pick<Messages, "lost">;
  /** The tenant that the bot is registered in. */
  home?: string;
}

/** Who sent the activity, with the sign-in name where it can be had. Throws a UserFacingError for those who get nothing. */
export const askerOf = async (context: TurnContext, { directory, messages, home }: WhoParts): Promise<Asker> => {
  const { from } = context.activity;
  if (home && tenantOf(context.activity) !== home) throw new UserFacingError(FOR_STAFF_ONLY);
  const called = { id: from.aadObjectId || from.id, name: from.name || undefined, account: from.id };
  const isOut = (member: TeamsChannelAccount) => isOutsider(member, home ?? tenantOf(context.activity));
  // Some clients say in the activity what the roster would.
  if (isOut(from)) await directory.forget(called.id);
  const { outsider, ...asker } = await directory.whoIs(called, async () => {
    if (isOut(from)) return { outsider: true };
    const member = await TeamsInfo.getMember(context, from.id);
    return { email: signInNameOf(member, home), outsider: isOut(member) };
  });
  if (outsider) await messages?.lost(asker.id, "gone");
  if (outsider) throw new UserFacingError(FOR_STAFF_ONLY);
  // Who cannot be looked up may be a guest. Without a registration only this machine reaches the bot, and there are none.
  if (home && !asker.email) throw new UserFacingError(NOT_KNOWN_YET);
  return asker;
};

/** Mail addresses can be given to anybody; the chat client of this machine knows nothing else. */
const signInNameOf = ({ userPrincipalName, email }: TeamsChannelAccount, home: string | undefined): string | undefined =>
  userPrincipalName || (home ? undefined : email);

const FOR_STAFF_ONLY = "Sorry, I can only answer staff of this organisation. Guests and people from other organisations cannot use me.";

const NOT_KNOWN_YET = "I could not find out who you are just now, so I cannot answer yet. Please ask again in a moment.";

const tenantOf = ({ channelData, conversation }: Activity): string | undefined => channelData?.tenant?.id ?? conversation.tenantId;

/** Guests have a mark of their own in their sign-in name, and in most rosters a role. */
export const isOutsider = (member: TeamsChannelAccount, home: string | undefined): boolean => {
  const [tenantId, userRole, userPrincipalName] = [member.tenantId, member.userRole, member.userPrincipalName].map((said) =>
    typeof said === "string" ? said : "",
  );
  return /^(?:guest|anonymous)$/i.test(userRole ?? "") || /#EXT#/i.test(userPrincipalName ?? "") || Boolean(home && tenantId && tenantId !== home);
};
