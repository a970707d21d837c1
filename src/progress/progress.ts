import type { Day, Milestone, PlanAction, Status } from "../plan/index.js";
import type { Storage } from "../storage/port.js";

/** What has been said of an action since the plan was imported; `_id` is plan/action. */
export interface KeptProgress {
  _id: string;
  plan: string;
  priority: string;
  action: string;
  status?: Status;
  note?: string;
  /** Milestones marked done: their place (0 is the first) to the day. */
  done?: Record<string, Day>;
  /** E-mail address of who said it last, and the instant (ISO 8601). */
  by: string;
  at: string;
}

export interface Progress {
  /** Progress of a priority's actions, or of the whole plan's, by action id. */
  of(planId: string, priority?: string): Promise<Map<string, KeptProgress>>;
}

export async function openProgress(storage: Storage): Promise<Progress> {
  const kept = storage.collection<KeptProgress>("progress");
  await kept.ensureIndex(["plan", "priority"]);
  return {
    async of(plan, priority) {
      const rows = await kept.find(priority ? { plan, priority } : { plan });
      return new Map(rows.map((row) => [row.action, row]));
    },
  };
}

/** The action as it stands now: what the import said, overlaid with what was said since. */
export function withProgress(action: PlanAction, progress: KeptProgress | undefined): PlanAction {
  if (!progress) return action;
  const milestones = action.milestones?.map((milestone, place): Milestone => {
    const done = progress.done?.[String(place)];
    return done ? { ...milestone, done } : milestone;
  });
  return {
    ...action,
    ...(progress.status && { status: progress.status }),
    ...(progress.note && { note: progress.note }),
    ...(milestones && { milestones }),
  };
}
