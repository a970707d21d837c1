import type { Recorded } from "../audit/index.js";
import type { Day, Milestone, PlanAction, Status } from "../plan/index.js";
import type { Storage } from "../storage/port.js";

/** That a milestone was done can be shown: a web address, words, or both. */
export interface Evidence {
  link?: string;
  note?: string;
}

/** A date that was moved: `printed` is the plan's when it was first moved, `due` the one that counts now. */
export interface Moved {
  printed: Day;
  due: Day;
  times: number;
}

/** More time that a lead asked for and no manager has answered yet. */
export interface Asked {
  /** The one-time id of the form it was asked with. */
  id: string;
  from: Day;
  due: Day;
  why: string;
  by: string;
  at: string;
}

/** What a manager last said to a request for more time. */
export interface Answered {
  agreed: boolean;
  due: Day;
  /** Why it was refused, or what was said beside agreeing. */
  why?: string;
  askedBy: string;
  by: string;
  at: string;
}

/** By a milestone's place: 0 is the first. */
type ByPlace<T> = Record<string, T>;

/** What was said of an action since the plan was imported. */
export interface Facts {
  status?: Status;
  /** Empty when it was taken away. */
  note?: string;
  /** The day it was done; empty when it is not, whatever the plan says. */
  done?: ByPlace<Day | "">;
  evidence?: ByPlace<Evidence>;
  moved?: ByPlace<Moved>;
  asked?: ByPlace<Asked>;
  answered?: ByPlace<Answered>;
}

/** The facts of one action as kept; `_id` is plan/action. */
export interface KeptProgress extends Recorded, Facts {
  plan: string;
  priority: string;
  action: string;
  /** Whether a request for more time waits for an answer. */
  waiting?: boolean;
  /** The dates that milestones were moved to, to be found by; missing when none was. */
  movedTo?: Day[];
  /** E-mail address of who said something last, and the instant (ISO 8601). */
  by: string;
  at: string;
}

export interface Progress {
  /** Progress of a priority's actions, or of the whole plan's, by action id. */
  of(planId: string, priority?: string): Promise<Map<string, KeptProgress>>;
  /** Progress of the actions that more time was asked for and nobody has answered, by action id. */
  waiting(planId: string): Promise<Map<string, KeptProgress>>;
  /** Progress of these actions, by action id. */
  these(planId: string, actions: readonly string[]): Promise<Map<string, KeptProgress>>;
  /** Actions with a milestone that was moved to a date in the span (both ends counted), and perhaps some more. */
  movedInto(planId: string, span: { from: Day; to: Day }): Promise<KeptProgress[]>;
  /** Puts these facts in the place of what was said of actions, nothing where there are none. Says the same however often it is done. */
  replace(planId: string, all: readonly { action: string; priority: string; said?: Facts & Pick<KeptProgress, "by" | "at"> }[]): Promise<void>;
  /** Whether nothing was ever said of any action, in any plan. */
  isEmpty(): Promise<boolean>;
}

const FACTS = ["status", "note", "done", "evidence", "moved", "asked", "answered", "waiting", "movedTo"] as const;

const factsOf = (facts: Partial<KeptProgress> | undefined): Partial<KeptProgress> =>
  Object.fromEntries(FACTS.flatMap((name) => (facts?.[name] === undefined ? [] : [[name, facts[name]]])));

/** The `_id` of what was said of one action. */
export const progressId = (planId: string, action: string): string => `${planId}/${action}`;

/** What was said of actions since the import, over the collection `progress`. Changes are written by the pipeline in pressed.ts. */
export async function openProgress(storage: Storage): Promise<Progress> {
  const kept = storage.collection<KeptProgress>("progress");
  await kept.ensureIndex(["plan", "priority"]);
  await kept.ensureIndex(["plan", "waiting"]);
  await kept.ensureIndex(["movedTo"]);
  const byAction = (rows: KeptProgress[]) => new Map(rows.map((row) => [row.action, row]));
  return {
    of: async (plan, priority) => byAction(await kept.find(priority ? { plan, priority } : { plan })),
    waiting: async (plan) => byAction(await kept.find({ plan, waiting: true })),
    these: async (plan, actions) => byAction(actions.length ? await kept.find({ _id: { $in: actions.map((action) => progressId(plan, action)) } }) : []),
    async replace(plan, all) {
      for (const { action, priority, said: facts } of all) {
        const before = await kept.get(progressId(plan, action));
        const own = factsOf(facts);
        if (!before && facts) {
          const { by, at } = facts;
          await kept.insert({ _id: progressId(plan, action), plan, priority, action, ...own, by, at, revision: 1, recorded: true });
        }
        if (!before) continue;
        const gone = FACTS.filter((name) => !(name in own) && before[name] !== undefined);
        const set = { ...own, ...(facts && { by: facts.by, at: facts.at }), revision: before.revision + 1 };
        const update = { $set: set, ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, true as const])) }) };
        await kept.updateWhere({ _id: before._id, revision: before.revision }, update);
      }
    },
    isEmpty: async () => !(await kept.find({}, { limit: 1 })).length,
    // By the date alone: few have one that was moved, and the embedded database would go through all of the plan's first.
    movedInto: async (plan, { from, to }) => (await kept.find({ movedTo: { $gte: from, $lte: to } })).filter((one) => one.plan === plan),
  };
}

/** The action as it stands now: what the import said, overlaid with what was said since. */
export function withProgress(action: PlanAction, progress: Facts | undefined): PlanAction {
  if (!progress) return action;
  const milestones = action.milestones?.map((milestone, place) => withFacts(milestone, String(place), progress));
  return {
    ...action,
    ...(progress.status && { status: progress.status }),
    ...(progress.note !== undefined && { note: progress.note || undefined }),
    ...(milestones && { milestones }),
  };
}

function withFacts(milestone: Milestone, place: string, { done, moved }: Facts): Milestone {
  const day = done?.[place];
  const marked = day === undefined ? milestone : { ...milestone, done: day || undefined };
  const move = moved?.[place];
  if (!move) return marked;
  const slips = (milestone.slips ?? 0) + move.times;
  // A date that an import brought after the move is the plan's new word; that it slipped before stays true.
  return milestone.due === move.printed ? { ...marked, due: move.due, printed: milestone.printed ?? move.printed, slips } : { ...marked, slips };
}
