import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Started {
  /** Addresses of the chat windows by the part people play in them, as printed. */
  windows: Map<string, string>;
  /** What has been printed so far. */
  output(): string;
  /** Ctrl+C; resolves to the exit code. */
  interrupt(): Promise<number | null>;
}

/** `npm start` as a process of its own, on any free port and with its data in `folder`; resolves when it says that it is ready. */
export const startEverything = async (folder: string): Promise<Started> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../tools/run.mjs", import.meta.url)), "start"], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  await until(
    () => output.includes("Ctrl+C"),
    child,
    () => output,
  );
  const windows = new Map([...output.matchAll(/(http:\/\/localhost:\d+)\s+as .+, (.+)/g)].map(([, address = "", part = ""]) => [part, address]));
  return { windows, output: () => output, interrupt: () => ended(child) };
};

const until = async (ready: () => boolean, child: ChildProcess, output: () => string): Promise<void> => {
  while (!ready()) {
    if (child.exitCode !== null) throw new Error(`It ended before it was ready:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode !== null) return child.exitCode;
  child.kill("SIGINT");
  return new Promise((resolve) => child.once("exit", resolve));
};
