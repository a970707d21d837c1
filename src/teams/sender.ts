/** Sending of the bot's own accord, to where somebody has talked to it alone. */
import type { Activity, ConversationReference, TurnContext } from "botbuilder";
import type { Send, Where } from "../people/index.js";
import type { BotAdapter } from "./adapter.js";
import { isShared } from "./incoming.js";
import { replyWith } from "./reply.js";

/** Where the sender of an activity can be written to; nothing in a channel or a group, where others would read it. */
export const whereOf = (activity: Activity): Where | undefined => {
  const { conversation, serviceUrl, channelId, from, recipient } = activity;
  if (isShared(activity)) return undefined;
  return { serviceUrl, channelId, conversation: conversation.id, tenant: conversation.tenantId ?? "", person: from.id, bot: recipient.id };
};

/** One attempt; the adapter gives every call a deadline and sends nothing twice. */
export const senderBy =
  (adapter: BotAdapter, appId = ""): Send =>
  async (where, answer) => {
    let failed: unknown;
    await adapter.continueConversationAsync(appId, referenceTo(where), async (context: TurnContext) => {
      // The SDK makes one up, and what is sent would be a reply to a message that nobody wrote.
      context.activity.id = undefined;
      // An error that left this turn would be apologised for to somebody who asked nothing.
      await context.sendActivity(replyWith([answer])).catch((error: unknown) => {
        failed = error;
      });
    });
    if (failed) throw failed;
  };

const referenceTo = ({ serviceUrl, channelId, conversation, tenant, person, bot }: Where): Partial<ConversationReference> => ({
  serviceUrl,
  channelId,
  conversation: { id: conversation ?? "", isGroup: false, conversationType: "personal", name: "", ...(tenant && { tenantId: tenant }) },
  user: { id: person ?? "", name: "" },
  bot: { id: bot ?? "", name: "" },
});
