/** Hours, weekdays and lengths of time as people say them of their own reminders. Pure. */
import { addDays, addMonths, type Day } from "../plan/index.js";
import { digitOf } from "./words.js";

const numberWord = `(?:\\d{1,2}|${[...digitOf.keys()].join("|")})`;
const numberOf = (word: string): number => digitOf.get(word) ?? Number(word);

const half = new RegExp(`\\b(half past|quarter past|quarter to) (${numberWord})\\b`);
const halfOf = new RegExp(`\\bhalf (${numberWord})\\b`);
const named = new RegExp(
  `\\b(?:at|by|around|about|from|to|time|hour) (?:about |around |roughly )?(${numberWord})(?:[:.](\\d\\d)|(?= o ?clock\\b))? ?(am|pm|a ?m|p ?m|o ?clock)?(?! ?(?:days?|weeks?|months?|years?|[-/]))(?![\\d.])`,
);
const alone = /\b(\d{1,2})(?:[:.](\d\d))? ?(am|pm|a ?m|p ?m)\b|\b(\d\d?):(\d\d)\b/;
const partOfDay = /\b(?:in the (afternoon|evening)|this (afternoon|evening))\b/;

/** "08:00", from "at 8", "8:30 am", "half past eight", "noon"; nothing when no hour is said. Between 1 and 6 without "am" is the afternoon. */
export function hourIn(said: string): string | undefined {
  if (/\b(?:noon|midday)\b/.test(said)) return "12:00";
  const worded = half.exec(said);
  if (worded) {
    const hour = numberOf(worded[2] as string) - (worded[1] === "quarter to" ? 1 : 0);
    return clock(hour, worded[1] === "half past" ? 30 : worded[1] === "quarter past" ? 15 : 45, halfOfDay(said));
  }
  const plain = halfOf.exec(said);
  if (plain) return clock(numberOf(plain[1] as string), 30, halfOfDay(said));
  const match = alone.exec(said);
  if (match) return clock(Number(match[1] ?? match[4]), Number(match[2] ?? match[5] ?? 0), match[3]?.replace(" ", "") ?? (match[4] ? "as written" : undefined));
  const at = named.exec(said);
  return at ? clock(numberOf(at[1] as string), Number(at[2] ?? 0), halfOfDay(said) ?? at[3]?.replace(" ", "")) : undefined;
}

const halfOfDay = (said: string): string | undefined => (partOfDay.test(said) ? "pm" : /\b(?:in the morning|am|a m)\b/.test(said) ? "am" : undefined);

function clock(hour: number, minute: number, part: string | undefined): string | undefined {
  const afternoon = part === "pm" ? hour < 12 : part === undefined || part === "oclock" || part === "o clock" ? hour >= 1 && hour <= 6 : false;
  const at = (part === "am" && hour === 12 ? 0 : hour) + (afternoon ? 12 : 0);
  return at > 23 || minute > 59 ? undefined : `${String(at).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const dayNames = ["mon(?:day)?s?", "tue(?:s|sday)?s?", "wed(?:nesday)?s?", "thu(?:r|rs|rsday)?s?", "fri(?:day)?s?", "sat(?:urday)?s?", "sun(?:day)?s?"];
const dayPattern = `(?:${dayNames.join("|")})`;
const dayNumber = (word: string): number => dayNames.findIndex((name) => new RegExp(`^${name}$`).test(word)) + 1;
const rangePattern = new RegExp(`\\b(${dayPattern}) (?:to|until|till|through|-) (${dayPattern})\\b`, "g");

const not = /\b(?:not|never|except|apart from|but not|without|no reminders?|no messages?|off|do not work|leave (?:me|out)|skip|avoid|free)\b/;

/** Weekdays that reminders may come on, 1 for Monday: those that are named, or the others of Monday to Friday when "not" is said of them. */
export function weekdaysIn(said: string): number[] | undefined {
  if (/\b(?:every|any|all) (?:working |week ?)?days?\b|\bdaily\b|\bweekdays\b/.test(said)) return [1, 2, 3, 4, 5];
  const found = new Set<number>();
  for (const [, first, last] of said.matchAll(rangePattern)) {
    const [from, to] = [dayNumber(first as string), dayNumber(last as string)];
    for (let day = from; day <= to; day++) found.add(day);
  }
  for (const [word] of said.matchAll(new RegExp(`\\b${dayPattern}\\b`, "g"))) found.add(dayNumber(word));
  if (!found.size) return undefined;
  const first = said.search(new RegExp(`\\b${dayPattern}\\b`));
  const refused = not.test(said.slice(0, first)) || new RegExp(`${dayPattern} (?:is|are) (?:my |a )*(?:day off|days off|off|no good|not)\\b`).test(said);
  const wanted = refused ? [1, 2, 3, 4, 5].filter((day) => !found.has(day)) : [...found];
  return wanted.sort((a, b) => a - b);
}

const lengthPattern = new RegExp(`\\b(?:for|in) (?:the )?(?:next |another )?(a|an|${numberWord}|couple of|few) (days?|weeks?|fortnights?|months?)\\b`);

/** The day a length of time from today leads to: "for two weeks", "for a month". */
export function lengthIn(said: string, today: Day): Day | undefined {
  const [, many = "", unit = ""] = lengthPattern.exec(said) ?? [];
  if (!unit) return undefined;
  const count = many === "a" || many === "an" ? 1 : many === "couple of" ? 2 : many === "few" ? 3 : numberOf(many);
  if (unit.startsWith("month")) return addMonths(today, count);
  return addDays(today, count * (unit.startsWith("week") ? 7 : unit.startsWith("fortnight") ? 14 : 1));
}
