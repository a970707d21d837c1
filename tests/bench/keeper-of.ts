/** The bench's side of the process that cleans up after it. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Leftover {
  pid?: number;
  /** A process that needs no killing any more. */
  ended?: number;
  folder?: string;
  /** Connection string of a database of its own, to be dropped. */
  database?: string;
}

export interface AuditedRepository {
  keeps(leftover: Leftover): void;
  /** Takes everything away; rejects when something stays. */
  tidyUp(): Promise<void>;
}

export const startKeeper = (): AuditedRepository => {
  const child = fork(fileURLToPath(new URL("keeper.js", import.meta.url)), { detached: true });
  return {
    keeps(leftover) {
      // It tidies up already, so whoever has ended by now needs no mention.
      if (child.connected) child.send(leftover);
    },
    async tidyUp() {
      const ended = once(child, "exit");
      child.disconnect();
      const [code] = await ended;
      if (code !== 0) throw new Error("Something of the bench's could not be removed (folders called waymark-bench-… in the temporary folder, or databases)");
    },
  };
};
