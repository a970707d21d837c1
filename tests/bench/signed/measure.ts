/** Signed turns whose replies are posted: the bot as it is deployed beside the bare SDK's echo, both taken in turn. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { appId } from "../../support/issuer.js";
import { tenantId } from "../../support/teams.js";
import type { AuditedRepository } from "../keeper-of.js";
import { fill, newPlace } from "../places.js";
import type { Earlier } from "../results.js";
import { median } from "../statistics.js";
import type { SignedChannel, SignedResult, SignedRound } from "./round.js";

export type SignedSubject = "echo" | "Waymark" | "earlier";

export interface SignedTurns extends SignedResult {
  subject: SignedSubject;
  load: string;
}

const rounds = 3;
const loads: { name: string; inFlight: number; turns: number; mostMs: number; ownTokens?: boolean }[] = [
  { name: "1 in flight", inFlight: 1, turns: 500, mostMs: 2_000 },
  { name: "16 in flight", inFlight: 16, turns: 4_000, mostMs: 3_000 },
  { name: "16 in flight, each with a new token", inFlight: 16, turns: 1_500, mostMs: 3_000, ownTokens: true },
];
const warmUp = { inFlight: 16, turns: 4_000, mostMs: 10_000 };

/** Bundled into the bench's main module, so paths begin there. */
const besideThis = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const messageOf = async <T>(child: ChildProcess): Promise<T> => {
  const ended = new AbortController();
  const end = () => ended.abort(new Error("A process of the bench ended without a word"));
  child.once("exit", end);
  try {
    return (await once(child, "message", { signal: ended.signal }))[0] as T;
  } finally {
    child.off("exit", end);
  }
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /listens on (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("exit", () => reject(new Error(`The bot ended before it was ready:\n${said}`)));
  });

const settingsFor = ({ serviceUrl, metadataUrl, loginOrigin }: SignedChannel) => ({
  PORT: "0",
  LOG_LEVEL: "warn",
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_PASSWORD: "of-the-bench",
  MICROSOFT_APP_TENANT_ID: tenantId,
  SERVICE_HOSTS: new URL(serviceUrl).host,
  CHANNEL_METADATA: metadataUrl,
  LOGIN_ADDRESS: loginOrigin,
});

/** Ends what it started. */
export const signedTurns = async (repository: AuditedRepository, { earlier, say }: { earlier?: Earlier; say(line: string): void }): Promise<SignedTurns[]> => {
  const started: ChildProcess[] = [];
  const kept = (child: ChildProcess): ChildProcess => {
    started.push(child);
    if (child.pid !== undefined) repository.keeps({ pid: child.pid });
    return child;
  };
  try {
    const channel = kept(fork(besideThis("./signed/channel.js")));
    const where = await messageOf<SignedChannel>(channel);
    const echo = kept(fork(besideThis("./signed/echo.js"), [where.metadataUrl]));
    const { port } = await messageOf<{ port: number }>(echo);
    const start = async (program: string, fillIt: typeof fill): Promise<string> => {
      const place = await newPlace(repository, {});
      await fillIt(place, "small");
      const env = { ...process.env, ...place, ...settingsFor(where) };
      return addressOf(kept(spawn(process.execPath, [program, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] })));
    };
    const urls: Partial<Record<SignedSubject, string>> = {
      echo: `http://127.0.0.1:${port}/api/messages`,
      Waymark: await start(besideThis("../main.js"), fill),
      ...(earlier && { earlier: await start(earlier.program, earlier.fill) }),
    };
    const run = async (round: SignedRound): Promise<SignedResult> => {
      channel.send(round);
      const { result, failed } = await messageOf<{ result?: SignedResult; failed?: string }>(channel);
      if (!result) throw new Error(failed);
      return result;
    };
    for (const url of Object.values(urls)) await run({ url, ...warmUp });
    const found = new Map<string, SignedResult[]>();
    for (let round = 0; round < rounds; round++) {
      const subjects = Object.keys(urls) as SignedSubject[];
      for (const { name, ...load } of loads)
        for (const subject of round % 2 ? subjects.reverse() : subjects)
          found.set(`${subject}|${name}`, [...(found.get(`${subject}|${name}`) ?? []), await run({ url: urls[subject] ?? "", ...load })]);
      say(`signed, round ${round + 1} of ${rounds}`);
    }
    return [...found].map(([key, results]) => {
      const [subject = "echo", load = ""] = key.split("|") as [SignedSubject, string];
      const middle = (of: (result: SignedResult) => number) => median(results.map(of));
      return { subject, load, p50: middle(({ p50 }) => p50), p99: middle(({ p99 }) => p99), perSecond: middle((it) => it.perSecond), turns: results.length };
    });
  } finally {
    for (const child of started) await ended(child);
  }
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exit;
  clearTimeout(timer);
};
