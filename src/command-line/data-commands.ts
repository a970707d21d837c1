/** The commands on the data as a whole: all of it out, all of it in. */
import { once } from "node:events";
import { Command } from "commander";
import type { Document, Storage } from "../storage/port.js";
import { exportData, importData, migrations } from "../upkeep/index.js";
import { print } from "./print.js";

export interface DataParts {
  /** As it is, brought forward to no newer layout. */
  open(): Promise<Storage>;
  check(document: Document): unknown;
}

/** `data export` and `data import`. What a person can mend is thrown as a UserFacingError; nothing is changed then. */
export function dataCommands({ open, check }: DataParts): Command {
  const data = new Command("data").description("back up and restore: everything that is stored, as JSON lines");
  data
    .command("export")
    .description("print everything that is stored; stop the bot first, or take what is written meanwhile as it comes")
    .action(() => exportFrom(open));
  data
    .command("import")
    .description("put in what data export printed, into an empty database; stop the bot first")
    .argument("<file>")
    .option("--replace", "empty the database first")
    .action(async (path: string, { replace = false }: { replace?: boolean }) => {
      const counts = await importData(open, { path, replace, at: new Date(), migrations, check });
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      await print([`${all} documents are in.`, ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`)].join("\n"));
    });
  return data;
}

async function exportFrom(open: DataParts["open"]): Promise<void> {
  const storage = await open();
  let closed = false;
  // Whoever reads the pipe may have read enough.
  const end = (error: NodeJS.ErrnoException) => {
    closed = error.code === "EPIPE";
    if (!closed) throw error;
  };
  process.stdout.on("error", end);
  try {
    for await (const line of exportData(storage, new Date())) {
      if (closed) break;
      if (!process.stdout.write(line)) await Promise.race([once(process.stdout, "drain"), once(process.stdout, "close")]);
    }
    if (closed) process.exitCode = 1;
  } finally {
    await storage.close();
  }
}
