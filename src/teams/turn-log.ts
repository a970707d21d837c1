import type { Activity } from "botbuilder";
import type { Logger } from "../shared/logger.js";

/** The log of one turn: each of its lines says which activity it is about, by an id that Teams keeps too. */
export const turnLog = (log: Logger, activity: Pick<Activity, "id">): Logger => log.child({ activityId: traceable(activity.id) });

/** An id is what a client sends, so what does not look like one is not quoted. */
export const traceable = (id: string | undefined): string => {
  if (!id) return "none";
  return /^[\w:.;|=-]{1,128}$/.test(id) ? id : "odd";
};
