/** A request for an update that waited for its pace and was refused then: its day is free again, and whoever asked hears of it. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import type { About } from "../../messaging/index.js";
import type { Day } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { freeTheDay, refusedBy } from "./asked-outcome.js";
import type { ReminderCommandParts } from "./parts.js";

const Request = z.object({ kind: z.literal("update asked for"), id: z.string(), plan: z.string(), who: z.string(), day: z.string() });
type Request = z.infer<typeof Request>;

/** What goes with the message, to be known by when it is refused. */
export const aboutRequest = (about: { plan: string; who: string; day: Day }, asked: Change): About =>
  ({ kind: "update asked for", id: asked._id, ...about }) satisfies Request;

type Parts = Pick<ReminderCommandParts, "auditLog" | "reminders" | "days" | "messages">;
/** Writes to somebody about a plan. */
type Say = (email: string, plan: string, answer: Answer) => Promise<unknown>;

/** May be called again for the same request. */
export async function requestRefused(parts: Parts, about: About, at: Date, say: Say): Promise<void> {
  const request = Request.safeParse(about);
  if (!request.success) return;
  const { id, plan, who, day } = request.data;
  // They have it elsewhere, or may have.
  if ((await parts.messages.places([who])).has(who)) return;
  const asked = await parts.auditLog.get(id);
  if (asked && (await freeTheDay(parts, { plan, who, day }, asked, at))) await say(asked.by, plan, refusedBy(who, true));
}
