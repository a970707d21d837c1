/** Messages that may not have arrived: managers hear of them on the next day that is theirs, and not with the week's digest only. */
import { addDays, type Day } from "../plan/index.js";
import { goesOn, type Rules } from "./delivery-day.js";
import type { Undelivered } from "./manager-lines/line.js";
import type { ReminderLog } from "./reminder-log.js";
import type { DeliveryState } from "./select-items.js";

/** Nobody is told of what is older, should no pass have run for so long. */
const daysBack = 14;

/** Of days before today. What was refused is no open question: that person cannot be reached, and is on the list of those. */
export async function unclearSends(log: Pick<ReminderLog, "undelivered">, plan: string, today: Day): Promise<Undelivered[]> {
  const all = await log.undelivered(plan, addDays(today, -daysBack), today);
  return all.filter(({ state }) => state !== "refused");
}

/** Everybody who hears of one of them today, as a manager or in one's place, whatever they have heard of. */
export function hearersOf(unclear: readonly Undelivered[], rules: Rules, managers: readonly string[], today: Day): string[] {
  return [...new Set(unclear.flatMap((one) => managers.flatMap((manager) => goingOf(one, rules, manager, today)?.to ?? [])))];
}

/** Those that somebody has not heard of yet. */
export function unclearFor(
  to: string,
  { through }: DeliveryState,
  unclear: readonly Undelivered[],
  { managers, today, ...rules }: Rules & { managers: readonly string[]; today: Day },
): Undelivered[] {
  return unclear.filter((one) =>
    managers.some((manager) => {
      const going = goingOf(one, rules, manager, today);
      return going?.to === to && going.day > through;
    }),
  );
}

const goingOf = ({ day }: Undelivered, rules: Rules, manager: string, today: Day) =>
  goesOn(rules, { who: manager, key: "managers", step: "not delivered", day: addDays(day, 1) }, today);
