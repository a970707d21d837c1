/** Whether a turn comes from Microsoft 365 Copilot, which is told by a word in it alone: its channel is that of Teams. */
import type { Activity } from "botbuilder";

const COPILOT = "copilot";

const isName = (value: unknown): boolean => typeof value === "string" && value.toLowerCase() === COPILOT;

/** Its conversation is one of its own, in which nothing can be sent that was not asked for, no card asks again and no file is taken. */
export const isInCopilot = ({ channelData, entities }: Pick<Activity, "channelData" | "entities">): boolean =>
  isName(channelData?.productContext) || ((entities ?? []) as { type?: unknown; id?: unknown }[]).some((one) => one?.type === "ProductInfo" && isName(one.id));
