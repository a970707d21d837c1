/** The command that makes a report as a file. */
import { writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { z } from "zod/v4";
import type { Assistant, ReportFormat } from "../assistant/assistant.js";
import { type KnownPlan, periodInWords, periodNamed } from "../plan/index.js";
import { UserFacingError } from "../shared/errors.js";
import { print } from "./print.js";
import { type OpenPlan, planOption } from "./which-plan.js";

interface Wanted {
  period?: string;
  on?: string;
  committee?: boolean;
  format: ReportFormat;
  out: string;
  at?: string;
  plan?: string;
}

type OpenAssistant = (plan?: string) => Promise<OpenPlan & { assistant: Assistant }>;

/** `report`. Bad options throw a UserFacingError, and nothing is written then. */
export function reportCommand(open: OpenAssistant): Command {
  return new Command("report")
    .description("make a report: what needs attention first, then everything in tables")
    .option("--period <period>", 'the time its figures are of: "2026-27 Q2", "2026-10" or "2026-27"; the newest of each when not said')
    .option("--on <id>", "a theme or a priority, as printed: 2 or 2.3; the whole plan when not said")
    .option("--committee", "say that it is for the committee")
    .addOption(new Option("--format <format>").choices(["docx", "xlsx", "csv"]).default("docx"))
    .requiredOption("--out <file>", "where to write it")
    .addOption(planOption())
    .option("--at <instant>", "as at when, written 2026-11-24T10:00:00Z; now when not said")
    .action(async (wanted: Wanted) => {
      if (wanted.at !== undefined && !z.iso.datetime({ offset: true }).safeParse(wanted.at).success)
        throw new UserFacingError(`--at ${wanted.at}: an instant was expected, written 2026-11-24T10:00:00Z`);
      const { assistant, known, close } = await open(wanted.plan);
      try {
        const window = wanted.period === undefined ? undefined : periodOf(known, wanted.period);
        if (wanted.period !== undefined && !window)
          throw new UserFacingError(`--period ${wanted.period}: a period of the plan was expected, written "2026-27 Q2", "2026-10" or "2026-27"`);
        const asked = { scope: wanted.on, window, committee: wanted.committee };
        const at = wanted.at ? new Date(wanted.at) : new Date();
        const { bytes } = await assistant.file(asked, wanted.format, { at, conversationId: "command line", asker: { id: "command line" }, plan: known?.id });
        await writing(wanted.out, bytes);
      } finally {
        await close();
      }
    });
}

function periodOf(known: KnownPlan | undefined, name: string): { from: string; to: string; label: string } | undefined {
  const period = known && periodNamed(known.plan, name);
  return period && { from: period.from, to: period.to, label: periodInWords(period) };
}

async function writing(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new UserFacingError(`--out ${path}: the file could not be written (${error.code ?? "unknown reason"}).`);
  });
  await print(`${path} is written, ${Math.ceil(bytes.length / 1024)} KB.`);
}
