/** A disk of a test's own that can be filled up and made read-only. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import { required } from "./required.js";

const run = promisify(execFile);

export interface SmallDisk {
  /** An empty folder on it. */
  folder: string;
  /** Takes what room there is. */
  fill(): Promise<void>;
  /** Gives that back. */
  makeRoom(): Promise<void>;
  readOnly(): Promise<void>;
  writable(): Promise<void>;
}

/** Only Linux's root can mount one; otherwise what asks is skipped, or fails where nothing may be skipped. */
export const canMount = process.platform === "linux" && process.getuid?.() === 0;

/** Disks of so many kilobytes; gone after the suite in which this is called. */
export function smallDisks(): (kilobytes: number) => Promise<SmallDisk> {
  if (!canMount) required("The right to mount a disk (root on Linux)", "run the tests as root");
  const mounted: string[] = [];
  afterAll(async () => {
    for (const place of mounted) {
      // A process that was killed may hold it for a moment longer.
      await untilItWorks(() => run("umount", [place]));
      await rm(place, { recursive: true, force: true });
    }
  });
  return async (kilobytes) => {
    const folder = await mkdtemp(join(tmpdir(), "waymark-disk-"));
    await run("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]);
    mounted.push(folder);
    const filling = join(folder, "filling");
    const remount = (how: string) => untilItWorks(() => run("mount", ["-o", `remount,${how}`, folder]));
    return {
      folder: join(folder, "data"),
      fill: () => writeFile(filling, Buffer.alloc(2 * kilobytes * 1024)).catch(() => undefined),
      makeRoom: () => rm(filling),
      // Refused while a file is open for writing.
      readOnly: () => remount("ro"),
      writable: () => remount("rw"),
    };
  };
}

async function untilItWorks(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await pause(20);
    }
  }
}
