import type { AuditLog, Change, Which } from "../audit/index.js";
import { type FigureForms, type Figures, type Group, type KeptFigure, type Report, throughJoins, withCounts } from "../figures/index.js";
import type { Forms } from "../forms/index.js";
import type { Directory, Messages } from "../people/index.js";
import type { Catalogue, Day, ItemOf, KnownPlan, Plan, Priority, Theme } from "../plan/index.js";
import { dayOf } from "../plan/index.js";
import { type CommitteeDays, type KeptProgress, type Progress, withProgress } from "../progress/index.js";
import { arrivedSince, type ReminderCommands, type SentLog } from "../reminders/index.js";
import type { PlanSnapshots } from "./plan-snapshots.js";
import type { ReportContents, ReportMaker, ReportWanted } from "./report-maker.js";
import type { Asker, Turn } from "./turn.js";
import type { Unanswered, UnansweredQuestion } from "./unanswered.js";

/** A priority as it stands now, and who said something of its actions since the import, by action id. */
export interface PriorityState {
  theme: Theme;
  priority: Priority;
  said: Map<string, KeptProgress>;
}

/** All that an answer may look at. Everything is read at most once a turn, and only what the question needs. */
export interface AnswerContext {
  known: KnownPlan;
  /** Every plan that is loaded, the default first. */
  loaded: readonly KnownPlan[];
  /** Id of the plan that is used in the conversation where none is named. */
  used: string;
  /** The conversation with all its threads. */
  place: string;
  plan: Plan;
  catalogue: Catalogue;
  /** The date of the message in the plan's time zone. */
  today: Day;
  /** The instant of the message. */
  at: Date;
  /** The asker's e-mail address is missing when the channel's roster could not be reached. */
  asker: Asker;
  /** Others read the answer too. */
  shared: boolean;
  managers: readonly string[];
  /** Who is away and has the asker stand in. */
  standsInFor?: readonly string[];
  /** Throws when the plan has no such priority. */
  priority(id: string): Promise<PriorityState>;
  /** Every priority in printed order. */
  priorities(): Promise<PriorityState[]>;
  /** Newest period first; see Figures.recent. */
  recent(measures: string[]): Promise<Map<string, KeptFigure[]>>;
  /** Every figure of one measure, newest period first. */
  allFigures(measure: string): Promise<KeptFigure[]>;
  /** The same two with the reports that there is no figure. */
  recentReports(measures: string[]): Promise<Map<string, Report[]>>;
  allReports(measure: string): Promise<Report[]>;
  /** How many figures each measure has of its own, whatever it was joined to. */
  withCounts(items: ItemOf<"measure">[]): Promise<Group>;
  /** Forms to report figures with. */
  figureForms: FigureForms;
  /** What else is written is said through cards that this signs. */
  forms: Forms;
  /** Requests for more time that no manager has answered, by action id. */
  waiting(): Promise<Map<string, KeptProgress>>;
  /** Every change of the plan in force; see AuditLog.changes. */
  changes(which: Omit<Which, "plan">): Promise<Change[]>;
  /** Days on which the committee meets, in order of time. */
  committeeDays(): Promise<Day[]>;
  /** What a report of the plan says, as it stands now. */
  report(wanted: ReportWanted): Promise<ReportContents>;
  /** Names of people by address, as far as they are known; see Directory.names. */
  names(emails: readonly string[]): Promise<Map<string, string>>;
  /** Reminders of the plan in force that arrived and asked for something, from a day on; the newest first. */
  remindersSent(from: Day): Promise<{ person: string; day: Day }[]>;
  /** Of these people, those who can be written to. */
  reached(emails: string[]): Promise<ReadonlySet<string>>;
  /** Questions that had no answer, and for how many days they are kept. */
  unanswered(): Promise<UnansweredQuestion[]>;
  unansweredDays: number;
  /** What is asked of reminders. */
  reminders: ReminderCommands;
  /** What is asked of versions that are kept. */
  frozen: PlanSnapshots;
}

export interface Sources {
  figures: Figures;
  figureForms: FigureForms;
  forms: Forms;
  progress: Progress;
  auditLog: Pick<AuditLog, "changes">;
  committee: Pick<CommitteeDays, "of">;
  directory: Pick<Directory, "names">;
  messages: Pick<Messages, "places">;
  sentLog: SentLog;
  unanswered: Unanswered;
  reports: ReportMaker<AnswerContext>;
  reminders: ReminderCommands;
  frozen: PlanSnapshots;
}

/** Where a context is, and which plans there are; a single plan when nothing is said of it. */
export interface ConversationPlans {
  loaded: readonly KnownPlan[];
  used: string;
  place: string;
}

/** All that an answer may look at, for one turn; everything is read when it is asked for, and at most once. */
export function answerContextOf(
  known: KnownPlan,
  turn: Pick<Turn, "at" | "asker" | "shared">,
  managers: readonly string[],
  sources: Sources,
  around: ConversationPlans = { loaded: [known], used: known.id, place: "" },
): AnswerContext {
  const { figures, figureForms, forms, progress, auditLog, committee, directory, messages, sentLog, unanswered, reports, reminders, frozen } = sources;
  const { plan, catalogue, id: planId } = known;
  const shown = throughJoins(figures, catalogue);
  const today = dayOf(turn.at, plan.timeZone);
  const standing = (item: Catalogue["priorities"][number], said: Map<string, KeptProgress>): PriorityState => ({
    theme: item.theme,
    priority: { ...item.priority, actions: item.priority.actions.map((action) => withProgress(action, said.get(action.id))) },
    said,
  });
  const context: AnswerContext = {
    known,
    ...around,
    plan,
    catalogue,
    today,
    at: turn.at,
    asker: turn.asker,
    shared: turn.shared ?? false,
    managers,
    async priority(id) {
      const item = catalogue.find(id);
      if (item?.type !== "priority") throw new Error("no such priority");
      return standing(item, await progress.of(planId, item.id));
    },
    async priorities() {
      const said = await progress.of(planId);
      return catalogue.priorities.map((item) => standing(item, said));
    },
    recent: (measures) => shown.recent(planId, measures, today),
    allFigures: (measure) => shown.all(planId, measure),
    recentReports: (measures) => shown.recentReports(planId, measures, today),
    allReports: (measure) => shown.allReports(planId, measure),
    withCounts: (items) => withCounts(figures, { known }, items),
    figureForms,
    forms,
    waiting: () => progress.waiting(planId),
    changes: (which) => auditLog.changes({ plan: planId, ...which }),
    committeeDays: () => committee.of(planId),
    names: (emails) => directory.names(emails),
    remindersSent: (from) => arrivedSince(sentLog, planId, from, today),
    reached: async (emails) => new Set((await messages.places(emails)).keys()),
    unanswered: () => unanswered.all(turn.at),
    unansweredDays: unanswered.days,
    report: (wanted) => reports.contents(context, wanted),
    reminders,
    frozen,
  };
  return context;
}
