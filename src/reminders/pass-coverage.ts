/** How far passes have come, and which days none ran on. */
import { addDays, type Day } from "../plan/index.js";
import type { Calendar } from "./calendar.js";
import { isOpen } from "./delivery-day.js";
import type { LocalTime } from "./local-time.js";
import { type PassState, type PassStates, slots } from "./pass-state.js";
import type { AllSettings } from "./settings.js";

type Missed = NonNullable<PassState["missed"]>;

/** Written at least so often, so that it can be seen that passes run. */
const seenEveryMs = 10 * 60_000;

/** The first and last working day since the last pass, today left out, on which none ran; nothing when there was none. */
export function noticed(
  state: PassState | undefined,
  { calendar, usualHour }: { calendar: Calendar; usualHour: string },
  settings: AllSettings,
  today: Day,
): Missed | undefined {
  const covered = state?.covered[usualHour];
  if (!covered) return undefined;
  const days: Day[] = [];
  for (let day = addDays(covered, 1); day < today; day = addDays(day, 1)) if (isOpen({ calendar, settings }, day)) days.push(day);
  return days.length ? { from: days[0] as Day, to: days.at(-1) as Day, noticed: today } : undefined;
}

/** Every hour up to the time is done on the day, if messages went on it; those after it were done the day before, when nothing is known of them. */
export async function coverUpTo(
  states: PassStates,
  plan: string,
  { day, time }: LocalTime,
  { at, sent, open, missed }: { at: Date; sent: number; open: boolean; missed?: Missed },
): Promise<void> {
  await states.change(plan, (now) => {
    const before = addDays(day, -1);
    const covered = Object.fromEntries(
      slots.map((slot): [string, Day] => {
        const known = now?.covered[slot] ?? before;
        return [slot, open && slot <= time && known < day ? day : known];
      }),
    );
    const same = now !== undefined && slots.every((slot) => covered[slot] === now.covered[slot]);
    const recent = now?.last && at.getTime() - Date.parse(now.last.at) < seenEveryMs;
    if (same && recent && !sent) return undefined;
    return { covered, last: { at: at.toISOString(), day, sent }, ...(missed && { missed }) };
  });
}
