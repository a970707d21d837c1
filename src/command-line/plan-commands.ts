/** The commands on a plan: check a source, import it, export what is known. */
import { Command, Option } from "commander";
import { z } from "zod/v4";
import { openFigures } from "../figures/index.js";
import { exportPlan, importInWords, importPlan, readInWords } from "../imports/index.js";
import { readPlanFrom, readSource, startsFrom } from "../plan/import/index.js";
import { openPlans } from "../plan/index.js";
import { openProgress } from "../progress/index.js";
import { openTrail } from "../record/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Storage } from "../storage/port.js";
import { print } from "./print.js";

type OpenStorage = () => Promise<Storage>;

interface SourceOptions {
  starts?: string;
}

async function check(path: string, { starts, json }: SourceOptions & { json?: boolean }): Promise<void> {
  const said = starts === undefined ? undefined : startsFrom(starts);
  const read = readPlanFrom(await readSource(path), { starts: said });
  await print(json ? JSON.stringify({ plan: read.plan, look: read.look }, null, 2) : readInWords(read));
}

async function withStorage<T>(openStorage: OpenStorage, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage();
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

const openDeps = async (storage: Storage) => ({
  plans: openPlans(storage),
  figures: await openFigures(storage),
  progress: await openProgress(storage),
  trail: await openTrail(storage),
});

function importerFrom(by: string | undefined): string {
  if (by === undefined) return "the command line";
  const email = z.email().safeParse(by);
  if (!email.success) throw new UserFacingError(`--by ${by}: an e-mail address was expected. Nothing was saved.`);
  return email.data.toLowerCase();
}

async function importFrom(openStorage: OpenStorage, path: string, { starts, by }: SourceOptions & { by?: string }): Promise<void> {
  const said = starts === undefined ? undefined : startsFrom(starts);
  const importer = importerFrom(by);
  const source = await readSource(path);
  // Once before the database is opened, so that a source that cannot be read touches nothing.
  readPlanFrom(source, { starts: said });
  await withStorage(openStorage, async (storage) => {
    const deps = await openDeps(storage);
    const known = await deps.plans.current();
    const read = readPlanFrom(source, { starts: said, ...(known && !known.sample && { usual: known.plan.starts }) });
    await print(importInWords(await importPlan(deps, read, { by: importer, at: new Date() }), read));
  });
}

async function exportTo(openStorage: OpenStorage): Promise<void> {
  const { plan, sample } = await withStorage(openStorage, async (storage) => {
    const deps = await openDeps(storage);
    return { plan: await exportPlan(deps), sample: (await deps.plans.current())?.sample };
  });
  if (!plan) throw new UserFacingError("There is no plan yet. `plan import FILE` brings one in.");
  if (sample) process.stderr.write("This is the sample plan: its leads, statuses, notes and figures are examples.\n");
  await print(JSON.stringify(plan, null, 2));
}

const starts = () => new Option("--starts <date>", "first day of Year 1, where the file does not say it, written 2025-04-01");

/** `plan check`, `plan import` and `plan export`. Errors that a person can mend are thrown as UserFacingError; nothing is saved then. */
export function planCommands(openStorage: OpenStorage): Command {
  const plan = new Command("plan").description("check a plan's source, import it, export what is known");
  plan
    .command("check")
    .description("read a plan and report; saves nothing")
    .argument("<file>")
    .addOption(starts())
    .option("--json", "print the plan and the list to look at as JSON")
    .action(check);
  plan
    .command("import")
    .description("put a plan in force; leads, statuses, figures and history stay")
    .argument("<file>")
    .addOption(starts())
    .option("--by <email>", "who imports it")
    .action((path: string, options) => importFrom(openStorage, path, options));
  plan
    .command("export")
    .description("print the plan with all that is known of it as a plan file")
    .addOption(new Option("--format <format>").choices(["json"]).default("json"))
    .action(() => exportTo(openStorage));
  return plan;
}
