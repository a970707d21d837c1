/** What the slots of example sentences are filled with: words that a plan has, and everyday words that it lacks. */

import { cueWords, stopWords } from "../../src/nlu/lexicon.js";
import { plainWords } from "../../src/nlu/words.js";
import type { Catalogue, Item, Plan } from "../../src/plan/index.js";
import { pick, type Random } from "./random.js";

export type Slot = "item" | "theme" | "topic" | "measure" | "action" | "stage" | "time" | "period" | "person" | "value" | "status" | "reason" | "plan";
export type Fillers = Record<Slot, (random: Random) => string>;

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

const times = lines(`
  next week
  this week
  next month
  this month
  the next 30 days
  the next six weeks
  January
  March
  by the end of May
  next quarter
  this quarter
  Q3
  the summer
  1 October
  14 February 2027
  Friday
  Monday
  tomorrow
  the end of the year
  Easter
  Christmas
  20 August
  next year
  Year 3
  half term`);
const periods = lines(`
  Q1
  Q2
  Q3
  last quarter
  this quarter
  2025-26
  2026-27 Q1
  last year
  October
  last month
  2025-26 Q4
  September
  this year
  the summer term`);
const values = lines(`
  42
  67%
  £12,400
  3.8
  yes
  1,250
  0
  17
  95%
  £1.2m
  230
  4.5
  8
  zero`);
const statuses = lines(`
  red
  amber
  green
  blue
  off track
  at risk
  on track
  complete
  done
  not started
  cancelled
  late
  overdue
  finished
  behind
  delayed
  on hold`);
const reasons = lines(`
  the contractor went bust
  we lost two members of staff
  waiting for legal
  the supplier is late
  no money left
  the survey came back late
  still out to consultation
  the system was down
  nobody sent me the data
  the weather held us up
  we ran out of time
  the board put it back
  it went really well
  all signed off now
  three more joined this week`);
const names = lines(`
  Priya
  Tom
  Marek Nowak
  Aisha
  Mrs Donnelly
  Dave
  the head of finance
  the deputy director
  the comms team
  Siobhan Murphy
  Ken
  the service manager
  Olu Adebayo
  my boss
  Jean from HR`);
/** Measures in the words of people who never saw how the plan puts it. */
const outcomes = lines(`
  people waiting too long
  kids who can read by seven
  folk happy with us
  complaints
  staff off sick
  how full the classes are
  empty houses
  money raised
  visits
  calls answered
  things stolen
  trees put in
  people in work
  jabs given
  falls on the ward
  volunteers
  staff leaving
  children in care
  empty shops
  new homes
  damp houses
  broken windows
  phone wait
  sick days
  repeat visits
  parents turning up
  swimmers
  missed appointments
  clean water
  young people in trouble`);

const digits = /^(\p{L}*)(\d.*)$/u;

export function fillersOf(plan: Plan, catalogue: Catalogue, everyday: readonly string[]): Fillers {
  const of = (...types: Item["type"][]) => catalogue.items.filter((item) => types.includes(item.type));
  const [priorities, actions, measures, themes] = [of("priority"), of("action"), of("measure"), of("theme")];
  const subjects = [...of("priority", "action").flatMap((item) => runsOf(textOf(item))), ...catalogue.items.flatMap(aliasesOf)];
  const labels = actions.flatMap((item) => (item.type === "action" ? (item.action.milestones ?? []).flatMap(({ label }) => label ?? []) : []));
  const measured = measures.flatMap((item) => [measureWords(textOf(item)), ...runsOf(textOf(item)).slice(0, 2)]);
  const people = peopleIn(plan);

  const topic = (random: Random) => (random() < 0.6 ? pick(subjects, random) : pick(everyday, random));
  const reference = (items: Item[], noun: string) => (random: Random) => {
    const { id } = pick(items, random);
    const spelled = random() < 0.15 && digits.test(id) ? id.replace(".", " point ") : id;
    return random() < 0.35 ? `${noun} ${id}` : spelled;
  };
  return {
    item: (random) => (random() < 0.75 ? reference(priorities, "priority") : reference(actions, "action"))(random),
    theme: (random) => {
      const theme = pick(themes, random);
      return random() < 0.3 ? `theme ${theme.id}` : random() < 0.3 ? `the ${textOf(theme)} theme` : textOf(theme);
    },
    topic,
    measure: (random) => {
      const share = random();
      if (share < 0.2) return pick(measures, random).id;
      return share < 0.65 ? pick(measured, random) : share < 0.85 ? pick(outcomes, random) : pick(everyday, random);
    },
    action: (random) => {
      const share = random();
      return share < 0.4 ? reference(actions, "action")(random) : share < 0.5 ? reference(priorities, "priority")(random) : topic(random);
    },
    stage: (random) => {
      const label = labels.length ? pick(labels, random) : pick(["pilot", "design", "consultation", "launch", "roll out", "tender"], random);
      const of = random();
      return of < 0.4 ? `the ${label}` : of < 0.7 ? `the ${label} of ${pick(actions, random).id}` : `the ${label} for ${topic(random)}`;
    },
    time: (random) => pick(times, random),
    period: (random) => pick(periods, random),
    person: (random) => (people.length && random() < 0.6 ? pick(people, random) : pick(names, random)),
    value: (random) => pick(values, random),
    status: (random) => pick(statuses, random),
    reason: (random) => pick(reasons, random),
    plan: (random) => (random() < 0.5 ? plan.title : `the ${runsOf(plan.title)[0] ?? plan.title} plan`),
  };
}

function textOf(item: Item): string {
  if (item.type === "theme") return item.theme.name;
  if (item.type === "priority") return item.priority.title;
  return item.type === "action" ? item.action.text : item.measure.text;
}

const aliasesOf = (item: Item): string[] => (item.type === "priority" ? (item.priority.aliases ?? []) : []);

/** "Set up a joint case panel with housing associations" to "joint case panel", "housing associations". */
function runsOf(text: string): string[] {
  const runs: string[][] = [[]];
  for (const word of plainWords(text)) {
    if (stopWords.has(word) || cueWords.has(word) || !/^\p{L}/u.test(word)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  const found = runs.filter((run) => run.length).map((run) => run.slice(-3).join(" "));
  // The first word of a title or an action is its verb.
  return found.length > 1 ? found.slice(1) : found;
}

const measureWords = (text: string): string =>
  text
    .replace(/^(?:the )?(?:number|percentage|proportion|share|rate|%|total|average) (?:of )?/i, "")
    .split(/[,;(]/)[0]
    ?.split(" ")
    .slice(0, 8)
    .join(" ")
    .toLowerCase() ?? text;

function peopleIn(plan: Plan): string[] {
  const addresses = plan.themes.flatMap(({ priorities }) =>
    priorities.flatMap(({ lead, actions = [], measures = [] }) => [lead, ...actions.map((it) => it.lead), ...measures.map((it) => it.reporter)]),
  );
  return [...new Set(addresses.filter((it): it is string => typeof it === "string"))].flatMap((address) => {
    const name = (address.split("@")[0] as string).replaceAll(".", " ");
    return [name, name.split(" ")[0] as string];
  });
}
