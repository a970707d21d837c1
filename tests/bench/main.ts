/** How fast the bot is, in one run: its turns beside a bare botbuilder bot's, a large plan beside a small one, understanding alone, starting. */
import { loadavg } from "node:os";
import { type Bot, heardAlone, type Load, startEcho, startLoad, startWaymark } from "./bots.js";
import { type AuditedRepository, startKeeper } from "./keeper-of.js";
import { fill, newPlace, type Place, type Size, tripsOf } from "./places.js";
import { ratiosTable } from "./ratios.js";
import { remindersDue } from "./reminders-due.js";
import { report } from "./report.js";
import type { Earlier, Measured, Starts, Subject, Turns } from "./results.js";
import type { Round, RoundResult } from "./round.js";
import { type SignedTurns, signedTurns } from "./signed/measure.js";
import { signedReport } from "./signed/report.js";
import { median } from "./statistics.js";

const rounds = 3;
/** Turns of a round. */
const loads: Omit<Round, "url">[] = [
  { kind: "new", inFlight: 1, turns: 300, mostMs: 1_500 },
  { kind: "new", inFlight: 32, turns: 2_000, mostMs: 2_500 },
  { kind: "again", inFlight: 1, turns: 300, mostMs: 1_000 },
  { kind: "submit", inFlight: 1, turns: 60, mostMs: 2_000 },
];
/** The bare bot has no forms: its turns are all alike. */
const fits = (subject: Subject, { kind }: Pick<Round, "kind">): boolean => subject !== "echo" || kind !== "submit";
const warmUp = { kind: "new" as const, inFlight: 8, turns: 2_000, mostMs: 8_000 };
const startsOf: Record<Size, number> = { small: 3, large: 1 };
const giveUpAfterMs = 8 * 60_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Starts the bot so many times; the last one stays and has its first turns. */
const startsIn = async (
  repository: AuditedRepository,
  load: Load,
  { times, ...what }: { place: Place; program?: string; times: number },
): Promise<{ bot: Bot; starts: Starts }> => {
  const ready: number[] = [];
  const memory: number[] = [];
  for (let left = times; ; left--) {
    const bot = await startWaymark(repository, what);
    ready.push(bot.readyAfter);
    memory.push(bot.memory());
    if (left > 1) {
      await bot.stop();
      continue;
    }
    const first = await load.run({ url: bot.url, kind: "again", inFlight: 1, turns: 1, mostMs: 1_000 });
    const { turns } = await load.run({ url: bot.url, ...warmUp });
    return { bot, starts: { times, ready: median(ready), memory: median(memory), firstTurn: first.p50, memoryAfter: bot.memory(), turns } };
  }
};

const keyOf = (subject: Subject, { kind, inFlight }: Pick<Round, "kind" | "inFlight">) => `${subject} ${kind} ${inFlight}`;

/** One round of each subject after the other, the other way round every second time, so that what else the machine does falls on all alike. */
const turnsOf = async (load: Load, bots: [Subject, Bot][]): Promise<Turns[]> => {
  const found = new Map<string, RoundResult[]>();
  for (let round = 0; round < rounds; round++) {
    for (const each of loads)
      for (const [subject, { url }] of round % 2 ? [...bots].reverse() : bots) {
        if (!fits(subject, each)) continue;
        const key = keyOf(subject, each);
        found.set(key, [...(found.get(key) ?? []), await load.run({ url, ...each })]);
      }
    say(`round ${round + 1} of ${rounds}`);
  }
  return bots.flatMap(([subject]) =>
    loads
      .filter((each) => fits(subject, each))
      .map(({ kind, inFlight }) => {
        const results = found.get(keyOf(subject, { kind, inFlight })) ?? [];
        const middle = (of: (result: RoundResult) => number) => median(results.map(of));
        const turns = results.reduce((sum, result) => sum + result.turns, 0);
        return {
          subject,
          kind,
          inFlight,
          turns,
          p50: middle(({ p50 }) => p50),
          p99: middle(({ p99 }) => p99),
          perSecond: middle(({ perSecond }) => perSecond),
        };
      }),
  );
};

const measure = async (repository: AuditedRepository, { mongodbUri, earlier }: { mongodbUri?: string; earlier?: Earlier }): Promise<Measured> => {
  const load = startLoad(repository);
  const echo = await startEcho(repository);
  await load.run({ url: echo.url, ...warmUp });
  const bots: [Subject, Bot][] = [["echo", echo]];
  const starts: Measured["starts"] = {};
  const trips: Measured["trips"] = {};
  for (const database of mongodbUri ? (["NeDB", "MongoDB"] as const) : (["NeDB"] as const)) {
    const fresh = () => newPlace(repository, { mongodbUri: database === "MongoDB" ? mongodbUri : undefined });
    trips[database] = await tripsOf(await fresh());
    for (const size of ["small", "large"] as const) {
      say(`${database}, ${size} plan: filling, starting`);
      const place = await fresh();
      await fill(place, size);
      const started = await startsIn(repository, load, { place, times: startsOf[size] });
      starts[`${database} ${size}`] = started.starts;
      bots.push([`${database} ${size}`, started.bot]);
    }
  }
  if (earlier) {
    const place = await newPlace(repository, {});
    await earlier.fill(place, "small");
    const started = await startsIn(repository, load, { place, program: earlier.program, times: startsOf.small });
    starts.earlier = started.starts;
    bots.push(["earlier", started.bot]);
  }
  const turns = await turnsOf(load, bots);
  for (const [, bot] of bots) await bot.stop();
  await load.stop();
  say("understanding alone");
  const heard = await heardAlone<Measured["heard"]>(repository);
  say("reminders alone");
  return { starts, trips, turns, heard, reminders: await remindersDue() };
};

export interface BenchOptions {
  /** Only the signed turns. */
  signedAlone?: boolean;
  earlier?: Earlier;
}

/** Measures, and gives the result as Markdown: ratios first. */
export async function bench({ signedAlone, earlier }: BenchOptions): Promise<string> {
  const from = performance.now();
  const [busy = 0] = loadavg();
  const repository = startKeeper();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => {
    say("The bench takes far too long and gives up.");
    process.exit(1);
  }, giveUpAfterMs).unref();
  const mongodbUri = process.env.MONGODB_URI || undefined;
  try {
    const measured = signedAlone ? undefined : await measure(repository, { mongodbUri, earlier });
    const signed: SignedTurns[] = await signedTurns(repository, { earlier, say });
    const run = { mongodb: mongodbUri !== undefined, seconds: (performance.now() - from) / 1000, busy };
    return [ratiosTable({ measured, signed, earlier: earlier?.name }), measured && report(measured, run), signedReport(signed)].filter(Boolean).join("\n");
  } finally {
    await repository.tidyUp();
  }
}
