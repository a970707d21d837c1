/** What was measured, as Markdown. */
import { cpus, totalmem } from "node:os";
import type { Hearing } from "./heard.js";
import type { Database, Filled, Measured, Starts, Subject, Trips, Turns } from "./results.js";

const nameOf: Record<Subject, string> = {
  echo: "bare botbuilder echo",
  earlier: "the earlier build, NeDB, sample plan",
  "NeDB small": "Waymark, NeDB, sample plan",
  "NeDB large": "Waymark, NeDB, 100 times the plan",
  "MongoDB small": "Waymark, MongoDB, sample plan",
  "MongoDB large": "Waymark, MongoDB, 100 times the plan",
};

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;
export const mb = (value: number): string => (Number.isNaN(value) ? "not known here" : `${Math.round(value)} MB`);

export const table = (heads: string[], rows: string[][]): string =>
  `${[heads, heads.map((_, at) => (at ? "--:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`;

export interface Run {
  /** Whether there was a server to measure. */
  mongodb: boolean;
  /** How long it took. */
  seconds: number;
  /** How many processes of others ran or waited when it began; the times are worth less the more there were. */
  busy: number;
}

export const report = (measured: Measured, run: Run): string =>
  [
    machine(run),
    `### A turn of “how is 2.3 doing”\n\nEach turn asks something else than the same person's turn before (2.4 in between, not counted), so there is something new to remember; or the same again.\n\n${turnsTable(measured.turns)}`,
    run.mongodb ? "" : "MongoDB was not measured: set MONGODB_URI to a server, and the bench makes a database of its own there.\n",
    `### Saving a figure\n\nThe press of a form with one figure, until its receipt is there; opening the form is not counted. Beside it the bare echo's turn and one write on disk.\n\n${submitsTable(measured)}`,
    `### The databases by themselves\n\n${tripsTable(measured.trips)}`,
    `### Understanding alone\n\n${hearingTable(measured)}`,
    `### Reminders that are due\n\n${remindersTable(measured)}`,
    `### Starting, and memory\n\n${startsTable(measured.starts)}`,
  ]
    .filter(Boolean)
    .join("\n");

const machine = ({ seconds, busy }: Run): string => {
  const all = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${all.length} × ${all[0]?.model.trim()}, ${gigabytes} GB, Node ${process.versions.node}, load generator and bots on the same machine; load average ${busy.toFixed(1)} when it began, ${Math.round(seconds)} s in all. Times are medians of rounds taken in turn.\n`;
};

export type Load = Pick<Turns, "kind" | "inFlight">;

/** How the medians of two subjects compare under the same load. */
export const ratio = (turns: Turns[], [a, b]: [Subject, Subject], { kind, inFlight }: Load): number => {
  const p50 = (subject: Subject) => turns.find((each) => each.subject === subject && each.kind === kind && each.inFlight === inFlight)?.p50 ?? Number.NaN;
  return p50(a) / p50(b);
};

const loadOf = ({ kind, inFlight }: Load): string => `${inFlight}${kind === "again" ? ", the same again" : ""}`;

const turnsTable = (turns: Turns[]): string =>
  table(
    ["", "in flight", "p50", "p99", "turns/s", "p50 beside echo", "beside the sample plan"],
    turns
      .filter(({ kind }) => kind !== "submit")
      .map(({ subject, p50, p99, perSecond, ...load }) => [
        nameOf[subject],
        loadOf(load),
        ms(p50),
        ms(p99),
        Math.round(perSecond).toLocaleString("en-GB"),
        subject === "echo" ? "" : times(ratio(turns, [subject, "echo"], load)),
        subject.endsWith("large") ? times(ratio(turns, [subject, subject.replace("large", "small") as Filled], load)) : "",
      ]),
  );

const echoOf = (turns: Turns[]): number => turns.find((each) => each.subject === "echo" && each.kind === "again" && each.inFlight === 1)?.p50 ?? Number.NaN;

/** How much longer a figure takes to be saved than an echo's turn and a write on disk do. */
export const submitRatio = ({ turns, trips }: Measured, subject: Subject): number => {
  const database: Database = subject.startsWith("MongoDB") ? "MongoDB" : "NeDB";
  const p50 = turns.find((each) => each.subject === subject && each.kind === "submit")?.p50 ?? Number.NaN;
  return p50 / (echoOf(turns) + (trips[database]?.write ?? Number.NaN));
};

const submitsTable = (measured: Measured): string =>
  table(
    ["", "p50", "p99", "beside echo and one write"],
    measured.turns
      .filter(({ kind }) => kind === "submit")
      .map(({ subject, p50, p99 }) => [nameOf[subject], ms(p50), ms(p99), times(submitRatio(measured, subject))]),
  );

const tripsTable = (trips: Measured["trips"]): string =>
  table(
    ["", "one read, p50", "one write on disk, p50"],
    (Object.entries(trips) as [Database, Trips][]).map(([database, { read, write }]) => [database, ms(read), ms(write)]),
  );

const hearingRow = (plan: string, { texts, first, again, planIndex, slowest }: Hearing): string[] => [
  plan,
  String(texts),
  `${ms(first.p50)} / ${ms(first.p99)}`,
  `${ms(again.p50)} / ${ms(again.p99)}`,
  `${ms(slowest.ms)} (${slowest.name})`,
  ms(planIndex),
];

const hearingTable = ({ heard }: Measured): string =>
  table(
    ["", "texts", "words not met before, p50 / p99", "words met before, p50 / p99", "slowest text of 64 KB", "once, for the plan"],
    [hearingRow("sample plan", heard.small), hearingRow("100 times the plan", heard.large)],
  );

const startsTable = (starts: Measured["starts"]): string =>
  table(
    ["", "ready after", "first turn", "memory when ready", "memory after turns"],
    (Object.entries(starts) as [Exclude<Subject, "echo">, Starts][]).map(([subject, { ready, firstTurn, memory, memoryAfter, turns }]) => [
      nameOf[subject],
      ms(ready),
      ms(firstTurn),
      mb(memory),
      `${mb(memoryAfter)} (${turns.toLocaleString("en-GB")})`,
    ]),
  );

export const readsOf = ({ reads }: Measured["reminders"]): number => Object.values(reads).reduce((sum, count) => sum + count, 0);

const remindersTable = ({ reminders }: Measured): string =>
  table(
    ["", "found", "documents read", "first pass over the plan", "later passes, p50"],
    [
      [
        `${reminders.milestones.toLocaleString("en-GB")} milestones`,
        `${reminders.found} people, one each`,
        Object.entries(reminders.reads)
          .flatMap(([name, count]) => (count ? [`${count} of ${name}`] : []))
          .join(", "),
        ms(reminders.first),
        ms(reminders.later),
      ],
    ],
  );
