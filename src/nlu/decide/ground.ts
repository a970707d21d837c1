/** How the rules came to a reading. */
export type Ground =
  /** Every word of the text is accounted for. */
  | "explained"
  /** A rule fits, but some words are not of the plan. */
  | "partly"
  /** Only the rule fits that takes whatever names something of the plan. */
  | "anything"
  /** It wants something changed, or speaks of reminders: those rules are narrow. */
  | "command"
  /** Nothing but what is to be shown: "2.3?" */
  | "bare"
  /** It leans on the turn before, of which the classifier knows nothing. */
  | "follow-up";
