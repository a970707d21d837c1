import type { z } from "zod/v4";
import type { Item } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";
import type { Says } from "./says.js";

/** A question or a command that people may say: one file each, registered once. Whatever understands a text only picks the name and the arguments. */
export interface Intent<Name extends string = string, Args extends z.ZodType = z.ZodType> {
  name: Name;
  /** What it answers, in a sentence that a model or a reader could choose by. */
  about: string;
  args: Args;
  /** Its words on a button. Without them it is never offered. */
  says?: Says;
  traits: Traits<z.output<Args>>;
  /** How people say it, with slots for what comes from a plan. Two of a kind in one sentence are two different ones. */
  examples: readonly string[];
  answer(args: z.output<Args>, context: AnswerContext): Promise<Answer>;
}

/** What may stand in braces in an example, and what fills it. */
export const SLOTS = {
  item: "a reference as printed: 2.3, priority 2.3, A1.2",
  theme: "a theme, by its name or number",
  topic: "words for a subject, as people say it: heat pumps, story time",
  measure: "a measure in words, sometimes by its reference",
  action: "an action by its reference, in short words, or by its topic",
  stage: "a milestone by its label",
  time: "a day, month, quarter or stretch: March, next week, 1 October",
  period: "a period of reporting: Q2, last year, 2025-26",
  person: "a name or a post",
  value: "a figure: 42, 67%, £12,400, yes",
  status: "a colour or a status word",
  reason: "a reason or note, half a sentence",
  plan: "a plan by its title",
} as const;

/** Something of each sort from the plan in hand, to make questions of: ids, and the theme by its name. */
export interface Samples {
  priority?: string;
  theme?: string;
  action?: string;
  measure?: string;
  /** A lead that the plan names in words, of whom nobody has said who that is. */
  printedLead?: string;
}

/** A question that help offers. */
export interface HelpLine {
  /** Nothing when the plan has nothing of that sort. */
  says: string | ((samples: Samples) => string | undefined);
  about?: string | ((samples: Samples) => string);
  /** For those alone; for everybody when missing. */
  for?: "managers" | "leads" | "reporters";
  /** Order among those that are for the same people. */
  place: number;
}

/** A question in the menu beside the message box of Teams. A title is sent as it stands. */
export interface MenuLine {
  /** At most 32 characters: what every version of Teams takes. */
  title: string;
  /** At most 128. */
  description: string;
  /** "personal": in a chat with the bot alone. "shared": in channels and group chats, where everybody reads the answer. */
  in: readonly ("personal" | "shared")[];
  place: number;
}

/** What holds of an intent by itself, whatever its answer looks like. They stand in place of lists of names. */
export interface Traits<Args = unknown> {
  help?: readonly HelpLine[];
  menu?: readonly MenuLine[];
  /** It has something changed or sent; its answer is the form or the button for that. */
  command?: true;
  /** Nobody asks for it: it is what is answered otherwise. It has no examples. */
  internal?: true;
  /** It only reads, so its card may ask again when it is opened. */
  refreshable?: true;
  /** The answer is the asker's alone: where others read it goes to the asker's own chat. What somebody asks about themselves by `person` always is. */
  personal?: true;
  /** The same where only some of its answers are. */
  personalWhen?(args: Args, context: AnswerContext): boolean;
  /** "setting": what is said holds for every plan and is kept with the default one. "all": the answer speaks of every plan, and says of each thing which it is of. */
  plans?: "setting" | "all";
  /** What it may be about, by `scope`, `scopes`, `action` or `measure`. */
  subjects?: readonly Item["type"][];
  /** A reason given with it is kept as its `note`. */
  takesReason?: true;
  /** It asks for what is over: a month without a year, said of it or right after it, has gone by. */
  looksBack?: true;
  /** Arguments that the next message may exchange while the rest stays: "and 2.4?", "in May?", "only mine". */
  followUp?: readonly ("scope" | "measure" | "window" | "person")[];
  /** A subject alone, said next, asks how that stands. */
  bareSubject?: "status";
  /** What its rows are, in printed order: "the second one" said next is one of them. */
  lists?: "actions" | "measures";
  /** Its rows name who leads each: "who leads them?" is answered by it again. */
  namesLeads?: true;
  /** Answered only when nothing else of the message was understood. */
  lastResort?: true;
  /** The text was not understood for certain; counted. */
  missed?: true;
  /** It asks for what no plan holds; the words of its subject need not be of the plan. */
  outOfPlan?: true;
  /** There was no answer: the words are kept for the managers. */
  unanswered?: true;
}

/** Keeps the types of name, arguments and answer together. */
export const defineIntent = <const Name extends string, Args extends z.ZodType>(intent: Intent<Name, Args>): Intent<Name, Args> => intent;
