import type { RequestContext } from "../../people/index.js";
import type { Day, Span } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";

/** Somebody, by address; or by a name that the plan does not have. */
export interface Whom {
  person?: string;
  name?: string;
}

/** A stretch of days, and what it was called. */
type Stretch = Span & { label: string };

export interface PauseWish extends Whom {
  from?: Day;
  until?: Day;
  note?: string;
}

export interface OwnWish {
  /** "08:00" */
  hour?: string;
  /** 1 is Monday. */
  days?: number[];
  /** They are back from a holiday. */
  back?: boolean;
}

export interface AwayWish {
  from?: Day;
  until?: Day;
  deputy?: string;
  name?: string;
  note?: string;
}

export interface ActionWish {
  action?: string;
  /** Named instead of an action. */
  measure?: string;
  until?: Day;
  note?: string;
  person?: string;
}

/** What can be asked of reminders, answered with a card each. None of them writes: that is for the buttons. */
export interface ReminderCommands {
  /** Of these people, those who can be written to. */
  reached(emails: readonly string[]): Promise<ReadonlySet<string>>;
  mine(context: RequestContext, wish?: object): Promise<Answer>;
  ahead(context: RequestContext, wish: Whom & { window?: Stretch }): Promise<Answer>;
  sent(context: RequestContext, wish: Whom & { scope?: string; window?: Stretch }): Promise<Answer>;
  unreachable(context: RequestContext, wish?: object): Promise<Answer>;
  pause(context: RequestContext, wish: PauseWish): Promise<Answer>;
  resume(context: RequestContext, wish: Whom): Promise<Answer>;
  own(context: RequestContext, wish: OwnWish): Promise<Answer>;
  away(context: RequestContext, wish: AwayWish): Promise<Answer>;
  stop(context: RequestContext, wish?: object): Promise<Answer>;
  snooze(context: RequestContext, wish: ActionWish): Promise<Answer>;
  notMine(context: RequestContext, wish: ActionWish): Promise<Answer>;
  answer(context: RequestContext, wish: ActionWish): Promise<Answer>;
  now(context: RequestContext, wish?: object): Promise<Answer>;
  /** Everybody at once who owes figures, or who is late. */
  askAll(context: RequestContext, wish: { what: "figures" | "late" }): Promise<Answer>;
  askUpdate(context: RequestContext, wish: Whom & { scope?: string }): Promise<Answer>;
}
