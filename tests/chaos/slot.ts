/** A place for one instance of the program as it is deployed: the process in it is killed, frozen and started again, the address stays. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startTeamsSide, type Teams } from "../support/teams.js";

export interface Slot {
  teams: Teams;
  /** Resolves when it listens. */
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Ended as by SIGKILL, and gone. */
  kill(): Promise<void>;
  /** Ends the process and its Teams side. */
  close(): Promise<void>;
}

/** `program` is main.js. */
export async function openSlot(program: string, settings: Record<string, string>): Promise<Slot> {
  const port = randomInt(20_000, 30_000);
  const teams = await startTeamsSide(`http://127.0.0.1:${port}/api/messages`);
  let child: ChildProcess | undefined;
  const kill = async () => {
    const running = child;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await gone;
  };
  return {
    teams,
    async start() {
      const started = spawn(process.execPath, [program, "serve"], {
        env: { PATH: process.env.PATH, NODE_ENV: "production", ...settings, PORT: String(port) },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      let output = "";
      for (const stream of [started.stdout, started.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-20_000)));
      while (!output.includes("Waymark listens on")) {
        if (started.exitCode !== null || started.signalCode !== null) throw new Error(`It ended before it was ready:\n${output}`);
        await pause(25);
      }
    },
    signal: (signal) => void child?.kill(signal),
    kill,
    async close() {
      await kill();
      await teams.stop();
    },
  };
}
