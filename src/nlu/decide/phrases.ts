/** How a reading is said, so that it can stand on a button and is read back as just that. */
import type { Phrase } from "./offers.js";

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const always =
  (words: string): Phrase =>
  () =>
    words;
/** `whole` for the plan or no scope, `part` for an item. */
const scoped =
  (whole: string, part: (name: string) => string): Phrase =>
  ({ scope }, name) => {
    const id = text(scope);
    return !id || id === "plan" ? whole : part(name(id));
  };
const aboutMeasure =
  (part: (name: string) => string, none?: string): Phrase =>
  ({ measure }, name) => {
    const id = text(measure);
    return id ? part(name(id)) : none;
  };
const aboutAction =
  (part: (name: string) => string, none?: string): Phrase =>
  ({ action }, name) => {
    const id = text(action);
    return id ? part(name(id)) : none;
  };
const ofPerson =
  (own: string, others: Phrase): Phrase =>
  (args, name) =>
    args.person === undefined ? others(args, name) : args.scope && args.scope !== "plan" ? undefined : own;

const statusWords: Record<string, string> = {
  red: "off track",
  amber: "at risk",
  green: "on track",
  complete: "complete",
  "not-started": "not started",
  cancelled: "cancelled",
  overdue: "overdue",
};

export const PHRASES: Readonly<Record<string, Phrase>> = {
  "who-is-who": always("Who is who?"),
  "plan-to-do": always("What is left to set up?"),
  "import-help": always("How do I import a plan?"),
  standing: scoped("How is the plan doing?", (name) => `How is ${name} doing?`),
  actions: ({ scope, states, person }, name) => {
    const [state] = (states as string[] | undefined) ?? [];
    const id = text(scope);
    if (person !== undefined) return undefined;
    const where = id && id !== "plan" ? ` in ${name(id)}` : "";
    return state ? `Which actions${where} are ${statusWords[state]}?` : `List the actions${where || " in the plan"}`;
  },
  calendar: always("Which year of the plan is it?"),
  "changed-since": ({ scope, window }, name) =>
    window ? undefined : text(scope) && scope !== "plan" ? `What has changed in ${name(String(scope))}?` : "What has changed in the plan?",
  chart: scoped("Chart of the plan", (name) => `Chart of ${name}`),
  compare: ({ scopes }, name) => {
    const [first, second, third] = (scopes as string[] | undefined) ?? [];
    return first && second && !third ? `Compare ${name(first)} and ${name(second)}` : undefined;
  },
  count: ({ what, states, scope }, name) => {
    const [state, other] = (states as string[] | undefined) ?? [];
    const id = text(scope);
    const where = id && id !== "plan" ? ` in ${name(id)}` : "";
    return other ? undefined : `How many ${what}${where} are ${state ? statusWords[state] : "there"}?`;
  },
  deadline: ({ scope, label }, name) => (label ? undefined : text(scope) && scope !== "plan" ? `When is ${name(String(scope))} due?` : undefined),
  due: ({ window, scope, soon, person }, name) => {
    if (person !== undefined) return undefined;
    const label = soon ? "the next 28 days" : text((window as { label?: string } | undefined)?.label);
    const id = text(scope);
    return label && `What is due${id && id !== "plan" ? ` in ${name(id)}` : ""} in ${label}?`;
  },
  figure: ({ measure, aspect, window, back }, name) => {
    const id = text(measure);
    if (!id || window || back) return undefined;
    const words: Record<string, string> = { trend: "Trend of", target: "Target of", baseline: "Baseline of", reporter: "Who reports" };
    const start = words[text(aspect) ?? ""] ?? "Latest figure for";
    return `${start} ${name(id)}${start.startsWith("Who") ? "?" : ""}`;
  },
  held: ({ person }) => (text(person) ? `What does ${person} lead?` : "What do I lead?"),
  help: always("What can I ask?"),
  history: aboutMeasure((name) => `History of ${name}`),
  leads: scoped("Who leads what?", (name) => `Who leads ${name}?`),
  measures: scoped("List the measures of the plan", (name) => `What are the measures of ${name}?`),
  missing: ofPerson(
    "What figures are missing from me?",
    scoped("What figures are missing?", (name) => `What figures are missing in ${name}?`),
  ),
  "my-actions": always("My actions"),
  "my-reminders": always("My reminders"),
  overdue: ofPerson(
    "What is overdue for me?",
    scoped("What is overdue?", (name) => `What is overdue in ${name}?`),
  ),
  plans: always("Which plans are there?"),
  ranking: scoped("What is furthest behind?", (name) => `What is furthest behind in ${name}?`),
  "reminders-ahead": always("What will you send next?"),
  "reminders-own": always("My reminder settings"),
  "reminders-sent": always("What have you sent me?"),
  "reminders-stop": always("Stop reminding me"),
  "reminders-unreachable": always("Who cannot be reached?"),
  report: scoped("Give me a report", (name) => `Report on ${name}`),
  "report-figure": ({ measure, value, window }, name) => {
    const id = text(measure);
    const during = (window as { label?: string } | undefined)?.label;
    return id ? `Report ${text(value) ?? "the figure"} for ${name(id)}${text(value) && during ? ` for ${during}` : ""}` : "Report figures";
  },
  "change-status": ({ action, status }, name) => {
    const id = text(action);
    if (!id) return undefined;
    return text(status) ? `Mark ${name(id)} as ${String(status).replace("-", " ")}` : `Change the status of ${name(id)}`;
  },
  "mark-done": aboutAction((name) => `Mark ${name} as done`),
  "more-time": aboutAction((name) => `${name} needs more time`),
  "reminders-ask": aboutAction((name) => `Ask the lead of ${name} for an update`),
  "reminders-snooze": aboutAction((name) => `Snooze ${name}`),
  requests: always("Requests for more time"),
  "set-up": aboutMeasure((name) => `Set up ${name}`),
  "since-frozen": ({ scope, name: version }, name) =>
    version ? undefined : text(scope) && scope !== "plan" ? `What changed in ${name(String(scope))} since it was agreed?` : "What changed since it was agreed?",
  unanswered: always("What could you not answer?"),
  unled: always("What has no lead?"),
  "who-changed": scoped("Who changed what?", (name) => `Who changed ${name}?`),
  "who-manages": always("Who are the managers?"),
  worry: scoped("What should I worry about?", (name) => `What should I worry about in ${name}?`),
  "top-risks": scoped("What are the top risks?", (name) => `What are the top risks in ${name}?`),
  "needs-me": always("What needs me?"),
  "brief-me": scoped("Brief me on the plan", (name) => `Brief me on ${name}`),
  "good-news": scoped("What went well?", (name) => `What went well in ${name}?`),
  "sitting-on": always("Who is holding things up?"),
  "plan-alive": always("How alive is the plan?"),
  "about-to-slip": scoped("What is about to slip?", (name) => `What is about to slip in ${name}?`),
  "held-up": scoped("What is holding things up?", (name) => `What is holding ${name} up?`),
  "slipped-since": ({ window }) => (window ? undefined : "What has slipped?"),
  "most-overdue": always("What has been overdue longest?"),
  "how-late": scoped("How late are we?", (name) => `How late is ${name}?`),
  "met-late": scoped("What was done late?", (name) => `What was done late in ${name}?`),
  undated: always("Which actions have no date?"),
  "measures-better": scoped("Which measures got better?", (name) => `Which measures got better in ${name}?`),
  "measures-worse": scoped("Which measures got worse?", (name) => `Which measures got worse in ${name}?`),
  "measures-met": scoped("Which measures met their target?", (name) => `Which measures met their target in ${name}?`),
  "measures-missed": scoped("Which measures missed their target?", (name) => `Which measures missed their target in ${name}?`),
  "measures-no-figures": scoped("Which measures never had a figure?", (name) => `Which measures never had a figure in ${name}?`),
  "measures-no-target": always("Which measures have no target?"),
  "figure-good": aboutMeasure((name) => `Is the figure of ${name} any good?`),
  "what-do-i-report": always("What do I report?"),
  "plan-size": always("How big is the plan?"),
  themes: always("What are the themes?"),
};
