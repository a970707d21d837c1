/** `plan freeze` and `plan changes`: a plan kept as agreed, and what is different since. */
import type { Command } from "commander";
import type { AuditLog } from "../audit/index.js";
import type { Figures } from "../figures/index.js";
import { differences, differencesInWords, exportPlan, openFrozen } from "../imports/index.js";
import { dayInWords, type KnownPlan } from "../plan/index.js";
import type { Progress } from "../progress/index.js";
import type { Storage } from "../storage/port.js";
import { print } from "./print.js";

interface Deps {
  storage: Storage;
  figures: Figures;
  progress: Progress;
  auditLog: AuditLog;
  known: KnownPlan;
  by: string;
}

type WithPlan = (options: { plan?: string; by?: string }, work: (deps: Deps) => Promise<void>) => Promise<void>;

/** Adds `plan freeze` and `plan changes` to the family of `plan`. */
export function addFreezing(plan: Command, withPlan: WithPlan, planOption: () => Parameters<Command["addOption"]>[0]): void {
  plan
    .command("freeze")
    .description("keep the plan whole as it stands, under a name")
    .requiredOption("--as <name>", 'what to call it: "as agreed"')
    .option("--by <email>", "who freezes it")
    .addOption(planOption())
    .action((options: { as: string; plan?: string; by?: string }) =>
      withPlan(options, async ({ storage, known, by, ...deps }) => {
        const frozen = await openFrozen(storage, deps.auditLog).freeze(known, await exportPlan(deps, known), { name: options.as, by, at: new Date() });
        await deps.auditLog.settle();
        await print(`${known.plan.title} is kept as "${frozen.name}".`);
      }),
    );
  plan
    .command("changes")
    .description("what is different since a version was frozen")
    .option("--since <name>", "which version; the newest when nothing is said")
    .addOption(planOption())
    .action((options: { since?: string; plan?: string }) =>
      withPlan(options, async ({ storage, known, ...deps }) => {
        const { frozen, content } = await openFrozen(storage, deps.auditLog).of(known.id, options.since);
        const head = `${known.plan.title}, as at ${dayInWords(new Date().toISOString().slice(0, 10))}, since "${frozen.name}" (kept on ${dayInWords(frozen.at.slice(0, 10))} by ${frozen.by}):`;
        await print([head, ...differencesInWords(differences(content, await exportPlan(deps, known)))].join("\n"));
      }),
    );
}
