/** What a person's activity says: the words without mentions, and who says them. */
import { type Activity, TeamsInfo, type TurnContext } from "botbuilder";
import type { Directory } from "../people/index.js";
import type { Asker } from "../questions/desk.js";

interface Mention {
  type?: string | null;
  text?: string;
  mentioned?: { id?: string };
}

/** More than anyone writes; each costs a walk through the text. */
const MOST_MENTIONS = 100;

/** The words alone: the bot's own mention gone, anyone else's reduced to the name, white space normalised. Never throws, whatever the mentions are. */
export const spokenText = (activity: Partial<Activity>): string => {
  let text = activity.text ?? "";
  for (const { type, text: written, mentioned } of (activity.entities ?? []).slice(0, MOST_MENTIONS) as Mention[]) {
    if (type !== "mention" || typeof written !== "string" || written === "") continue;
    if (mentioned?.id === activity.recipient?.id) text = text.replaceAll(written, " ");
  }
  return text
    .replace(/<\/?at\b[^<>]{0,500}>/gi, " ")
    .replace(/&nbsp;|[\u00a0\u200b\ufeff]/g, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .normalize("NFC")
    .trim();
};

/** Who sent the activity, with the e-mail address where it can be had. */
export const askerOf = async (context: TurnContext, directory: Directory): Promise<Asker> => {
  const { from } = context.activity;
  return directory.whoIs({ id: from.aadObjectId || from.id, name: from.name || undefined }, async () => {
    const member = await TeamsInfo.getMember(context, from.id);
    return member.email || member.userPrincipalName;
  });
};
