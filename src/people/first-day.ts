/** What is left to do with a plan that has come in, so that it works by itself: a line each, with the way to do it. Pure. */
import {
  type Catalogue,
  isSaid,
  leadOf,
  leadSaidOf,
  type PlanAction,
  type PrintedPerson,
  type ReviewNote,
  statusOf,
  unreportedMilestones,
} from "../plan/index.js";
import { are, listedUpTo, plural } from "../shared/words.js";
import { peopleToSettle } from "./naming/printed-people.js";

export interface ToDo {
  what: string;
  /** How it is done, and why it matters. */
  how: string;
  /** What a manager says in the chat to do it. */
  says?: string;
}

export interface FirstDayFacts {
  catalogue: Catalogue;
  printed?: readonly PrintedPerson[] | undefined;
  look: readonly ReviewNote[];
  /** As they stand now; as they came in when nothing is given. */
  actions?: readonly PlanAction[];
  /** Those whom the bot can write to, of everybody whom the plan names. */
  reached: ReadonlySet<string>;
}

const mostNamed = 6;

/** Everybody with an address whom the plan expects something of. */
export const namedInPlan = ({ actions, measures }: Catalogue): string[] => [
  ...new Set([...actions.map(leadOf), ...measures.map(({ measure, priority }) => measure.reporter ?? priority.lead)].filter((email) => email !== undefined)),
];

/** For a manager to send to those who have not met the bot. */
export const invitation = (title: string): string =>
  `"You have actions or figures in ${title}. Please open Waymark in Teams and say hello. It will show you what is yours and remind you in time."`;

/** When reminders go, and to whom. */
export const remindersBegin =
  "They start on the next working day. Leads hear 28 and 7 days before a date, on the day, and each week after it. People who report figures hear when a period is over. Managers get a summary on Mondays.";

/** What is left to do with a plan that was just loaded, the most pressing first, each with what to say to do it. */
export function toDoWith(title: string, { catalogue, printed, look, actions = catalogue.actions.map(({ action }) => action), reached }: FirstDayFacts): ToDo[] {
  const open = actions.filter((action) => !["complete", "cancelled"].includes(statusOf(action)));
  const waiting = peopleToSettle(catalogue, printed).length;
  const unled = catalogue.actions.filter((item) => !leadSaidOf(item)).map(({ id }) => id);
  const unreported = actions.filter((action) => unreportedMilestones(action).length).map(({ id }) => id);
  const unsaid = open.filter((action) => !isSaid(action)).length;
  const undated = open.filter((action) => !action.milestones?.length && !action.ongoing).length;
  const guessed = catalogue.measures.filter(({ measure }) => measure.inferred?.length && measure.kind !== "narrative").map(({ id }) => id);
  const strangers = namedInPlan(catalogue).filter((email) => !reached.has(email));
  const first = catalogue.actions[0]?.id ?? "1.1";
  return [
    ...when(look.length, {
      what: `${plural(look.length, "row")} to check`,
      how: "I was not sure how to read these. Correct them in the file and send it to me again: nothing that people have reported since is lost.",
    }),
    ...when(waiting, {
      what: `${waiting === 1 ? "1 lead or reporter is" : `${waiting} leads and reporters are`} named only by job title or team`,
      how: "Tell me once who each of them is, all on one form. Until then nobody gets their reminders.",
      says: "Who is who?",
    }),
    ...when(unled.length, {
      what: `${plural(unled.length, "action")} without a lead: ${listedUpTo(unled, mostNamed)}`,
      how: `To name one, say "name the lead of ${unled[0]}".`,
      says: "What has no lead?",
    }),
    ...when(unreported.length, {
      what: `${plural(unreported.length, "action")} not yet reported: ${listedUpTo(unreported, mostNamed)}`,
      how: `Their dates had passed when the plan was loaded. Say how each is going ("${unreported[0]} is complete"). Until then they do not count as overdue.`,
      says: "What is overdue?",
    }),
    ...when(unsaid - unreported.length, {
      what: `${plural(unsaid - unreported.length, unreported.length ? "more action" : "action")} without a status`,
      how: `They count as not started. To set one, say for example "${first} is on track". Its lead can do this too.`,
      says: "Which actions are not started?",
    }),
    ...when(undated, {
      what: `${plural(undated, "action")} ${undated === 1 ? "has" : "have"} no clear date`,
      how: "Nobody is reminded about them, and they are never overdue. To add dates, put them in the file and send it again.",
      says: "Which actions have no date?",
    }),
    ...when(guessed.length, {
      what: `${plural(guessed.length, "measure")} to set up: ${listedUpTo(guessed, mostNamed)}`,
      how: `I worked out what they count from their wording. To check one, say "set up ${guessed[0]}".`,
      ...(guessed[0] && { says: `Set up ${guessed[0]}` }),
    }),
    ...when(strangers.length, {
      what: `${plural(strangers.length, "person", "people")} ${are(strangers.length)} named who ${strangers.length === 1 ? "has" : "have"} not opened Waymark: ${listedUpTo(strangers, mostNamed)}`,
      how: `I cannot write to them yet. You could send them this: ${invitation(title)}`,
      says: "Who cannot be reached?",
    }),
  ];
}

const when = (count: number, one: ToDo): ToDo[] => (count > 0 ? [one] : []);
