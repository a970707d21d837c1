/**
 * One process a folder. Each process claims it with a file of its own name, which it touches every two seconds, and then looks for
 * other claims, so two can never both pass. A claim whose process this one can look up lives as long as that does; any other, of
 * another machine or container, lives until it was not touched for a while.
 */
import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { access, open, readdir, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UserFacingError } from "../shared/errors.js";

const prefix = "in-use";
const note = "Waymark uses this folder. The next start removes this file if the process is gone.\n";
const touchedEveryMs = 2_000;
/** Also what a Waymark of before took, which touches its claim every five seconds. */
const deadAfterMs = 15_000;
const lookEveryMs = 250;
const host = hostname().replace(/[^A-Za-z0-9-]/g, "-");
const here = [host, processSpace()].filter(Boolean).join("-");
let serial = 0;

export interface HeldFolder {
  release(): Promise<void>;
  /** Rejects when another process has taken the folder over, because this one stood still for too long. */
  held(): Promise<void>;
}

/** Claims of dead processes are taken over. Throws a UserFacingError when a live process has the folder. */
export async function lockFolder(folder: string): Promise<HeldFolder> {
  serial += 1;
  const claim = [prefix, here, process.pid, startOf(process.pid), serial].join(".");
  const path = join(folder, claim);
  for (let tries = 1; ; tries += 1) {
    await writeFile(path, note, { flag: "wx" });
    const other = await livingClaim(folder, claim).catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    if (!other) break;
    await rm(path, { force: true });
    if (tries === 3) throw inUse(folder, other);
    // Two that start together see each other and both stand back.
    await pause(20 + Math.random() * 80);
  }
  const touching = setInterval(() => touch(path).catch(() => undefined), touchedEveryMs).unref();
  return {
    held: () => access(path),
    async release() {
      clearInterval(touching);
      await rm(path, { force: true });
    },
  };
}

function inUse(folder: string, claim: string): UserFacingError {
  const [, elsewhere, pid] = claim.split(".");
  const where = elsewhere === here ? `process ${pid}` : `process ${pid} on ${elsewhere}`;
  return new UserFacingError(
    `The folder ${folder} is in use by another Waymark (${where}). The embedded database serves one process at a time: stop the other one, name another DATA_DIR, or share a MongoDB through MONGODB_URI.`,
  );
}

async function livingClaim(folder: string, mine: string): Promise<string | undefined> {
  const others = (await readdir(folder)).filter((name) => name.startsWith(`${prefix}.`) && name !== mine);
  for (const claim of others) {
    if (await lives(join(folder, claim), claim, join(folder, mine))) return claim;
    await rm(join(folder, claim), { force: true });
  }
  return undefined;
}

/** Waits until it is known whether a claim of elsewhere is touched, or has gone untouched for too long. */
async function lives(path: string, claim: string, mine: string): Promise<boolean> {
  const [, where, pid, started] = claim.split(".");
  if (where === here) return runs(Number(pid), started ?? "");
  const first = await touchedAt(path);
  for (;;) {
    // Both moments are by the clock of the disk.
    await touch(mine);
    const [now, then] = [await touchedAt(mine), await touchedAt(path)];
    if (then === undefined || now === undefined) return false;
    if (then !== first) return true;
    if (now - then >= deadAfterMs) return false;
    await pause(lookEveryMs);
  }
}

async function touchedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

/** Never makes a claim anew that somebody took over. */
async function touch(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.write(note, 0);
  } finally {
    await handle.close();
  }
}

/** Names the set of process numbers that this process sees; nothing where there is only one. */
function processSpace(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
    return createHash("sha256").update(boot).update(readlinkSync("/proc/self/ns/pid")).digest("hex").slice(0, 12);
  } catch {
    return "";
  }
}

function runs(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startOf(pid) === started;
}

/** When a process started, in the kernel's ticks: a number given again to another process has another start. "0" where there is no /proc, "dead" for a zombie. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? "dead" : (fields[19] ?? "0");
  } catch {
    return "0";
  }
}
