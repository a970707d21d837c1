import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Started {
  /** Addresses of the chat windows by the part people play in them, as printed. */
  windows: Map<string, string>;
  /** What has been printed so far. */
  output(): string;
  /** Ctrl+C or another signal; resolves to the exit code. */
  interrupt(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
}

const READY = /Ctrl\+C|one process only/;

/** The command behind `npm start` or `npm run serve` as a process of its own, on any free port and with its data in `folder`; resolves when it is ready. */
export const startCommand = async (command: "start" | "serve", folder: string, settings: Record<string, string> = {}): Promise<Started> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../tools/run.mjs", import.meta.url)), command], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, PORT: "0", DATA_DIR: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  while (!READY.test(output)) {
    if (child.exitCode !== null) throw new Error(`It ended before it was ready:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const interrupt = (signal: NodeJS.Signals = "SIGINT") => {
    child.kill(signal);
    return exit;
  };
  const windows = new Map([...output.matchAll(/(http:\/\/localhost:\d+)\s+as .+, (.+)/g)].map(([, address = "", part = ""]) => [part, address]));
  return { windows, output: () => output, interrupt };
};
