/** A MongoDB-protocol server of a test's own, with the programs that `npm run documentdb` has installed: to be killed. */
import { execFile } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { required } from "./required.js";

const run = promisify(execFile);
const script = new URL("documentdb", import.meta.url).pathname;

/** The folder of the programs. Without one the suite that asks is skipped, or fails where nothing may be skipped. */
export function documentdbOrSkip(): string | undefined {
  const folder = process.env.DOCUMENTDB ?? ".documentdb";
  if (existsSync(join(folder, "bin/ferretdb"))) return folder;
  required("A database that may be killed (DOCUMENTDB)", "npm run documentdb, or set DOCUMENTDB to the folder that it was given");
  return undefined;
}

export interface OwnServer {
  mongodbUri: string;
  /** Ends all its processes with SIGKILL. */
  kill(): Promise<void>;
  /** It, or the engine behind it, goes on holding its connections and says nothing more. */
  freeze(part: "gateway" | "engine"): Promise<void>;
  thaw(): Promise<void>;
  /** Resolves when it takes connections again. */
  start(): Promise<void>;
  /** Killed, and its data gone. */
  drop(): Promise<void>;
}

export async function ownServer(programs: string): Promise<OwnServer> {
  const folder = join(tmpdir(), `waymark-test-${randomUUID()}`);
  const port = randomInt(10_000, 15_000) * 2;
  const call = (verb: string) => run(script, [verb, folder, String(port), programs]);
  await call("up");
  return {
    mongodbUri: `mongodb://127.0.0.1:${port}/waymark-test`,
    kill: async () => void (await call("kill")),
    freeze: async (part) => void (await call(`freeze-${part}`)),
    thaw: async () => void (await call("thaw")),
    start: async () => void (await call("up")),
    drop: async () => void (await call("drop")),
  };
}
