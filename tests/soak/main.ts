/** The soak: the bot as it is deployed, under the same load for a long time. Fails when its memory keeps growing, or a turn is not answered. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Bot, startWaymark } from "../bench/bots.js";
import { startKeeper } from "../bench/keeper-of.js";
import { newPlace } from "../bench/places.js";
import type { LoadReport } from "./load.js";
import { type Sample, slopeOf } from "./slope.js";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "20" }, rate: { type: "string", default: "50" }, "warm-up": { type: "string", default: "5" } },
});
const [minutes, rate, warmUp] = [Number(values.minutes), Number(values.rate), Number(values["warm-up"])];
const mostMegabytesAMinute = 1;
const sampleEveryMs = 10_000;

interface Seen extends Sample {
  heap: number;
  report: LoadReport;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const reportOf = async (load: ChildProcess): Promise<LoadReport> => {
  load.send("report");
  const [report] = await once(load, "message");
  return report as LoadReport;
};

const metricsOf = async ({ url }: Bot): Promise<string> => (await fetch(new URL("/metrics", url))).text();

const heapOf = (metrics: string): number => Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1] ?? Number.NaN) / 1024 / 1024;

const watch = async (bot: Bot, load: ChildProcess): Promise<Seen[]> => {
  const seen: Seen[] = [];
  const start = performance.now();
  say("minute  turns/s  p50 ms  p99 ms  memory MB  heap MB  under way  wrong");
  for (let next = sampleEveryMs; next <= minutes * 60_000; next += sampleEveryMs) {
    await sleep(start + next - performance.now());
    const report = await reportOf(load);
    const one = { at: (performance.now() - start) / 60_000, megabytes: bot.memory(), heap: heapOf(await metricsOf(bot)), report };
    seen.push(one);
    const cells = [one.at.toFixed(1), ((report.turns * 1_000) / sampleEveryMs).toFixed(1), report.p50.toFixed(1), report.p99.toFixed(1)];
    say([...cells, one.megabytes.toFixed(1), one.heap.toFixed(1), report.under, JSON.stringify(report.wrong)].join("\t"));
  }
  return seen;
};

/** What the collector leaves shows growth sooner than what it has taken from the system: the least of each minute. */
const floorsOf = (seen: Seen[]): Sample[] => {
  const floors = new Map<number, number>();
  for (const { at, heap } of seen) floors.set(Math.floor(at), Math.min(heap, floors.get(Math.floor(at)) ?? heap));
  return [...floors].map(([at, megabytes]) => ({ at, megabytes }));
};

const judge = (seen: Seen[], metrics: string): boolean => {
  const after = seen.filter(({ at }) => at > warmUp);
  const turns = seen.reduce((sum, { report }) => sum + report.turns, 0);
  const wrong = seen.reduce((sum, { report }) => sum + Object.values(report.wrong).reduce((all, count) => all + count, 0), 0);
  const slope = slopeOf(after);
  say(`${turns} turns in ${minutes} minutes (${(turns / minutes / 60).toFixed(1)} a second), ${wrong} wrong`);
  say(
    `memory after ${warmUp} minutes: ${slope.toFixed(3)} MB a minute (aim: under ${mostMegabytesAMinute}); heap that is left: ${slopeOf(floorsOf(after)).toFixed(3)} MB a minute`,
  );
  const failed = metrics.split("\n").filter((line) => /outcome="(?:failed|unknown)"/.test(line) && !/_bucket|_sum/.test(line));
  for (const line of failed) say(line);
  return slope < mostMegabytesAMinute && wrong === 0 && failed.length === 0;
};

const repository = startKeeper();
let good = false;
try {
  const bot = await startWaymark(repository, { place: await newPlace(repository, { mongodbUri: process.env.MONGODB_URI || undefined }) });
  const load = fork(fileURLToPath(new URL("load.js", import.meta.url)), [bot.url, String(rate)]);
  if (load.pid) repository.keeps({ pid: load.pid });
  const seen = await watch(bot, load);
  load.send("stop");
  await once(load, "exit");
  good = judge(seen, await metricsOf(bot));
  await bot.stop();
} finally {
  await repository.tidyUp();
}
process.exitCode = good ? 0 : 1;
