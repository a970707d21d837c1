/** The table that comes first: what says most on any machine. Each ratio is of two things that were measured in turn in this run; plain numbers come last. */
import { type Load, mb, ms, ratio, readsOf, submitRatio, table, times } from "./report.js";
import type { Database, Measured, Subject } from "./results.js";
import type { SignedSubject, SignedTurns } from "./signed/measure.js";

export interface AllMeasured {
  measured?: Measured;
  signed: SignedTurns[];
  /** Commit of the build that was measured beside this one. */
  earlier?: string;
}

type Row = [what: string, measured: string, aim: string, met: boolean | undefined];

const atMost = (what: string, value: number, most: number): Row => [what, times(value), `at most ${most} ×`, value <= most];
const atLeast = (what: string, value: number, least: number): Row => [what, times(value), `at least ${least} ×`, value >= least];
const under = (what: string, [value, shown]: [number, string], most: number, unit: string): Row => [what, shown, `under ${most} ${unit}`, value < most];

const single: Load = { kind: "new", inFlight: 1 };
const many: Load = { kind: "new", inFlight: 32 };
/** As many documents as the database hands out at once. */
const onePage = 100;

export function ratiosTable({ measured, signed, earlier }: AllMeasured): string {
  const rows = [
    ...(earlier ? besideEarlier(measured, signed) : []),
    ...besideEcho(signed),
    ...(measured ? [...databaseRatios(measured, "NeDB"), ...databaseRatios(measured, "MongoDB"), ...numbers(measured)] : []),
  ];
  const title = earlier ? `### Ratios, and beside build ${earlier}\n\n` : "### Ratios\n\n";
  const verdict = { true: "met", false: "**not met**", undefined: "" };
  return `${title}${table(
    ["", "measured", "aim", ""],
    rows.map(([what, found, aim, met]) => [what, found, aim, verdict[`${met}`]]),
  )}`;
}

function signedOf(signed: SignedTurns[], subject: SignedSubject, load: string): SignedTurns | undefined {
  return signed.find((each) => each.subject === subject && each.load === load);
}

/** This build's over the other's, of signed turns under one load. */
function signedRatio(signed: SignedTurns[], beside: SignedSubject, { load, of }: { load: string; of: "p50" | "p99" | "perSecond" }): number {
  return (signedOf(signed, "Waymark", load)?.[of] ?? Number.NaN) / (signedOf(signed, beside, load)?.[of] ?? Number.NaN);
}

function besideEcho(signed: SignedTurns[]): Row[] {
  return [
    atMost("signed turns: p50 beside the bare SDK's echo, 1 in flight", signedRatio(signed, "echo", { load: "1 in flight", of: "p50" }), 1),
    atLeast("signed turns: turns a second beside the echo's, 16 in flight", signedRatio(signed, "echo", { load: "16 in flight", of: "perSecond" }), 1.3),
    atMost("signed turns: p99 beside the echo's, 16 in flight", signedRatio(signed, "echo", { load: "16 in flight", of: "p99" }), 1),
  ];
}

function besideEarlier(measured: Measured | undefined, signed: SignedTurns[]): Row[] {
  const row = (what: string, value: number): Row => [`beside the earlier build: ${what}`, times(value), "", undefined];
  const pair: [Subject, Subject] = ["NeDB small", "earlier"];
  const rows = [
    row("signed turns a second, 16 in flight", signedRatio(signed, "earlier", { load: "16 in flight", of: "perSecond" })),
    row("signed turns, p50, 1 in flight", signedRatio(signed, "earlier", { load: "1 in flight", of: "p50" })),
    row("signed turns, p99, 16 in flight", signedRatio(signed, "earlier", { load: "16 in flight", of: "p99" })),
  ];
  if (!measured) return rows;
  const { turns, starts } = measured;
  const [now, before] = [starts["NeDB small"], starts.earlier];
  return [
    ...rows,
    row("a turn, p50, 1 in flight", ratio(turns, pair, single)),
    row("a turn, p50, 32 in flight", ratio(turns, pair, many)),
    row("saving a figure, p50", ratio(turns, pair, { kind: "submit", inFlight: 1 })),
    row("time until it is ready", (now?.ready ?? Number.NaN) / (before?.ready ?? Number.NaN)),
    row("memory after turns", (now?.memoryAfter ?? Number.NaN) / (before?.memoryAfter ?? Number.NaN)),
  ];
}

function databaseRatios(measured: Measured, database: Database): Row[] {
  const { turns, starts } = measured;
  if (!starts[`${database} small`]) return [];
  return [
    atMost(`${database}: p50 of a turn beside the echo's, 1 in flight`, ratio(turns, [`${database} small`, "echo"], single), 1.5),
    atMost(`${database}: the same question again`, ratio(turns, [`${database} small`, "echo"], { ...single, kind: "again" }), 1.5),
    atMost(`${database}: p50 with 100 times the plan beside the sample plan`, ratio(turns, [`${database} large`, `${database} small`], single), 1.1),
    atMost(`${database}: p50 of saving a figure beside the echo's turn and one write`, submitRatio(measured, `${database} small`), 2),
  ];
}

function numbers({ starts, heard, reminders }: Measured): Row[] {
  const started = (["NeDB", "MongoDB"] as const).flatMap((database): Row[] => {
    const small = starts[`${database} small`];
    if (!small) return [];
    return [
      under(`${database}: ready after`, [small.ready, ms(small.ready)], 1_500, "ms"),
      under(`${database}: memory after turns`, [small.memoryAfter, mb(small.memoryAfter)], 200, "MB"),
    ];
  });
  const { first, slowest } = heard.small;
  const reads = readsOf(reminders);
  return [
    ...started,
    under("understanding a question, p99, words not met before", [first.p99, ms(first.p99)], 2, "ms"),
    under("understanding the slowest text of 64 KB", [slowest.ms, ms(slowest.ms)], 5, "ms"),
    under("reminders: looking for the due among a million milestones", [reminders.later, ms(reminders.later)], 50, "ms"),
    ["reminders: documents read", String(reads), "those due and a page", reads <= reminders.found + onePage],
  ];
}
