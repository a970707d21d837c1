/** What is different between a plan as it was kept and as it stands. Pure. */
import { dayInWords, type Plan, type PlanAction, statusInWords } from "../plan/index.js";
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
  };
}

const lines = (heading: string, all: Difference[]): string[] =>
  all.length ? [`${heading} (${all.length}):`, ...all.map(({ id, what }) => `  ${id} ${what}`)] : [];
const ids = (heading: string, all: string[]): string[] => (all.length ? [`${heading} (${all.length}): ${all.join(", ")}`] : []);

export function differencesInWords({ added, gone, worded, moved, leads, statuses }: Differences): string[] {
  const said = [
    ...ids("New", added),
    ...ids("Gone", gone),
    ...lines("Changed in wording", worded),
    ...lines("Deadlines moved", moved),
    ...lines("Leads changed", leads),
    ...lines("Statuses changed", statuses),
  ];
  return said.length ? said : ["Nothing changed."];
}
