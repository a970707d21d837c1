/** What managers hear on a Monday of the week before. Pure. */
import { countedOnce, dutyOf, expectedFigures, type Report } from "../figures/index.js";
import {
  addDays,
  type Catalogue,
  type Day,
  dayInWords,
  dueInWords,
  type ItemOf,
  instantInWords,
  leadOf,
  type Milestone,
  periodInWords,
} from "../plan/index.js";
import { milestoneLabel, withProgress } from "../progress/index.js";
import { listedUpTo, plural, shortened } from "../shared/words.js";
import { type ManagerItem, managerRungs } from "./due-item.js";
import { dueInDays, goesUpAfter } from "./ladder.js";
import { goesUpOn, milestoneKey, openPlaces } from "./lead-items.js";
import type { Standing } from "./standing.js";

type ActionItem = ItemOf<"action">;

/** From the day after the Monday before up to this one. */
export interface Week {
  after: Day;
  monday: Day;
}

/** A message that did not arrive, or may not have. */
export interface Undelivered {
  person: string;
  day: Day;
  state: "refused" | "unknown" | "never sent";
  why: string;
}

export interface ManagerView extends Standing {
  week: Week;
  /** Reports of the newest periods, by measure. */
  reports: Map<string, Report[]>;
  /** Day on which a lead was told that a milestone goes up, by its key. */
  told: ReadonlyMap<string, Day>;
  undelivered: Undelivered[];
  /** Leads and reporters who have never met the bot, or who removed it. */
  unreachable: string[];
  /** Working days on which nothing was sent because no pass ran. */
  missed?: { from: Day; to: Day };
}

/** After whatever is the reader's own. */
const afterOwn = 100_000;
const mostNamed = 6;
const longestReason = 200;

type Line = Omit<ManagerItem, "part" | "pressing" | "more" | "text"> & { text?: string; more?: string[] };

export function managerItems(view: ManagerView): ManagerItem[] {
  const { catalogue } = view.known;
  const lines = [
    ...missedLine(view),
    ...catalogue.actions.flatMap((item) => overdueLines(view, item)),
    ...longerOverdue(view, catalogue),
    ...timeLines(view, catalogue),
    ...reassignLines(view, catalogue),
    ...figureLines(view, catalogue),
    ...withoutLead(view, catalogue),
    ...undeliveredLines(view),
    ...unreachableLine(view),
  ];
  return lines.map(({ text = "", more = [], ...line }, place) => ({
    part: "manager",
    text,
    more,
    ...line,
    pressing: afterOwn + managerRungs.indexOf(line.rung) * 1_000_000 + place,
  }));
}

const overdueOf = (view: ManagerView, item: ActionItem): { place: number; milestone: Milestone }[] => {
  const facts = view.said.get(item.id);
  // One that waits for an answer to more time is still overdue.
  const all = openPlaces({ action: item.action, facts: facts && { ...facts, asked: {} } });
  return all.filter(({ milestone }) => milestone.due < view.week.monday);
};

const upOn = (view: ManagerView, item: ActionItem, { place, milestone }: { place: number; milestone: Milestone }): Day =>
  goesUpOn(milestone.due, view.told.get(milestoneKey(item.id, place)));

function overdueLines(view: ManagerView, item: ActionItem): Line[] {
  const { week, today } = view;
  return overdueOf(view, item).flatMap((overdue): Line[] => {
    const { place, milestone } = overdue;
    const label = milestoneLabel(item.action, place);
    const lead = leadOf(item);
    const about = {
      id: item.id,
      text: item.action.text,
      place,
      due: milestone.due,
      ...(label && { milestone: label }),
      ...(lead && { who: lead }),
    };
    const key = milestoneKey(item.id, place);
    const ledBy = lead ? `lead: ${lead}` : "no lead";
    if (milestone.due >= week.after)
      return [{ ...about, key: `overdue ${key}`, rung: "newly overdue", why: `newly overdue, ${dueInDays(milestone.due, today)}, ${ledBy}` }];
    const up = upOn(view, item, overdue);
    if (up <= week.after || up > week.monday) return [];
    return [{ ...about, key: `escalated ${key}`, rung: "escalated", why: `${dueInDays(milestone.due, today)}, ${ledBy}`, more: reasonLines(view, key, lead) }];
  });
}

function reasonLines({ settings, known }: ManagerView, key: string, lead: string | undefined): string[] {
  const reason = lead ? settings.get(lead)?.reasons?.find((one) => one.key === key) : undefined;
  if (!reason) return lead ? ["The lead was reminded 4 times and gave no reason."] : [];
  return [`${reason.by} on ${instantInWords(reason.at, known.plan.timeZone)}: ${shortened(reason.why, longestReason)}`];
}

/** What came up in earlier weeks is one line. */
function longerOverdue(view: ManagerView, { actions }: Catalogue): Line[] {
  const longer = actions.flatMap((item) =>
    overdueOf(view, item)
      .filter((overdue) => upOn(view, item, overdue) <= view.week.after)
      .map(() => item.id),
  );
  if (!longer.length) return [];
  const ids = [...new Set(longer)];
  return [
    {
      key: "longer overdue",
      id: "actions",
      rung: "escalated",
      why: `${plural(longer.length, "other milestone")} ${longer.length === 1 ? "has" : "have"} been overdue for longer: ${listedUpTo(ids, mostNamed)}`,
    },
  ];
}

function timeLines({ said, known }: ManagerView, catalogue: Catalogue): Line[] {
  return catalogue.actions.flatMap((item) =>
    Object.entries(said.get(item.id)?.asked ?? {}).map(([place, asked]): Line => {
      const label = milestoneLabel(item.action, Number(place));
      const due = withProgress(item.action, said.get(item.id)).milestones?.[Number(place)];
      return {
        key: `time ${milestoneKey(item.id, Number(place))}`,
        id: item.id,
        text: item.action.text,
        rung: "more time asked for",
        place: Number(place),
        ...(label && { milestone: label }),
        ...(due && { due: due.due }),
        who: asked.by,
        why: `more time until ${dayInWords(asked.due)} asked for by ${asked.by} on ${instantInWords(asked.at, known.plan.timeZone)}`,
        more: [`Reason: ${shortened(asked.why, longestReason)}`, ...(due?.slips ? [`Its date: ${dueInWords(due)}`] : [])],
      };
    }),
  );
}

function reassignLines({ settings, known }: ManagerView, catalogue: Catalogue): Line[] {
  return [...settings].flatMap(([whose, { reassigns = [] }]) =>
    reassigns.flatMap(({ action, by, at, why }): Line[] => {
      const item = catalogue.find(action);
      // Somebody else has been named since.
      if (item?.type !== "action" || (leadOf(item) ?? whose) !== whose) return [];
      const said = `${by} says it is not theirs (${instantInWords(at, known.plan.timeZone)})`;
      return [
        {
          key: `reassign ${item.id}`,
          id: item.id,
          text: item.action.text,
          rung: "to be reassigned",
          who: by,
          why: said,
          more: [shortened(why, longestReason)],
        },
      ];
    }),
  );
}

/** "18 of 20 are in", a line for each kind of period. */
function figureLines({ known, reports, today }: ManagerView, catalogue: Catalogue): Line[] {
  const expected = expectedFigures(known.plan, countedOnce(catalogue, catalogue.measures), reports, today);
  const periods = [...new Map(expected.map(({ period }) => [period.name, period])).values()];
  return periods.flatMap((period): Line[] => {
    const all = expected.filter((one) => one.period.name === period.name);
    const missing = all.filter(({ report }) => !report);
    if (!missing.length) return [];
    const inSoFar = all.length - missing.length;
    const people = [...new Set(missing.map(({ item }) => dutyOf(item) ?? "nobody named"))];
    const late = missing.filter((one) => one.late).length;
    const why = `figures missing: ${inSoFar} of ${all.length} are in for ${periodInWords(period)}${late ? `, ${late} late` : ""}`;
    return [{ key: `figures ${period.name}`, id: "figures", rung: "figures missing", why, more: [`Not yet from ${listedUpTo(people, mostNamed)}`] }];
  });
}

function withoutLead({ said }: ManagerView, catalogue: Catalogue): Line[] {
  const live = ({ id, action }: ActionItem) => !["complete", "cancelled"].includes(withProgress(action, said.get(id)).status ?? "");
  const actions = catalogue.actions.filter((item) => !leadOf(item) && live(item)).map(({ id }) => id);
  const measures = catalogue.measures.filter((item) => !dutyOf(item) && !item.measure.countsAs).map(({ id }) => id);
  const line = (ids: string[], one: string, lacks: string): Line[] =>
    ids.length
      ? [
          {
            key: `no lead ${one}`,
            id: "people",
            rung: "no lead",
            why: `${plural(ids.length, one)} without ${lacks}: ${listedUpTo(ids, mostNamed)}`,
            more: ['Say "make a@example.org the lead of 1.5" to name one.'],
          },
        ]
      : [];
  return [...line(actions, "action", "a lead"), ...line(measures, "measure", "a reporter or a lead")];
}

const stateWords: Record<Undelivered["state"], string> = { refused: "was refused", unknown: "may not have arrived", "never sent": "could not be sent" };

const undeliveredLines = ({ undelivered }: ManagerView): Line[] =>
  undelivered.map(({ person, day, state, why }) => ({
    key: `message ${person} ${day}`,
    id: "messages",
    rung: "not delivered",
    who: person,
    why: `the message to ${person} of ${dayInWords(day)} ${stateWords[state]}`,
    more: [why],
  }));

function unreachableLine({ unreachable }: ManagerView): Line[] {
  if (!unreachable.length) return [];
  return [
    {
      key: "unreachable",
      id: "people",
      rung: "cannot be reached",
      why: `${plural(unreachable.length, "person", "people")} cannot be reached: ${listedUpTo(unreachable, mostNamed)}`,
      more: ["Ask them to open Waymark in Teams and say hello once, or have your Teams administrator install it for them."],
    },
  ];
}

function missedLine({ missed }: ManagerView): Line[] {
  if (!missed) return [];
  const when = missed.from === missed.to ? `on ${dayInWords(missed.from)}` : `from ${dayInWords(missed.from)} to ${dayInWords(missed.to)}`;
  return [
    {
      key: "pass missed",
      id: "reminders",
      rung: "pass missed",
      why: `no reminders were sent ${when}, as no pass ran`,
      more: ["What was missed has been caught up."],
    },
  ];
}

/** Milestones whose lead may have been told that they go up, so far back as a week can reach. */
export const mayGoUp = (view: Pick<ManagerView, "said">, item: ActionItem, before: Day): string[] =>
  openPlaces({ action: item.action, facts: view.said.get(item.id) })
    .filter(({ milestone }) => milestone.due <= addDays(before, -(goesUpAfter - 7)))
    .map(({ place }) => milestoneKey(item.id, place));
