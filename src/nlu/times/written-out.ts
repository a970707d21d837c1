/** Times that share a word with their neighbour are written out before any is read: "the 5th to the 12th of May", "January through March", "July next year". */
import { addDays, type Day } from "../../plan/index.js";
import { monthNames } from "../lexicon.js";
import { monthNamed, type Setting } from "./time.js";

const month = `(?:${monthNames.join("|")})`;
/** "may" is a word as well. */
const surely = `(?:${monthNames.filter((name) => name !== "may").join("|")})`;
const nth = "(\\d{1,2})(?:st|nd|rd|th)?";
const till = "(?:to|until|till|through|thru|and|-|up to)";
const year = "(20\\d\\d)";

/** "next year" of a month is a calendar year. */
const ofYear = new RegExp(`\\b((?:${surely}|(?:in|by|to|of|from|and|until|before) may)) (?:of )?(this|next|last) year\\b`, "g");
/** "march 30", "jan 27" */
const dayAfter = new RegExp(`\\b(${month}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?![.,:/%]?\\d|%| ?20\\d\\d| (?:${month}|of)\\b)`, "g");
const monthsTogether = new RegExp(`\\b(${month})((?: (?:,|and|&|or|-|to|until|till|through|thru|up to|the end of|end of))* ${month})+(?: ${year})?\\b`, "g");
const daysThenMonth = new RegExp(`\\b${nth} (${till}) (?:the )?${nth} (?:of )?(${month})(?: ${year})?\\b`, "g");
const monthThenDay = new RegExp(`\\b${nth} (?:of )?(${month})(?: ${year})? (${till}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?${month})`, "g");
const weekdayNth =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of |january|february|march|april|may|june|july|august|september|october|november|december))/g;
const nthAlone = /\b(by|since|until|till|before|after|on|from) the (\d{1,2})(?:st|nd|rd|th)(?= (?:[?.!,;]|and|or|what|who|which|please|in)\b| [?.!,;]|$)/g;

/** The same line with whole dates. */
export function writtenOut(line: string, setting: Setting): string {
  if (!/\d|month|year/.test(line) && !anyMonth.test(line)) return line;
  return line
    .replace(weekdayNth, (whole, day) => dayNear(Number(day), setting) ?? whole)
    .replace(nthAlone, (whole, word, day) => withWord(word, dayNear(Number(day), setting)) ?? whole)
    .replace(ofYear, (_, name, which) => `${name} ${Number(setting.today.slice(0, 4)) + { this: 0, next: 1, last: -1 }[which as "this" | "next" | "last"]}`)
    .replace(daysThenMonth, (_, a, joiner, b, name, inYear) => {
      const end = inYear ? `${name} ${inYear}` : name;
      return `${a} ${end} ${joiner} ${b} ${end}`;
    })
    .replace(monthThenDay, (_, a, name, inYear, joiner, b) => {
      const end = inYear ? `${name} ${inYear}` : name;
      return `${a} ${end} ${joiner} ${b} ${end}`;
    })
    .replace(dayAfter, (whole, name, number) => dayOrYear(whole, name, Number(number), setting))
    .replace(monthsTogether, (whole, ...parts) => monthsWritten(whole, parts.at(-3) as string | undefined, setting));
}

const anyMonth = new RegExp(`\\b${month}\\b`);
const withWord = (word: string, day: string | undefined): string | undefined => day && `${word} ${day}`;

/** The 16th that is nearest in the direction that the text leans. */
function dayNear(day: number, { today, lean }: Setting): string | undefined {
  for (let away = 0; away < 62; away++) {
    const at: Day = addDays(today, lean === "back" ? -away : away);
    if (Number(at.slice(8)) === day) return `${day} ${monthNames[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}`;
  }
  return undefined;
}

/** "jan 27" in 2026 is a month, "march 30" a day. */
function dayOrYear(whole: string, name: string, number: number, { today }: Setting): string {
  const ahead = number - Number(today.slice(2, 4));
  if (!/\d(?:st|nd|rd|th)$/.test(whole) && ahead >= -1 && ahead <= 2) return `${name} 20${number}`;
  return number >= 1 && number <= 31 ? `${number} ${name}` : whole;
}

/** "november to january", "jan feb march": from the first to the last, with their years. */
function monthsWritten(whole: string, inYear: string | undefined, setting: Setting): string {
  const names = whole.split(" ").filter((word) => monthNames.includes(word));
  const at = names.map((name) => monthNames.indexOf(name));
  const follow = at.every((index, i) => i === 0 || index === ((at[i - 1] as number) + 1) % 12);
  const isRange = names.length === 2 ? !/ (?:and|or|,|&)(?: |$)/.test(whole) : follow && !/ (?:to|until|till|through|thru|-) /.test(whole);
  const [first, last] = [names[0] as string, names.at(-1) as string];
  const over = (at.at(-1) as number) < (at[0] as number);
  if (/^\S+ may$/.test(whole)) return whole;
  if (!isRange) return names.length === 2 && inYear ? whole.replace(first, `${first} ${Number(inYear) - Number(over)}`) : whole;
  const to = inYear ? Number(inYear) : lastYearOf(first, last, over, setting);
  return `${first} ${to - Number(over)} to ${last} ${to}`;
}

/** Looking ahead the range ends to come, and did not begin long ago; looking back it has begun. */
function lastYearOf(first: string, last: string, over: boolean, setting: Setting): number {
  const start = monthNamed(first, undefined, setting);
  if (setting.lean === "back") return Number(start.from.slice(0, 4)) + Number(over);
  const end = Number(monthNamed(last, undefined, setting).from.slice(0, 4));
  const begins = `${end - Number(over)}-${String(monthNames.indexOf(first) + 1).padStart(2, "0")}-01`;
  return begins < addDays(setting.today, -LONG_AGO) ? end + 1 : end;
}

const LONG_AGO = 120;
