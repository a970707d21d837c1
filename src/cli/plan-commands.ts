/** The commands on a plan: check a source, import it, export what is known. */
import { Command, Option } from "commander";
import { z } from "zod/v4";
import { openAuditLog } from "../audit/index.js";
import { openFigures } from "../figures/index.js";
import { countsOf, exportPlan, importInWords, importPlan, intoWhich, itemsInWords, planToUse, readInWords } from "../imports/index.js";
import { openMessages } from "../people/index.js";
import { dayInWords, type KnownPlan, openAmendments, openPlans } from "../plan/index.js";
import { fileInThread, plainView, planInThread, type ReadPlan, readFileAt, startsFrom } from "../plan-import/index.js";
import { openProgress } from "../progress/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Storage } from "../storage/port.js";
import { addFreezing } from "./freeze-commands.js";
import { toDoInWords } from "./plan-to-do.js";
import { print } from "./print.js";
import { planOption } from "./which-plan.js";

const NO_PLAN = "There is no plan yet. `plan import FILE` brings one in.";

type OpenStorage = () => Promise<Storage>;

interface SourceOptions {
  starts?: string;
}

interface ImportOptions extends SourceOptions {
  by?: string;
  as?: string;
  new?: boolean;
}

async function check(path: string, { starts, json }: SourceOptions & { json?: boolean }): Promise<void> {
  try {
    const said = starts === undefined ? undefined : startsFrom(starts);
    const { read } = await fileAt(path, said);
    await print(json ? JSON.stringify({ plan: read.plan, look: read.look.map(plainView), read: read.how }, null, 2) : readInWords(read));
  } catch (error) {
    if (!json || !(error instanceof UserFacingError)) throw error;
    await print(JSON.stringify({ error: error.message.split("\n").map((line) => line.trim()) }, null, 2));
    process.exitCode = 1;
  }
}

async function fileAt(path: string, starts: string | undefined) {
  const { name, bytes } = await readFileAt(path);
  return { name, ...(await fileInThread(name, bytes, { starts })) };
}

async function withStorage<T>(openStorage: OpenStorage, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage();
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

const openDeps = async (storage: Storage) => {
  const [plans, auditLog] = [openPlans(storage), await openAuditLog(storage)];
  return { plans, auditLog, figures: await openFigures(storage), progress: await openProgress(storage), amendments: openAmendments({ auditLog, plans }) };
};

function importerFrom(by: string | undefined): string {
  if (by === undefined) return "the command line";
  const email = z.email().safeParse(by);
  if (!email.success) throw new UserFacingError(`--by ${by}: an e-mail address was expected. Nothing was saved.`);
  return email.data.toLowerCase();
}

async function importFrom(openStorage: OpenStorage, path: string, { starts, by, as, new: beside }: ImportOptions): Promise<void> {
  const said = starts === undefined ? undefined : startsFrom(starts);
  const importer = importerFrom(by);
  // Before the database is opened, so that a source that cannot be read touches nothing.
  const { name, source, read: first } = await fileAt(path, said);
  await withStorage(openStorage, async (storage) => {
    const deps = await openDeps(storage);
    const all = await deps.plans.all();
    const into = intoWhich(all, titleOf(first), { as, beside });
    const known = all.find(({ id }) => id === into.id);
    const read = known && !known.sample ? await planInThread(name, source, { starts: said, usual: known.plan.starts }) : first;
    await print(importInWords(await importPlan(deps, read, { by: importer, at: new Date(), into }), read));
  });
}

const titleOf = ({ plan: { title }, look }: ReadPlan) => ({ title, untitled: look.some(({ kind }) => kind === "no title") });

async function exportTo(openStorage: OpenStorage, { plan: called }: { plan?: string }): Promise<void> {
  const { plan, sample } = await withStorage(openStorage, async (storage) => {
    const deps = await openDeps(storage);
    const all = await deps.plans.all();
    const known = called === undefined ? all[0] : planToUse(all, called);
    if (!known) throw new UserFacingError(NO_PLAN);
    return { plan: await exportPlan(deps, known), sample: known.sample };
  });
  if (sample) process.stderr.write("This is the sample plan: its leads, statuses, notes and figures are examples.\n");
  await print(JSON.stringify(plan, null, 2));
}

const list = (openStorage: OpenStorage): Promise<void> =>
  withStorage(openStorage, async (storage) => {
    const all = await openPlans(storage).all();
    await print(all.length ? all.map(loadedInWords).join("\n") : NO_PLAN);
  });

const toDo = (openStorage: OpenStorage, { plan: called }: { plan?: string }): Promise<void> =>
  withStorage(openStorage, async (storage) => {
    const deps = await openDeps(storage);
    const all = await deps.plans.all();
    const known = called === undefined ? all[0] : planToUse(all, called);
    if (!known) throw new UserFacingError(NO_PLAN);
    await print(await toDoInWords({ ...deps, messages: openMessages(storage) }, known));
  });

const loadedInWords = ({ name, plan, revision, importedAt, importedBy, sample }: KnownPlan, place: number): string =>
  [
    `${name}: ${plan.title}${sample ? " (the sample)" : ""}${place === 0 ? ", the default" : ""}`,
    `  revision ${revision}, imported on ${dayInWords(importedAt.slice(0, 10))} by ${importedBy}`,
    `  ${itemsInWords(countsOf(plan))}`,
  ].join("\n");

const remove = (openStorage: OpenStorage, called: string): Promise<void> =>
  withStorage(openStorage, async (storage) => {
    const plans = openPlans(storage);
    const all = await plans.all();
    const { id, plan } = planToUse(all, called);
    if (!(await plans.unload(id))) throw new UserFacingError(`${plan.title} is the default plan, so it stays. Nothing was removed.`);
    await print(`${plan.title} is not loaded any more. Its statuses, figures and history are kept, for when it is imported again as ${id}.`);
  });

const starts = () => new Option("--starts <date>", "first day of Year 1, where the file does not say it, written 2025-04-01");

/** `plan check`, `plan import`, `plan export`, `plan list` and `plan remove`. Errors that a person can mend are thrown as UserFacingError; nothing is saved then. */
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
    .option("--as <name>", "the loaded plan that it is the next version of, or a short name for a new one")
    .option("--new", "load it beside the plans that are loaded")
    .action((path: string, options) => importFrom(openStorage, path, options));
  plan
    .command("export")
    .description("print the plan with all that is known of it as a plan file")
    .addOption(new Option("--format <format>").choices(["json"]).default("json"))
    .addOption(planOption())
    .action((options) => exportTo(openStorage, options));
  plan
    .command("list")
    .description("which plans are loaded")
    .action(() => list(openStorage));
  plan
    .command("todo")
    .description("what is left to settle and set up: rows, leads, statuses, measures, people, reminders")
    .addOption(planOption())
    .action((options) => toDo(openStorage, options));
  plan
    .command("remove")
    .description("take a plan out of sight; what is kept about it stays")
    .argument("<name>")
    .action((called: string) => remove(openStorage, called));
  const withPlan: Parameters<typeof addFreezing>[1] = ({ plan: called, by }, work) =>
    withStorage(openStorage, async (storage) => {
      const importer = importerFrom(by);
      const deps = await openDeps(storage);
      const all = await deps.plans.all();
      const known = called === undefined ? all[0] : planToUse(all, called);
      if (!known) throw new UserFacingError(NO_PLAN);
      await work({ storage, ...deps, known, by: importer });
    });
  addFreezing(plan, withPlan, planOption);
  return plan;
}
