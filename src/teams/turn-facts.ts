import type { Activity, TurnContext } from "botbuilder";
import type { Turn } from "../request/turn.js";

/** When and where something was said or pressed. */
export const turnFacts = ({ timestamp, conversation, channelData }: Activity): Pick<Turn, "at" | "conversationId" | "team"> => {
  const team: unknown = channelData?.team?.id;
  return { at: timestamp ?? new Date(), conversationId: conversation.id, ...(typeof team === "string" && { team }) };
};

/** Where a turn keeps whether no process has run it before. */
export const IS_NEW = "isNew";

/** Whether this turn was not delivered before; true where nothing looked. */
export const isNewTurn = ({ turnState }: TurnContext): Promise<boolean> => turnState.get<Promise<boolean>>(IS_NEW) ?? Promise.resolve(true);
