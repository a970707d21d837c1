/** Why no reminder goes at an instant, and when and to whom the next would: for whoever looks before it is switched on. */
import { type Day, dayInWords, type KnownPlan, leadOf, leadSaidOf, statusOf } from "../plan/index.js";
import { capital, listedUpTo, plural } from "../shared/words.js";
import type { Calendar } from "./calendar.js";
import { whyNothing } from "./commands/why-nothing.js";
import type { Digest } from "./due-item.js";
import { localTimeAt } from "./local-time.js";
import type { AllSettings } from "./settings.js";

export interface WhyNoneParts {
  known: KnownPlan;
  settings: AllSettings;
  calendar: Calendar;
  usualHour: string;
  preview(at: Date, options?: { dayOf?: "whole" }): Promise<Digest[]>;
}

const daysAhead = 45;
const mostNamed = 4;
const dayMs = 86_400_000;

const toWhom = (digests: Digest[]): string =>
  listedUpTo(
    digests.map(({ to }) => to),
    mostNamed,
  );

async function nextOf({ known, preview }: WhyNoneParts, at: Date): Promise<{ day: Day; digests: Digest[] } | undefined> {
  for (let ahead = 1; ahead <= daysAhead; ahead++) {
    const then = new Date(at.getTime() + ahead * dayMs);
    const digests = await preview(then, { dayOf: "whole" });
    if (digests.length) return { day: localTimeAt(then, known.plan.timeZone).day, digests };
  }
  return undefined;
}

/** Actions whose lead is known in words only, or not at all: nobody hears of their dates. */
function unheard({ catalogue }: KnownPlan): string[] {
  const open = catalogue.actions.filter(({ action }) => !["complete", "cancelled"].includes(statusOf(action)) && action.milestones?.length);
  const words = open.filter((item) => !leadOf(item) && leadSaidOf(item)).length;
  const nobody = open.filter((item) => !leadSaidOf(item)).length;
  return [
    ...(words
      ? [`${plural(words, "action")} with a date ${words === 1 ? "has" : "have"} a lead in words only: nobody is reminded until a manager says who is who.`]
      : []),
    ...(nobody ? [`${plural(nobody, "action")} with a date ${nobody === 1 ? "has" : "have"} no lead, so nobody is reminded.`] : []),
  ];
}

/** Lines for whoever runs a pass that sends nothing: why, when the next goes and to whom, what lacks a lead. */
export async function whyNone(parts: WhyNoneParts, at: Date): Promise<string[]> {
  const { known, settings, calendar, usualHour, preview } = parts;
  const { day } = localTimeAt(at, known.plan.timeZone);
  const later = await preview(at, { dayOf: "whole" });
  const why = later.length
    ? `not yet: messages of a day go from ${usualHour} on, or at the hour that somebody chose; today's would go to ${toWhom(later)}.`
    : whyNothing({ calendar, settings }, [day], undefined, "");
  const next = await nextOf(parts, at);
  return [
    `On ${dayInWords(day)}: ${why}`,
    next
      ? `The next would go on ${dayInWords(next.day)} to ${toWhom(next.digests)}.`
      : capital(`nothing is due in the ${daysAhead} days after that, as far as leads and dates are known.`),
    ...unheard(known),
  ];
}
