/** Times that the words about them make into one: "between ⟦0⟧ and ⟦1⟧", "before ⟦0⟧", "the first half of ⟦0⟧". */
import { addDays, addMonths, type Day } from "../../plan/index.js";
import { dayTime, farAhead, farBack, inWords, partOf, type Setting, type Time, time, weekOf } from "./time.js";

interface Joining extends Setting {
  /** Where a stretch begins that only says its end. */
  start: Day;
}

/** The parts are what the pattern caught, the times those of the marks in it. */
type Join = (times: Time[], setting: Joining, parts: string[]) => Time | undefined;

const t = "⟦(\\d+)⟧";
const to = "(?:to|until|till|-|up to|through|thru)";

const joins: [string, Join][] = [
  [
    `(?:the )?(first|1st|second|2nd|third|3rd|last|final) (?:(\\d{1,2}) )?(half|(?<=\\d )days|weeks?|fortnight|months?) (?:of|in) (?:the )?${t}`,
    ([a], _, [which, count, unit]) => partOf(a as Time, which as string, Number(count ?? 1), unit as string),
  ],
  [`\\b(?:the )?week (?:of|beginning|commencing|starting|ending) (?:on )?(?:the )?${t}`, ([a]) => weekOf((a as Time).from)],
  [`(?<=\\b(?:since|from|by|before|until|till|after) (?:the )?(?:very )?)(?:start|beginning|first day) of (?:the )?${t}`, ([a]) => dayTime((a as Time).from)],
  [`\\b(?:between|from) (?:the )?${t} (?:and|${to}) (?:the )?${t}`, ([a, b]) => between(a, b)],
  [`\\b(?:${to}|by) (?:the )?${t} (?:, )?from ${t}`, ([a, b]) => between(b, a)],
  [`${t} ${to} (?:the )?${t}`, ([a, b]) => ((a as Time).from <= (b as Time).to ? between(a, b) : undefined)],
  [`${t} (?:(?:or|\\/|,|&|then) )?(?:in |the )?${t}`, ([a, b]) => (follows(b, a) ? between(a, b) : undefined)],
  [`${t} and (?:in |the )?${t}`, ([a, b], { lean }) => (follows(b, a) && lean !== "back" ? between(a, b) : undefined)],
  [
    `\\b(?:before|by the time) (?:the )?${t} (?:is (?:out|over|up)|ends|closes|finishes|runs out)`,
    ([a], setting) => until((a as Time).to, `by the end of ${a?.label}`, setting, a),
  ],
  [
    `\\b(?<!\\bon or )(?:before|prior to|ahead of|this side of) (?:the |(?:we|i|they|you|people|everyone|it)(?: [a-z]+){1,3} (?:for |up for )?)?${t}`,
    ([a], setting) => until(a?.label.startsWith("the end of") ? a.to : addDays((a as Time).from, -1), `before ${a?.label}`, setting, a),
  ],
  [
    `\\b(?:by|until|till|up to|up until|through|thru|no later than|on or before) (?:the )?${t}`,
    ([a], setting) => until((a as Time).to, `by ${a?.label}`, setting, a),
  ],
  [
    `\\b(?:after|beyond|later than) (?:the )?${t}`,
    ([a], { lean, today }) => {
      const from = addDays((a as Time).to, 1);
      return time({ from, to: lean === "back" && from <= today ? today : farAhead }, `after ${a?.label}`);
    },
  ],
  [`\\b(since|from) (?:the )?${t}(?: (?:on|onwards|onward))?`, ([a], setting, [word]) => since(a as Time, word === "since", setting)],
  // "year end, 31 March", "Q4 (1 January to 31 March)"
  [`${t}(?: [,(-])+ ${t}`, ([a, b]) => (a && b && b.to === a.to && b.from >= a.from ? a : undefined)],
];

const compiled = joins.map(([source, join]) => [new RegExp(source, "g"), join] as const);

/** A line with marks of times, and the times; joined times stand last. */
export function joined(line: string, times: Time[], given: Setting): string {
  const setting = { ...given, start: given.lean === "back" ? given.plan.starts : given.today };
  const once = (text: string, [pattern, join]: (typeof compiled)[number]): string =>
    text.replace(pattern, (whole: string, ...rest: (string | number | undefined)[]) => {
      const marks = [...whole.matchAll(/⟦(\d+)⟧/g)].map(([, n]) => times[Number(n)] as Time);
      const found = join(marks, setting, rest as string[]);
      return found ? `⟦${times.push(found) - 1}⟧` : whole;
    });
  return compiled.reduce((text, step) => once(once(text, step), step), line);
}

const follows = (b: Time | undefined, a: Time | undefined): boolean => Boolean(a && b && b.from === addDays(a.to, 1));

function between(a: Time | undefined, b: Time | undefined): Time | undefined {
  if (!a || !b) return undefined;
  const span = a.from <= b.to ? { from: a.from, to: b.to } : { from: b.from, to: a.to };
  return time(span, inWords(span));
}

const until = (end: Day, label: string, { start }: Joining, whole: Time | undefined): Time =>
  time({ from: end < start ? farBack : start, to: end }, label, whole?.soon ? { soon: true } : {});

function since(a: Time, isSince: boolean, { lean, today }: Joining): Time {
  if (a.range) return a;
  // "since Halloween" is the last one.
  const from = isSince && a.from > today && a.from === a.to ? addMonths(a.from, -12) : a.from;
  const gone = lean === "back" || (isSince && from <= today);
  return time({ from, to: gone ? today : farAhead }, `from ${from === a.from ? a.label : inWords({ from, to: from })}`);
}
