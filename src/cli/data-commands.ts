/** The commands on the data as a whole: all of it out, all of it in. */
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { exportData, importData, migrations } from "../backup/index.js";
import type { Document, Storage } from "../storage/port.js";
import { print } from "./print.js";

export interface DataParts {
  /** As it is, brought forward to no newer layout. What is to be replaced may be damaged: that is kept under another name. */
  open(options?: { setDamagedAside?: boolean }): Promise<Storage>;
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
      const counts = await importData(() => open({ setDamagedAside: replace }), { path, replace, at: new Date(), migrations, check });
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      await print([`${all} documents are in.`, ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`)].join("\n"));
    });
  return data;
}

async function exportFrom(open: DataParts["open"]): Promise<void> {
  const storage = await open();
  try {
    await pipeline(inPieces(exportData(storage, new Date())), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads the pipe has read enough; what they have is not whole.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
    process.exitCode = 1;
  } finally {
    await storage.close();
  }
}

/** Characters: a write a line would take most of the time. */
const pieceSize = 64 * 1024;

async function* inPieces(lines: AsyncIterable<string>): AsyncIterable<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
