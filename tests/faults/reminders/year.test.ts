/** What people received in a year of faults, beside what they should have: none lost, none twice where the channel answered clearly, every unclear one listed. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../../src/plan/index.js";
import { calendarOf } from "../../../src/reminders/index.js";
import { localTimeAt } from "../../../src/reminders/local-time.js";
import { databaseOf, type TestDatabase } from "../../support/database.js";
import { whole } from "../../support/fault-scale.js";
import { isClear, seeded, type Turn } from "./channel.js";
import { doneOn, settingsOf } from "./large.js";
import { type Message, type Simulated, simulate } from "./simulator.js";

/** In ten thousand. */
const odds: [Turn, number][] = [
  ["201 late", 500],
  ["429", 500],
  ["412", 300],
  ["403", 60],
  ["404", 60],
  ["500 delivered", 150],
  ["500", 100],
  ["reset before", 200],
  ["reset after", 150],
  ["hang", 60],
  ["hang delivered", 60],
];

/** The fewer messages there are, the more often something is wrong with one: so that everything happens. */
function byChance(seed: number, oftener: number): () => Turn {
  const random = seeded(seed);
  return () => {
    let at = (random() * 10_000) / oftener;
    for (const [turn, share] of odds) {
      at -= share;
      if (at < 0) return turn;
    }
    return "200";
  };
}

interface Year {
  kind: TestDatabase["kind"];
  leads: number;
  oftener: number;
  /** What was told, at least. */
  messages: number;
  /** Two plans are loaded. */
  second?: boolean;
}

const years: Year[] = [{ kind: "embedded memory", oftener: 1, ...(whole ? { leads: 5_500, messages: 100_000 } : { leads: 60, messages: 1_000 }) }];
years.push({ kind: "embedded memory", leads: whole ? 550 : 30, oftener: 3, messages: whole ? 10_000 : 400, second: true });
// On a database of its own each message takes many times as long, so that it is for the whole run.
if (whole) years.push({ kind: "mongodb", leads: 110, oftener: 2, messages: 1_500 });

/** What counts as having been told: it arrived, or it cannot be known. */
const told = ({ turn, arrived }: Message) => arrived || !isClear(turn);
const nameOf = (person: string, key: string, step: string) => `${person} ${key} ${step}`;

const without = ({ kind }: Year) => kind === "mongodb" && !process.env.MONGODB_URI;

describe.each(years.filter((one) => !without(one)))(
  "a year of $leads leads, five instances whose clocks differ by up to 20 minutes, 14 days of downtime ($kind, second plan: $second)",
  ({ kind, leads, oftener, messages, second }) => {
    const database = databaseOf(kind);
    const down = (day: string) => day >= "2027-06-07" && day < "2027-06-21";
    let year: Simulated;
    let to: Map<string, Message[]>;
    let about: Map<string, Message[]>;
    const settings = settingsOf(leads);
    const done = doneOn(leads);
    // Whoever installs it again does so after the day's passes.
    const calendar = calendarOf({ nation: "england" });
    /** Marked done by then, so that nothing more is said of it. */
    const isDone = (key: string, by: string): boolean => (done.get(key) ?? "9999") <= by;
    const standsInFor = (one: string, other: string) => settings[other]?.holidays?.some(({ deputy }) => deputy === one) ?? false;
    /** On a holiday what comes next of something goes to the deputy, and after it to the one who was away. */
    const passedOn = (person: string, key: string, at: number): boolean =>
      about.get(key)?.some((one) => told(one) && one.at > at && (standsInFor(one.person, person) || standsInFor(person, one.person))) ?? false;
    beforeAll(async () => {
      year = await simulate(await database.open(), { leads, days: 365, script: byChance(7, oftener), down, second });
      to = grouped(year.messages, ({ person }) => [person]);
      about = grouped(year.messages, ({ items }) => items.map(({ key }) => key));
    }, 3_600_000);

    test("there were enough messages, and every kind of answer", () => {
      expect(year.messages.filter(told).length).toBeGreaterThan(messages);
      expect(new Set(year.messages.map(({ turn }) => turn)).size).toBe(odds.length + 1);
    });

    test("nobody was told twice on a day", () => {
      const times = new Map<string, number>();
      for (const { person, day } of year.messages.filter(told)) times.set(`${person} ${day}`, (times.get(`${person} ${day}`) ?? 0) + 1);
      expect([...times].filter(([, count]) => count > 1)).toEqual([]);
    });

    test("nobody was written to before their hour", () => {
      const settings = settingsOf(leads);
      const early = year.messages.filter(({ person, at, day }) => {
        const local = localTimeAt(new Date(at), "Europe/London");
        return local.day !== day || local.time < (settings[person]?.rhythms?.[0]?.hour ?? "09:30");
      });
      expect(early).toEqual([]);
    });

    test("nobody was told anything that was not due to them by then", () => {
      const due = new Map<string, string>();
      for (const { person, day, items } of year.expected) for (const { key, step } of items) due.set(nameOf(person, key, step), day);
      const invented = year.messages.flatMap(({ person, day, items }) =>
        items.filter(({ key, step }) => (due.get(nameOf(person, key, step)) ?? "9999") > day).map(({ key, step }) => `${day} ${nameOf(person, key, step)}`),
      );
      expect(invented).toEqual([]);
    });

    test("no rung was told twice, but for what may not have arrived, which says so", () => {
      const first = new Map<string, Message>();
      const twice: string[] = [];
      for (const message of year.messages.filter(told)) {
        for (const { key, step, again } of message.items) {
          const name = nameOf(message.person, key, step);
          const before = first.get(name);
          if (before && (!again || isClear(before.turn))) twice.push(name);
          if (!before || isClear(message.turn)) first.set(name, message);
        }
      }
      expect(twice).toEqual([]);
    });

    test("nothing was lost: on its day, or the next time they could be reached, or in its place what came after it", () => {
      const heard = new Map<string, { day: string; step: string; place: number }[]>();
      year.messages.filter(told).forEach(({ person, day, items }, place) => {
        for (const { key, step } of items) heard.set(`${person} ${key}`, [...(heard.get(`${person} ${key}`) ?? []), { day, step, place }]);
      });
      const lost: string[] = [];
      for (const { person, day, items } of year.expected) {
        const entry = year.log.get(`${person} ${day}`);
        for (const { key, step } of items) {
          const all = heard.get(`${person} ${key}`) ?? [];
          if (all.some((one) => one.step === step && one.day === day)) continue;
          const refused = entry?.state === "refused" || wasLost(year, to.get(person) ?? [], day);
          const back = year.reinstalled.get(person)?.find((one) => one > day);
          const later = all.some((one) => one.day > day) || passedOn(person, key, Date.parse(`${day}T23:59:59Z`));
          const nothingCame = !to.get(person)?.some((one) => back !== undefined && one.day > back && told(one));
          if (!refused || (back !== undefined && !later && !nothingCame && !isDone(key, calendar.onOrAfter(addDays(back, 1)))))
            lost.push(`${day} ${nameOf(person, key, step)}`);
        }
      }
      expect(lost).toEqual([]);
    });

    test("every unclear one is in the log as such, and its content rides in the next message", () => {
      const wrong = year.messages.flatMap((message) => {
        if (isClear(message.turn)) return [];
        const entry = year.log.get(`${message.person} ${message.day}`);
        if (entry?.state !== "unknown") return [`${message.person} ${message.day} is ${entry?.state}`];
        const theirs = to.get(message.person) ?? [];
        const next = theirs[theirs.indexOf(message) + 1];
        const rides = (key: string) =>
          next?.items.some((item) => item.key === key) || passedOn(message.person, key, message.at) || isDone(key, next?.day ?? "");
        return next ? message.items.filter(({ key }) => !rides(key)).map(({ key }) => `${message.person} ${message.day} ${key}`) : [];
      });
      expect(wrong).toEqual([]);
    });

    test("whom the channel refuses is left alone until the bot is installed again", () => {
      const refusedOn = new Map<string, string>();
      const written: string[] = [];
      for (const { person, day, turn } of year.messages) {
        const refused = refusedOn.get(person);
        if (refused && !year.reinstalled.get(person)?.some((on) => on > refused && on <= day)) written.push(`${person} ${day}`);
        if (turn === "403" || turn === "404") refusedOn.set(person, day);
      }
      expect(written).toEqual([]);
    });
  },
);

/** Between a refusal and the next installation. */
function wasLost({ reinstalled }: Simulated, theirs: Message[], day: string): boolean {
  const refused = theirs.filter((one) => (one.turn === "403" || one.turn === "404") && one.day <= day).at(-1);
  return refused !== undefined && !reinstalled.get(refused.person)?.some((on) => on > refused.day && on < day);
}

function grouped(messages: Message[], keysOf: (message: Message) => string[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    for (const key of keysOf(message)) {
      const group = groups.get(key);
      if (group) group.push(message);
      else groups.set(key, [message]);
    }
  }
  return groups;
}
