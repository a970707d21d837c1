/** What the views of answers are made of. */
import type { Colour } from "./colour.js";

export type { Colour } from "./colour.js";

/** A status as people read it: `{ word: "Off track", colour: "red" }` is shown as "Off track (red)". */
export interface Badge {
  word: string;
  colour: Colour;
}

/** One line of a list: an id as printed, its words, perhaps a status, and one short line of facts ("Due 31 March 2027 · Lead: …"). */
export interface Row {
  id: string;
  text: string;
  badge?: Badge;
  detail?: string;
}

/** A list with a heading. `more` is a sentence for what is not shown ("and 4 more"). */
export interface Section {
  heading: string;
  rows: Row[];
  more?: string;
  /** Out of sight until a button with these words is pressed ("Show 3 actions"), where a view can fold. */
  fold?: string;
}

/** Something to press that asks the bot a question in words, exactly as if the person had typed `says`. */
export interface Suggestion {
  label: string;
  says: string;
  /** Id of the plan that is asked, where several are loaded. */
  plan?: string;
}

/** Something to press that has a verb of the bot's done. */
export interface Press {
  label: string;
  /** "figures.record": one of the assistant's verbs. */
  verb: string;
  /** Comes back with what was typed into the form around it; plain JSON. */
  data: Record<string, unknown>;
  style?: "positive" | "destructive";
  /** Leaves out what was typed. */
  alone?: boolean;
}

/** Facts of which one question in ten wants to know, and what to ask next: out of sight until "More" is pressed, with where the answer is from. */
export interface Details {
  facts: { label: string; value: string }[];
  suggestions: Suggestion[];
}

/** What every answer has that tells facts. */
export interface Common {
  /** What the answer took from the turn before ("Still about 2.3"), when it carried something over. */
  carried?: string;
  /** What is missing or not known, a sentence each. */
  gaps: string[];
  /** As when, and who last changed the facts, a sentence each; the first alone is always in sight. */
  sources: string[];
  /** At most four follow-up questions. */
  suggestions: Suggestion[];
}
