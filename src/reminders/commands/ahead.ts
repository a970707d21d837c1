/** What will be sent, to whom and why: everybody's for managers, their own for others. */
import { authorOf, permits, type RequestContext } from "../../people/index.js";
import { addDays, type Day, dayInWords, startOfDay, weekday } from "../../plan/index.js";
import type { Answer, Row, Section } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { capital, listedUpTo, opening, plural } from "../../shared/words.js";
import { type Digest, type DueItem, planOf } from "../due-item.js";
import { everyone, holidayOn, pauseOn, type ReminderSettings, rhythmOn } from "../settings.js";
import { type ReminderCommandParts, seeList, seeSettings } from "./parts.js";
import type { ReminderCommands } from "./reminder-commands.js";
import { addressMeant, unknownName } from "./whom.js";
import { whyNothing } from "./why-nothing.js";

type Wish = Parameters<ReminderCommands["ahead"]>[1];

/** Of a stretch of days, the first so many. */
const mostDays = 7;
/** Where nothing is said of when, the next one is looked for. */
const LOOKED_AHEAD_DAYS = 45;
const mostPeople = 10;
const mostRows = 4;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const onDay = (day: Day): string => `${weekdays[weekday(day) - 1]} ${dayInWords(day)}`;

/** What will be sent on a day, to the asker or for managers to everybody. */
export async function ahead(parts: ReminderCommandParts, context: RequestContext, wish: Wish): Promise<Answer> {
  const { email } = authorOf(context);
  const manages = permits("pause reminders", context);
  const named = addressMeant(wish, context);
  if (wish.name && !named) return note([unknownName(wish.name)]);
  if (named && named !== email && !manages) return note(["Only managers can see what goes to others.", 'For yours, ask "what will you send me tomorrow".']);
  const to = named ?? (manages ? undefined : email);
  const asked = daysOf(wish, context);
  const first = await Promise.all(asked.map(async (day) => ({ day, digests: await on(parts, context, day, to) })));
  const next = wish.window || to === undefined || first.some(({ digests }) => digests.length) ? undefined : await nextOf(parts, context, to);
  const found = next ? [next] : first;
  const days = next ? [next.day] : asked;
  const settings = await parts.reminders.settings.all(context.known.id);
  const held = heldLines(settings, days[0] ?? context.today, to, email);
  const count = found.reduce((sum, { digests }) => sum + digests.length, 0);
  return answerIn("rows", {
    title: titleOf(days, to, email),
    lead: [leadOf(count, days, to, email, () => whyNothing({ calendar: parts.calendar, settings }, days, to, email)), ...held],
    sections: found.flatMap(({ day, digests }) => sectionsOf(digests, days.length > 1 ? day : undefined, to, { settings, usualHour: parts.usualHour }, day)),
    gaps: count ? ["This is how things are now. Whatever is done or reported before then will be left out."] : [],
    sources: [],
    suggestions: manages ? [ask("Send today's now", "Send reminders now"), ask("Pause reminders"), ask("Who cannot be reached?")] : [seeList, seeSettings],
  });
}

const note = (lead: string[]): Answer => answerIn("notice", { title: "Reminders to come", lead, suggestions: [seeList] });

/** Tomorrow, or the days that are named, none of them gone by. */
function daysOf({ window }: Wish, { today }: RequestContext): Day[] {
  if (!window || window.to < today) return [addDays(today, 1)];
  const from = window.from < today ? today : window.from;
  const days: Day[] = [];
  for (let day = from; day <= window.to && days.length < mostDays; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The next day on which there is something for somebody, after tomorrow. */
async function nextOf(parts: ReminderCommandParts, context: RequestContext, to: string): Promise<{ day: Day; digests: Digest[] } | undefined> {
  for (let days = 2; days <= LOOKED_AHEAD_DAYS; days++) {
    const day = addDays(context.today, days);
    const digests = parts.calendar.isWorking(day) ? await on(parts, context, day, to) : [];
    if (digests.length) return { day, digests };
  }
  return undefined;
}

/** Noon, so that no change of the clocks moves the date. */
const noon = (day: Day, { plan }: RequestContext): Date => new Date(Date.parse(startOfDay(day, plan.timeZone)) + 12 * 3_600_000);

/** By then everybody's hour has come. */
export const endOf = (day: Day, { plan }: Pick<RequestContext, "plan">): Date => new Date(Date.parse(startOfDay(addDays(day, 1), plan.timeZone)) - 60_000);

/** Of today what has not gone yet. */
const on = ({ reminders }: ReminderCommandParts, context: RequestContext, day: Day, to: string | undefined): Promise<Digest[]> => {
  const whose = to === undefined ? {} : { to };
  return day === context.today ? reminders.preview(endOf(day, context), whose) : reminders.preview(noon(day, context), { dayOf: "whole", ...whose });
};

function titleOf(days: Day[], to: string | undefined, email: string): string {
  const when = days.length > 1 ? `${dayInWords(days[0] ?? "")} to ${dayInWords(days.at(-1) ?? "")}` : onDay(days[0] ?? "");
  return `Reminders for ${to === undefined ? "" : to === email ? "you, " : `${to}, `}${when}`;
}

function leadOf(count: number, days: Day[], to: string | undefined, email: string, why: () => string): string {
  const when = days.length > 1 ? "on these days" : `on ${onDay(days[0] ?? "")}`;
  if (count)
    return to === undefined
      ? `${plural(count, "message")} would go out ${when}.`
      : `${to === email ? "You get" : `${to} gets`} ${plural(count, "message")} ${when}.`;
  const whom = to === undefined ? "Nothing would go out" : to === email ? "You get nothing" : `${to} gets nothing`;
  return `${whom} ${when}: ${why()}`;
}

function sectionsOf(
  digests: Digest[],
  day: Day | undefined,
  to: string | undefined,
  { settings, usualHour }: { settings: ReadonlyMap<string, ReminderSettings>; usualHour: string },
  on: Day,
): Section[] {
  const shown = digests.slice(0, mostPeople);
  const sections = shown.map(({ to: email, items }): Section => {
    const { hour } = rhythmOn(settings.get(email) ?? {}, on);
    const at = `at ${hour ?? usualHour}`;
    const most = to === undefined ? mostRows : 10;
    const rest = items.length - most;
    return {
      heading: [day && onDay(day), to === undefined ? `${email}, ${at}` : capital(at)].filter(Boolean).join(" · "),
      rows: items.slice(0, most).map(rowOf),
      ...(rest > 0 && { more: `And ${rest} more.` }),
    };
  });
  const others = digests.slice(mostPeople).map(({ to: email }) => email);
  return others.length ? [...sections, { heading: "Others", rows: [{ id: "", text: listedUpTo(others, 20) }] }] : sections;
}

function rowOf(item: DueItem): Row {
  const milestone = "milestone" in item && item.milestone ? ` · ${capital(item.milestone)}` : "";
  const why = [
    opening(item.why),
    item.part === "lead" && dayInWords(item.due),
    item.instead && `instead of ${item.instead}, who is away`,
    ...(item.part === "lead" ? item.more : []),
    planOf(item),
  ]
    .filter(Boolean)
    .join(" · ");
  return item.text ? { id: item.id, text: `${item.text}${milestone}`, detail: why } : { id: "", text: why };
}

/** Who is passed over, and why. */
function heldLines(settings: ReadonlyMap<string, ReminderSettings>, day: Day, to: string | undefined, email: string): string[] {
  const lines: string[] = [];
  const all = pauseOn(settings.get(everyone) ?? {}, day);
  if (all) lines.push(`Everything is paused until ${dayInWords(all.until)}: ${all.why} (${all.by}).`);
  for (const [who, own] of settings) {
    if (who === everyone || (to !== undefined && who !== to)) continue;
    const [paused, away] = [pauseOn(own, day), holidayOn(own, day)];
    const name = who === email ? "You" : who;
    if (paused) lines.push(`${name === "You" ? "You are" : `${name} is`} paused until ${dayInWords(paused.until)}: ${paused.why}`);
    else if (away)
      lines.push(`${name === "You" ? "You are" : `${name} is`} away until ${dayInWords(away.to)}${away.deputy ? `; ${away.deputy} gets it instead` : ""}.`);
  }
  return lines.length > 6 ? [...lines.slice(0, 6), `and ${lines.length - 6} more are paused or away.`] : lines;
}
