/** Words for times, from the most particular to the least. */
import { addDays, addMonths, dayInWords, weekday, yearName, yearNamed, yearOf, yearSpan } from "../../plan/index.js";
import { monthNames } from "../lexicon.js";
import {
  calendarYear,
  dayTime,
  farBack,
  monthAway,
  monthTime,
  nextDay,
  nextEaster,
  quarterAway,
  quarterInCalendar,
  quarterNamed,
  quarterTime,
  type Setting,
  seasonTime,
  stretch,
  type Time,
  time,
  weekAway,
  yearTime,
} from "./time.js";

type Read = (match: RegExpExecArray, setting: Setting) => Time | undefined;

const quarterWord = "(?:q ?([1-4])|quarter ([1-4])|(first|1st|second|2nd|third|3rd|fourth|4th|last|final) quarter)";
const quarterOfWords = (m: RegExpExecArray, at: number): number => {
  const word = m[at] ?? m[at + 1] ?? m[at + 2] ?? "";
  if (/^\d$/.test(word)) return Number(word);
  return { first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: 4, final: 4 }[word] ?? 1;
};
const yearWords = "(\\d{4}[-/]\\d{2}(?:\\d{2})?|\\d{2}[-/]\\d{2})";
const yearOfName = (name: string, { plan }: Setting): number | undefined => yearNamed(plan, name.length === 5 ? `20${name}` : name);
const away = (word: string): number => (/^(next|coming|following|upcoming)$/.test(word) ? 1 : /^(last|previous|past|prior)$/.test(word) ? -1 : 0);
const awayWords = "(this|current|next|coming|following|upcoming|last|previous|past|prior|present)";
/** "Year 2 pupils", "the second year of their course" */
const noneOf =
  "(?! (?:pupils?|students?|children|kids|classes|class|groups?|learners?|undergraduates?|apprentices?|intakes?|cohorts?|teachers?|phonics|start ups?|(?:of|on) (?:the |their |a |an )?(?:course|degree|study|studies|trading|business|life|apprenticeship|operation|school)))";
const yearKind = "(?:financial |fiscal |plan |whole |council )*year";

const yearOrMonth = `20\\d\\d|calendar|the (?:financial |plan )?year|${awayWords} (?:year|month)|${monthNames.join("|")}`;

/** The first that fits at a place wins. */
export const patterns: [string, Read][] = [
  [
    "(?:the )?(quarter|month|year|one|period) (before|after)(?: that| it)?(?! (?:last|this|next|the))",
    (m) => ({ ...dayTime(farBack), step: m[2] === "before" ? 1 : -1 }),
  ],
  ["(?:the )?(?:previous|preceding|prior) (?:one|period)", () => ({ ...dayTime(farBack), step: 1 })],
  ["(?:the )?quarter (?:after|following) next", (_, s) => quarterAway(s, 2)],
  ["(?:the )?quarter (?:after|following) (?:this|the current)(?: one| quarter)?", (_, s) => quarterAway(s, 1)],
  ["(?:the )?quarter before last", (_, s) => quarterAway(s, -2)],
  ["(?:the )?quarter before (?:this|the current)(?: one| quarter)?", (_, s) => quarterAway(s, -1)],
  ["(?:the )?month (?:after|following) next", (_, s) => monthAway(s, 2)],
  ["(?:the )?month before last", (_, s) => monthAway(s, -2)],
  ["(?:the )?week (?:after|following) next", (_, s) => weekAway(s, 2)],
  ["(?:the )?year before last", (_, s) => yearTime(s, yearOf(s.plan, s.today) - 2)],
  ["(?:the )?year after next", (_, s) => yearTime(s, yearOf(s.plan, s.today) + 2)],
  [
    `${quarterWord}(?: (?:of|in|for|,|-))*(?: the)? ${yearWords}`,
    (m, s) => {
      const year = yearOfName(m[4] as string, s);
      return year === undefined ? undefined : quarterTime(s, year, quarterOfWords(m, 1));
    },
  ],
  [
    `${yearWords}(?: (?:,|-))* ${quarterWord}`,
    (m, s) => {
      const year = yearOfName(m[1] as string, s);
      return year === undefined ? undefined : quarterTime(s, year, quarterOfWords(m, 2));
    },
  ],
  [
    `(?:the )?${quarterWord} (?:of|in) (?:the )?calendar (?:year )?(20\\d\\d)`,
    (m) => {
      const from = addMonths(`${m[4]}-01-01`, 3 * (quarterOfWords(m, 1) - 1));
      return time({ from, to: addDays(addMonths(from, 3), -1) }, `the ${m[0].replace(/^the /, "")}`);
    },
  ],
  [`${quarterWord}(?: (?:of|in))* (20\\d\\d)(?![-/])`, (m, s) => quarterInCalendar(quarterOfWords(m, 1), m[4], s)],
  [`${quarterWord}(?: (?:of|in|for|,))*(?: the)? year (\\d{1,2})`, (m, s) => quarterTime(s, Number(m[4]), quarterOfWords(m, 1))],
  [`year (\\d{1,2}) (?:, )?${quarterWord}`, (m, s) => quarterTime(s, Number(m[1]), quarterOfWords(m, 2))],
  [
    `${quarterWord}(?: (?:of|in|for))* (?:the )?${awayWords} ${yearKind}`,
    (m, s) => quarterTime(s, yearOf(s.plan, s.today) + away(m[4] as string), quarterOfWords(m, 1)),
  ],
  [`${quarterWord}(?: (?:of|in|for))* the ${yearKind}`, (m, s) => quarterTime(s, yearOf(s.plan, s.today), quarterOfWords(m, 1))],
  [`(first|1st|second|2nd|third|3rd|fourth|4th) quarter`, (m, s) => quarterNamed(quarterOfWords(m, 1), undefined, s)],
  ["(?:the )?calendar (?:year )?(20\\d\\d)|(20\\d\\d) calendar year", (m) => calendarYear(Number(m[1] ?? m[2]))],
  ["(\\d{4}) q ?([1-4])", (m, s) => quarterInCalendar(Number(m[2]), m[1], s)],
  ["(?:q|quarter) ?([1-4])(?: (?:of )?(\\d{4}))?", (m, s) => quarterInCalendar(Number(m[1]), m[2], s)],
  [
    "years? (\\d{1,2})(?: (?:to|and|-|or) (?:year )?|[-/])(\\d{1,2})",
    (m, { plan }) => time({ from: yearSpan(plan, Number(m[1])).from, to: yearSpan(plan, Number(m[2])).to }, `Years ${m[1]} to ${m[2]}`),
  ],
  [`(?:plan )?(?:year|yr) ?(\\d{1,2})(?: of the plan)?${noneOf}`, (m, s) => yearTime(s, Number(m[1]))],
  [
    `(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th) (?:plan )?year(?: of the (?:plan|strategy))?${noneOf}`,
    (m, s) => yearTime(s, "12345".indexOf((m[1] as string)[0] as string) + 1 || ["first", "second", "third", "fourth", "fifth"].indexOf(m[1] as string) + 1),
  ],
  [
    `(?:financial year |fiscal year |fy ?|the )?${yearWords}(?: (?:financial |fiscal )?year)?`,
    (m, s) => {
      const year = yearOfName(m[1] as string, s);
      return year === undefined ? undefined : yearTime(s, year);
    },
  ],
  [
    "(?:the )?(?:end of (?:the |this )?calendar year|calendar year end|(?:the |this )?year is (?:out|over)|calendar year (?:ends|closes|finishes|runs out)|turn of the year)",
    (_, s) => {
      const to = `${s.today.slice(0, 4)}-12-31`;
      return time({ from: s.today, to }, `the end of ${s.today.slice(0, 4)}`);
    },
  ],
  [
    `(?:the )?(?:year end|(?:end|close) of (?:the |this |our )?${yearKind}|${yearKind} (?:end|ends|closes|finishes|runs out|is (?:up|done|out|over)))`,
    (_, s) => {
      const year = yearOf(s.plan, s.today);
      const { to } = yearSpan(s.plan, year);
      return time({ from: s.today, to }, `the end of ${yearName(s.plan, year)} (${dayInWords(to)})`);
    },
  ],
  [
    "(?:the )?(?:(?:end|close) of (?:the |this )?(quarter|month|week)|(quarter|month|week) (?:end|ends|closes|is (?:up|out|over)))",
    (m, s) => {
      const unit = m[1] ?? m[2];
      const whole = unit === "quarter" ? quarterAway(s, 0) : unit === "month" ? monthAway(s, 0) : weekAway(s, 0);
      return time({ from: s.today, to: whole.to }, `the end of the ${unit} (${dayInWords(whole.to)})`);
    },
  ],
  [
    `(?:the |over the |in the )?(next|coming|following|upcoming|last|past|previous) (\\d{1,4}|few|couple of) (days?|weeks?|months?|quarters?|years?)(?! of (?:${yearOrMonth}))`,
    (m, s) => stretch(/^\d/.test(m[2] as string) ? Number(m[2]) : m[2] === "few" ? 3 : 2, m[3] as string, away(m[1] as string) < 0, s),
  ],
  ["(?:the |over the |in the )?(next|coming|following|last|past) fortnight", (m, s) => stretch(2, "weeks", away(m[1] as string) < 0, s)],
  ["(?:within|inside|in) (?:the |a )?(\\d{1,4}) (days?|weeks?|months?|years?)(?: time)?", (m, s) => stretch(Number(m[1]), m[2] as string, false, s)],
  ["(?:within|in) (?:a|the next) (week|fortnight|month|year)", (m, s) => stretch(1, m[1] as string, false, s)],
  [
    "(?:the )?(?:next )?(\\d{1,3}) (?:- )?(days?|weeks?|months?) (?:- )?(?:look ?ahead|forward (?:look|view|plan)|horizon|outlook|window|view ahead)",
    (m, s) => stretch(Number(m[1]), m[2] as string, false, s),
  ],
  ["(?:a |one )?(?:next )?(?:couple of|2) weeks?(?= time)", (_, s) => stretch(2, "weeks", false, s)],
  [`${awayWords} quarter`, (m, s) => quarterAway(s, away(m[1] as string))],
  [`${awayWords} month(?! of (?:${yearOrMonth}))`, (m, s) => monthAway(s, away(m[1] as string))],
  [`${awayWords} week(?! of (?:${yearOrMonth}))`, (m, s) => weekAway(s, away(m[1] as string))],
  [`${awayWords} calendar year`, (m, s) => calendarYear(Number(s.today.slice(0, 4)) + away(m[1] as string))],
  [`${awayWords} ${yearKind}`, (m, s) => yearTime(s, yearOf(s.plan, s.today) + away(m[1] as string))],
  [
    "(?:the )?(?:rest|remainder) of (?:the |this )?(?:financial |fiscal |plan )?(year|quarter|month)",
    (m, s) => {
      const whole = m[1] === "quarter" ? quarterAway(s, 0) : m[1] === "month" ? monthAway(s, 0) : yearTime(s, yearOf(s.plan, s.today));
      return time({ from: s.today, to: whole.to }, `the rest of the ${m[1]} (to ${dayInWords(whole.to)})`);
    },
  ],
  [
    `(?<=\\b(?:since|from|by|before|until|till|after) (?:the )?(?:very )?)(?:start|beginning|first day) of (?:the |our )?(?:(quarter|month|week)|${yearKind})`,
    (m, s) =>
      dayTime(
        (m[1] === "quarter" ? quarterAway(s, 0) : m[1] === "month" ? monthAway(s, 0) : m[1] ? weekAway(s, 0) : yearTime(s, yearOf(s.plan, s.today))).from,
      ),
  ],
  [
    "this weekend|the weekend",
    (_, s) => {
      const saturday = addDays(s.today, 6 - weekday(s.today));
      return time({ from: saturday, to: addDays(saturday, 1) }, "this weekend");
    },
  ],
  ["(?:this |next |the )?(spring|summer|autumn|winter)(?: (?:of )?(\\d{4}))?", (m, s) => seasonTime(m[1] as string, m[2], s)],
  ["easter(?: (\\d{4}))?", (m, s) => dayTime(nextEaster(s.today, m[1]), "Easter")],
  ["new years? eve|hogmanay|nye", (_, s) => dayTime(nextDay(s, "12-31"), "New Year's Eve")],
  ["new years? day", (_, s) => dayTime(nextDay(s, "01-01"), "New Year's Day")],
  ["christmas eve", (_, s) => dayTime(nextDay(s, "12-24"), "Christmas Eve")],
  ["boxing day", (_, s) => dayTime(nextDay(s, "12-26"), "Boxing Day")],
  ["(?:christmas|festive) month", (_, s) => monthTime(`${nextDay(s, "12-25").slice(0, 7)}-01`)],
  ["halloween", (_, s) => dayTime(nextDay(s, "10-31"), "Halloween")],
  ["bonfire night", (_, s) => dayTime(nextDay(s, "11-05"), "Bonfire Night")],
  [
    "(?<=\\b(?:in|during|for|of|by|before|after|since|until|through|and|to|due|q[1-4]) )(20\\d\\d)",
    (m, s) => {
      const year = yearNamed(s.plan, m[1] as string);
      return year === undefined ? calendarYear(Number(m[1])) : yearTime(s, year);
    },
  ],
  ["(?:the )?next(?: one)?(?= [?.!]|$)", () => ({ ...dayTime(farBack), step: -1 })],
  ["(?<=\\b(?:between|from) )(?:now|today)", (_, s) => dayTime(s.today)],
  ["today|tonight", (_, s) => dayTime(s.today, `today, ${dayInWords(s.today)}`)],
  ["tomorrow", (_, s) => dayTime(addDays(s.today, 1), `tomorrow, ${dayInWords(addDays(s.today, 1))}`)],
  ["yesterday", (_, s) => dayTime(addDays(s.today, -1), `yesterday, ${dayInWords(addDays(s.today, -1))}`)],
  [
    "soon|shortly|coming up|upcoming|on the horizon|near future|around the corner|imminent|imminently|coming weeks",
    (_, s) => time({ from: s.today, to: addDays(s.today, 28) }, "the next 28 days", { soon: true }),
  ],
  ["christmas(?: day)?", (_, s) => dayTime(nextDay(s, "12-25"), "Christmas")],
  ["(?<=\\bin )the new year", (_, s) => monthTime(nextDay(s, "01-01"))],
  ["(?:the )?new year", (_, s) => dayTime(nextDay(s, "01-01"), "the New Year")],
];
