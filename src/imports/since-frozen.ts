/** What is different between a plan as it was kept and as it stands. Pure. */
import { valueInWords } from "../figures/index.js";
import {
  type Catalogue,
  dayInWords,
  type Figure,
  instantInWords,
  isUnder,
  type Measure,
  type Plan,
  type PlanAction,
  periodInWords,
  periodNamed,
  statusInWords,
} from "../plan/index.js";
import { shortened } from "../shared/words.js";
import { mergePlans } from "./merge.js";

export interface Difference {
  id: string;
  what: string;
}

export interface Differences {
  added: string[];
  gone: string[];
  worded: Difference[];
  moved: Difference[];
  leads: Difference[];
  statuses: Difference[];
  /** Measures with figures that are new, corrected or gone. */
  figures: Difference[];
}

const live = <T extends { retired?: boolean }>(items: T[]): T[] => items.filter(({ retired }) => !retired);

const inSight = (plan: Plan): Plan => ({
  ...plan,
  themes: live(plan.themes).map((theme) => ({
    ...theme,
    priorities: live(theme.priorities).map((priority) => ({ ...priority, actions: live(priority.actions), measures: live(priority.measures) })),
  })),
});

const prioritiesOf = (plan: Plan) => plan.themes.flatMap(({ priorities }) => priorities);
const datesOf = ({ milestones = [] }: PlanAction): string =>
  milestones.map(({ label, due }) => `${label ? `${label} ` : ""}${dayInWords(due)}`).join(", ") || "no date";

function differing<T extends { id: string }>(before: T[], now: T[], said: (item: T) => string): Difference[] {
  const old = new Map(before.map((item) => [item.id, said(item)]));
  return now.flatMap((item) => {
    const [from, to] = [old.get(item.id), said(item)];
    return from === undefined || from === to ? [] : [{ id: item.id, what: `was ${from}, is ${to}` }];
  });
}

/** What is different between a kept version and the plan as it stands. Items that were taken out of sight count as gone. */
export function differences(kept: Plan, standing: Plan): Differences {
  const [before, now] = [inSight(kept), inSight(standing)];
  const { added, retired, reworded } = mergePlans(before, now).changes;
  const [old, next] = [prioritiesOf(before), prioritiesOf(now)];
  const [oldActions, actions] = [old.flatMap((one) => one.actions), next.flatMap((one) => one.actions)];
  const leadOr =
    (none: string) =>
    ({ lead }: { lead?: string }) =>
      lead ?? none;
  return {
    added,
    gone: retired,
    worded: reworded.map(({ id, part, from, to }) => ({ id, what: `${part} was "${from || "nothing"}", is "${to || "nothing"}"` })),
    moved: differing(oldActions, actions, datesOf),
    leads: [...differing(old, next, leadOr("nobody")), ...differing(oldActions, actions, leadOr("none of its own"))],
    statuses: differing(oldActions, actions, ({ status = "not-started" }) => statusInWords(status)),
    figures: next
      .flatMap((one) => one.measures)
      .flatMap((measure) =>
        figuresOf(
          measure,
          old.flatMap((one) => one.measures).find(({ id }) => id === measure.id),
          standing,
        ),
      ),
  };
}

/** "2026-27 Q2", "October 2026" */
function periodSaid(plan: Plan, name: string): string {
  const period = periodNamed(plan, name);
  return period?.frequency === "monthly" ? periodInWords(period) : name;
}

/** More are counted. */
const mostSaid = 4;

/** "2026-27 Q2 is new: 44 entrepreneurs (by … on 3 November 2026); 2026-27 Q1 was 40 entrepreneurs, is 42 entrepreneurs (…)", newest period first. */
function figuresOf(measure: Measure, before: Measure | undefined, plan: Plan): Difference[] {
  const old = new Map((before?.figures ?? []).map((figure) => [figure.period, figure.value]));
  const [now, value] = [measure.figures ?? [], (one: Figure["value"]) => shortened(valueInWords(measure, one), 80)];
  const there = new Set(now.map(({ period }) => period));
  const who = ({ by, at }: Figure) => [by && `by ${by}`, at && `on ${instantInWords(at, plan.timeZone)}`].filter(Boolean).join(" ");
  const said = now.flatMap((figure): string[] => {
    const [was, from] = [old.get(figure.period), who(figure)];
    const reported = from && ` (${from})`;
    if (was === undefined) return [`${periodSaid(plan, figure.period)} is new: ${value(figure.value)}${reported}`];
    return was === figure.value ? [] : [`${periodSaid(plan, figure.period)} was ${value(was)}, is ${value(figure.value)}${reported}`];
  });
  const gone = [...old].flatMap(([period, was]) => (there.has(period) ? [] : [`${periodSaid(plan, period)} was ${value(was)}, has no figure any more`]));
  const all = [...said.reverse(), ...gone];
  const rest = all.length - mostSaid;
  return all.length ? [{ id: measure.id, what: [...all.slice(0, mostSaid), ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ") }] : [];
}

/** Of one item and what stands under it, in either plan. */
export function within(found: Differences, id: string, plans: readonly Catalogue[]): Differences {
  const ids = new Set(plans.flatMap(({ items }) => items.filter((item) => isUnder(item, id)).map((item) => item.id)));
  const own = (all: Difference[]) => all.filter((one) => ids.has(one.id));
  const { added, gone, worded, moved, leads, statuses, figures } = found;
  return {
    added: added.filter((one) => ids.has(one)),
    gone: gone.filter((one) => ids.has(one)),
    ...{ worded: own(worded), moved: own(moved), leads: own(leads), statuses: own(statuses), figures: own(figures) },
  };
}

const lines = (heading: string, all: Difference[]): string[] =>
  all.length ? [`${heading} (${all.length}):`, ...all.map(({ id, what }) => `  ${id} ${what}`)] : [];
const ids = (heading: string, all: string[]): string[] => (all.length ? [`${heading} (${all.length}): ${all.join(", ")}`] : []);

/** A line for each kind of difference with its items, or that nothing changed. */
export function differencesInWords({ added, gone, worded, moved, leads, statuses, figures }: Differences): string[] {
  const said = [
    ...ids("New", added),
    ...ids("Gone", gone),
    ...lines("Changed in wording", worded),
    ...lines("Deadlines moved", moved),
    ...lines("Leads changed", leads),
    ...lines("Statuses changed", statuses),
    ...lines("Measures with new or corrected figures", figures),
  ];
  return said.length ? said : ["Nothing changed."];
}
