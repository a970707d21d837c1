/** The real command line: built as for production, run as processes of their own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Reading {
  /** Hangs up on stdout after so many characters. */
  readOnly?: number;
}

export interface CommandLine {
  /** Runs `waymark ...args` to its end. `DATA_DIR` is a folder of its own unless `environment` says else. */
  run(args: string[], environment?: Record<string, string>, reading?: Reading): Promise<Ran>;
  /** An empty folder, removed after the suite. */
  folder(): Promise<string>;
}

/** Builds once for the suite. */
export function commandLine(): CommandLine {
  const built = join(root, "dist", `for-tests-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const folders: string[] = [built];
  beforeAll(() =>
    build({
      absWorkingDir: root,
      entryPoints: ["src/main.ts"],
      outdir: built,
      chunkNames: "parts/[name]-[hash]",
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
    }),
  );
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), "waymark-test-"));
    folders.push(made);
    return made;
  };
  const run = async (args: string[], environment: Record<string, string> = {}, reading: Reading = {}) => {
    const DATA_DIR = environment.DATA_DIR ?? join(await folder(), "data");
    return ran(
      spawn(process.execPath, [join(built, "main.js"), ...args], {
        env: { PATH: process.env.PATH ?? "", NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment, DATA_DIR },
      }),
      reading,
    );
  };
  return { run, folder };
}

function ran(child: ReturnType<typeof spawn>, { readOnly = Number.POSITIVE_INFINITY }: Reading): Promise<Ran> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (out.length > readOnly) child.stdout?.destroy();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}
