import type { Activity } from "botbuilder";
import type { Turn } from "../request/turn.js";

/** When and where something was said or pressed. */
export const turnFacts = ({ timestamp, conversation, channelData }: Activity): Pick<Turn, "at" | "conversationId" | "team"> => {
  const team: unknown = channelData?.team?.id;
  return { at: timestamp ?? new Date(), conversationId: conversation.id, ...(typeof team === "string" && { team }) };
};
