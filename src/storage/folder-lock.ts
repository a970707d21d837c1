/** One process a folder. Each process claims the folder with a file of its own name and then looks for other claims, so two can never both pass. */
import { readFileSync } from "node:fs";
import { readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UserFacingError } from "../shared/errors.js";

const prefix = "in-use";
const beat = 5_000;
const host = hostname().replace(/[^A-Za-z0-9-]/g, "-");
let serial = 0;

/** Resolves to the way to let go. Claims of dead processes are taken over. Throws a UserFacingError when a live process has the folder. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  serial += 1;
  const claim = [prefix, host, process.pid, startOf(process.pid), serial].join(".");
  const path = join(folder, claim);
  for (let tries = 1; ; tries += 1) {
    await writeFile(path, "Waymark uses this folder. The next start removes this file if the process is gone.\n", { flag: "wx" });
    const other = await livingClaim(folder, claim);
    if (!other) break;
    await rm(path, { force: true });
    if (tries === 3) throw inUse(folder, other);
    // Two that start together see each other and both stand back.
    await pause(20 + Math.random() * 80);
  }
  const beating = setInterval(() => utimes(path, new Date(), new Date()).catch(() => undefined), beat).unref();
  return async () => {
    clearInterval(beating);
    await rm(path, { force: true });
  };
}

function inUse(folder: string, claim: string): UserFacingError {
  const [, elsewhere, pid] = claim.split(".");
  const where = elsewhere === host ? `process ${pid}` : `process ${pid} on ${elsewhere}`;
  return new UserFacingError(
    `The folder ${folder} is in use by another Waymark (${where}). The embedded database serves one process at a time: stop the other one, name another DATA_DIR, or share a MongoDB through MONGODB_URI.`,
  );
}

async function livingClaim(folder: string, mine: string): Promise<string | undefined> {
  const others = (await readdir(folder)).filter((name) => name.startsWith(`${prefix}.`) && name !== mine);
  for (const claim of others) {
    if (await lives(folder, claim)) return claim;
    await rm(join(folder, claim), { force: true });
  }
  return undefined;
}

/** A process of another host or container cannot be looked up; that one shows by its beat. */
async function lives(folder: string, claim: string): Promise<boolean> {
  const [, where, pid, started] = claim.split(".");
  if (where === host) return runs(Number(pid), started ?? "");
  const touched = await stat(join(folder, claim)).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  return Date.now() - touched < 3 * beat;
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
