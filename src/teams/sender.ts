/** Sending of the bot's own accord, to where somebody has talked to it alone. */
import { type Activity, type ConversationReference, TeamsInfo, type TurnContext } from "botbuilder";
import type { Send, Where } from "../people/index.js";
import type { BotAdapter } from "./adapter.js";
import { isInCopilot } from "./copilot.js";
import { isOutsider, isShared } from "./incoming.js";
import { replyWith } from "./reply.js";

/** Where the sender of an activity can be written to; nothing in a channel or a group, where others would read it, and in Copilot, where nothing arrives that was not asked for. */
export const whereOf = (activity: Activity): Where | undefined => {
  const { conversation, serviceUrl, channelId, from, recipient } = activity;
  if (isShared(activity) || isInCopilot(activity)) return undefined;
  return { serviceUrl, channelId, conversation: conversation.id, tenant: conversation.tenantId ?? "", person: from.id, bot: recipient.id };
};

export interface SenderParts {
  adapter: BotAdapter;
  /** The bot registration, if there is one. */
  registration?: { appId: string; tenantId: string };
}

/** One attempt; the adapter gives every call a deadline and sends nothing twice. Whoever is a guest by now is written to no more. */
export const senderBy =
  ({ adapter, registration }: SenderParts): Send =>
  async (where, answer) => {
    let failed: unknown;
    await adapter.continueConversationAsync(registration?.appId ?? "", referenceTo(where), async (context: TurnContext) => {
      // The SDK makes one up, and what is sent would be a reply to a message that nobody wrote.
      context.activity.id = undefined;
      if (await isGuestNow(context, registration?.tenantId)) {
        failed = Object.assign(new Error("No member of staff any more"), { statusCode: 403, sent: false });
        return;
      }
      // An error that left this turn would be apologised for to somebody who asked nothing.
      await context.sendActivity(replyWith([answer])).catch((error: unknown) => {
        failed = error;
      });
    });
    if (failed) throw failed;
  };

const ASK_WITHIN_MS = 900;

/** What the roster says at the moment of sending. Without an answer the message goes: who may read it was known when they last wrote. */
const isGuestNow = async (context: TurnContext, home: string | undefined): Promise<boolean> => {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ASK_WITHIN_MS, undefined).unref());
  const member = await Promise.race([TeamsInfo.getMember(context, context.activity.from.id).catch(() => undefined), late]);
  return member !== undefined && isOutsider(member, home ?? context.activity.conversation.tenantId);
};

const referenceTo = ({ serviceUrl, channelId, conversation, tenant, person, bot }: Where): Partial<ConversationReference> => ({
  serviceUrl,
  channelId,
  conversation: { id: conversation ?? "", isGroup: false, conversationType: "personal", name: "", ...(tenant && { tenantId: tenant }) },
  user: { id: person ?? "", name: "" },
  bot: { id: bot ?? "", name: "" },
});
