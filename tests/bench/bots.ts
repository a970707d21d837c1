/** The processes under test and the one that puts them to it. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AuditedRepository } from "./keeper-of.js";
import type { Place } from "./places.js";
import type { Round, RoundResult } from "./round.js";

const stopWithinMs = 5_000;

export interface Bot {
  url: string;
  /** Milliseconds from starting the process until it said that it is well. */
  readyAfter: number;
  /** Megabytes in memory now; NaN where the system does not say. */
  memory(): number;
  stop(): Promise<void>;
}

const besideThis = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const kept = (repository: AuditedRepository, child: ChildProcess): ChildProcess => {
  const { pid } = child;
  if (pid !== undefined) {
    repository.keeps({ pid });
    child.once("exit", () => repository.keeps({ ended: pid }));
  }
  return child;
};

/** The bot as it is deployed. */
export const startWaymark = async (
  repository: AuditedRepository,
  { place, program = besideThis("../main.js") }: { place: Place; program?: string },
): Promise<Bot> => {
  const from = performance.now();
  const env = { ...process.env, ...place, PORT: "0", MICROSOFT_APP_ID: "" };
  const child = kept(repository, spawn(process.execPath, [program, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] }));
  const url = await addressFrom(child);
  await becomesWell(new URL("/health", url));
  return { url, readyAfter: performance.now() - from, memory: () => memoryOf(child), stop: () => stop(child) };
};

const wellWithinMs = 30_000;

/** What answers at the address may say at first that it is not well. */
const becomesWell = async (address: URL): Promise<void> => {
  const until = performance.now() + wellWithinMs;
  while (!(await fetch(address)).ok) {
    if (performance.now() > until) throw new Error("The bot does not become well");
    await sleep(10);
  }
};

const addressFrom = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      const address = /listens on (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`The bot ended before it was ready:\n${said}`)));
  });

/** The bare bot of the SDK. */
export const startEcho = async (repository: AuditedRepository): Promise<Bot> => {
  const from = performance.now();
  const child = kept(repository, fork(besideThis("echo-bot.js")));
  const { port } = await messageFrom<{ port: number }>(child);
  return { url: `http://127.0.0.1:${port}/api/messages`, readyAfter: performance.now() - from, memory: () => memoryOf(child), stop: () => stop(child) };
};

export interface Load {
  run(round: Round): Promise<RoundResult>;
  stop(): Promise<void>;
}

export const startLoad = (repository: AuditedRepository): Load => {
  const child = kept(repository, fork(besideThis("load.js")));
  return {
    async run(round) {
      child.send(round);
      const { result, failed } = await messageFrom<{ result?: RoundResult; failed?: string }>(child);
      if (!result) throw new Error(failed);
      return result;
    },
    stop: () => stop(child),
  };
};

/** Runs the module of understanding alone to its end; the result is the one message it sends. */
export const heardAlone = async <T>(repository: AuditedRepository): Promise<T> => {
  const child = kept(repository, fork(besideThis("listener.js")));
  const result = await messageFrom<T>(child);
  await stop(child);
  return result;
};

const messageFrom = async <T>(child: ChildProcess): Promise<T> => {
  const ended = new AbortController();
  const end = () => ended.abort(new Error("A process of the bench ended without a word"));
  child.once("exit", end);
  try {
    const [message] = await once(child, "message", { signal: ended.signal });
    return message as T;
  } finally {
    child.off("exit", end);
  }
};

const memoryOf = ({ pid }: ChildProcess): number => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await ended;
  clearTimeout(timer);
};
