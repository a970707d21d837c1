import type { Moment } from "../../people/index.js";
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
export interface ReminderDesk {
  /** Of these people, those who can be written to. */
  reached(emails: readonly string[]): Promise<ReadonlySet<string>>;
  mine(moment: Moment, wish?: object): Promise<Answer>;
  ahead(moment: Moment, wish: Whom & { window?: Stretch }): Promise<Answer>;
  sent(moment: Moment, wish: Whom & { scope?: string; window?: Stretch }): Promise<Answer>;
  unreachable(moment: Moment, wish?: object): Promise<Answer>;
  pause(moment: Moment, wish: PauseWish): Promise<Answer>;
  resume(moment: Moment, wish: Whom): Promise<Answer>;
  own(moment: Moment, wish: OwnWish): Promise<Answer>;
  away(moment: Moment, wish: AwayWish): Promise<Answer>;
  stop(moment: Moment, wish?: object): Promise<Answer>;
  snooze(moment: Moment, wish: ActionWish): Promise<Answer>;
  notMine(moment: Moment, wish: ActionWish): Promise<Answer>;
  answer(moment: Moment, wish: ActionWish): Promise<Answer>;
  now(moment: Moment, wish?: object): Promise<Answer>;
  /** Everybody at once who owes figures, or who is late. */
  askAll(moment: Moment, wish: { what: "figures" | "late" }): Promise<Answer>;
  askUpdate(moment: Moment, wish: Whom & { scope?: string }): Promise<Answer>;
}
