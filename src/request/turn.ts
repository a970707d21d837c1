/** One message of a person: who says what, where and when. */

/** Someone who asks. `id` is the Entra object id where the channel gives one. */
export interface Asker {
  id: string;
  email?: string;
  name?: string;
}

/** The default one: cards were of it while it was the only one. */
export const firstPlan = "";

/** A message that another one answers: its id in the channel, and the beginning of its words where the client gives them. */
export interface Quote {
  id?: string;
  preview?: string;
}

/** One message of a person. `at` is the activity's timestamp: "today" is its date in the plan's time zone. */
export interface Turn {
  text: string;
  at: Date;
  conversationId: string;
  /** What the message is said of. */
  quotes?: readonly Quote[];
  /** Id of the team whose channel it is said in. */
  team?: string;
  asker: Asker;
  /** Whether it was not answered before; that is found out while the rest is. Missing when nobody has to ask. */
  isNew?: Promise<boolean>;
  /** Hears why what was asked could not be remembered, perhaps after the answer. */
  onLost?(error: unknown): void;
  /** In a channel or a group, where others read the answer. */
  shared?: boolean;
  /** Id of the plan that the card or the command is about, `firstPlan` for a card that names none; without it the one that is used in the conversation. */
  plan?: string;
}
