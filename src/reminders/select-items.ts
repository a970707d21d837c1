/** What one person hears now: what is new since they last heard, and with it what may not have arrived. Pure. */
import { addDays, type Day } from "../plan/index.js";
import { goesOn, type Rules } from "./delivery-day.js";
import type { DueItem, LeadItem, ManagerItem, ReporterItem } from "./due-item.js";
import type { Heard } from "./lead-items.js";
import type { Week } from "./manager-lines/line.js";
import { mondayOf } from "./schedule.js";

/** Where somebody stands: everything up to and with `through` was said to them; what went after `owedAfter` may not have arrived, the newest of it on `owedOf`. */
export interface DeliveryState {
  through: Day;
  owedAfter?: Day;
  owedOf?: Day;
}

/** Most pressing first; nothing when nothing is new, unless it `rides` in a message that has something new. `heard` may hold what is for others. */
export function whatToSay(
  to: string,
  deliveryState: DeliveryState,
  heard: readonly Heard<LeadItem | ReporterItem>[],
  { managers = [], rides = false }: { managers?: readonly ManagerItem[]; rides?: boolean } = {},
): DueItem[] {
  const theirs = heard.filter(({ going }) => going.to === to);
  const fresh = theirs.filter(({ going }) => going.day > deliveryState.through);
  if (!fresh.length && !managers.length && !rides) return [];
  const { owedAfter } = deliveryState;
  const owed = owedAfter ? theirs.filter(({ going }) => going.day > owedAfter && going.day <= deliveryState.through) : [];
  const items = [
    ...fresh.map(({ item, whose }) => named(item, whose, to)),
    ...owed.map(({ item, whose }) => ({ ...named(item, whose, to), again: deliveryState.owedOf ?? deliveryState.through })),
  ];
  return [...items, ...managers].sort((a, b) => a.pressing - b.pressing || (a.key < b.key ? -1 : 1));
}

const named = (item: LeadItem | ReporterItem, whose: string, to: string): DueItem => (whose === to ? item : { ...item, instead: whose });

/** A manager is told of no more than so many weeks at once. */
const mostWeeks = 12;

/** Which weeks a manager hears of today; nothing on other days than theirs. The digest goes to `to`, who may stand in. */
export function weekFor(rules: Rules, manager: string, today: Day, deliveryStateOf: (email: string) => DeliveryState): { to: string; week: Week } | undefined {
  const goingOf = (monday: Day) => goesOn(rules, { who: manager, key: "managers", step: "managers", day: monday }, today);
  const monday = mondayOf(today);
  const going = goingOf(monday) ?? goingOf(addDays(monday, -7));
  if (!going) return undefined;
  const { through, owedAfter } = deliveryStateOf(going.to);
  if (going.day <= through) return undefined;
  const newest = goingOf(monday) ? monday : addDays(monday, -7);
  const before = owedAfter && owedAfter < through ? owedAfter : through;
  let after = addDays(newest, -7);
  for (let weeks = 1; weeks < mostWeeks; weeks++) {
    const gone = goingOf(after);
    if (gone && gone.day <= before) break;
    after = addDays(after, -7);
  }
  return { to: going.to, week: { after, monday: newest } };
}
