/** A second process that runs a module of the tests or the sources, to be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { afterAll } from "vitest";

export interface Child {
  pid: number;
  /** The lines it has printed so far. */
  lines: string[];
  /** Resolves to the first line that starts so; rejects when the process ends before. */
  line(start: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Resolves when the process has ended. */
  exit(): Promise<void>;
}

const bundles = new Map<string, Promise<string>>();

async function bundle(module: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [module], bundle: true, platform: "node", format: "esm", packages: "external", write: false });
  return outputFiles[0]?.text ?? "";
}

/** Runs a TypeScript module with `args` in process.argv. `under` is a command to run it under ("prlimit", "--fsize=9000"). Ended after the suite. */
export function children(): (module: string, args: string[], under?: string[]) => Promise<Child> {
  const running: Child[] = [];
  afterAll(() => Promise.all(running.map((child) => child.kill("SIGKILL"))));
  return async (module, args, under = []) => {
    const source = bundles.get(module) ?? bundle(module);
    bundles.set(module, source);
    const [command = "node", ...rest] = [...under, process.execPath, "--input-type=module", "-", ...args];
    const child = started(spawn(command, rest, { stdio: ["pipe", "pipe", "inherit"] }), await source);
    running.push(child);
    return child;
  };
}

function started(process: ChildProcess, source: string): Child {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  const ended = new Promise<void>((resolve) => process.once("close", () => resolve()));
  if (process.stdout) createInterface({ input: process.stdout }).on("line", (line) => lines.push(line) && wake());
  ended.then(wake);
  process.stdin?.end(source);
  const isOver = () => process.exitCode !== null || process.signalCode !== null;
  return {
    pid: process.pid ?? 0,
    lines,
    line: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(start));
          if (found === undefined && !isOver()) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error(`The process ended without "${start}"`));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
    exit: () => ended,
    async kill(signal) {
      if (!isOver()) process.kill(signal);
      await ended;
    },
  };
}
