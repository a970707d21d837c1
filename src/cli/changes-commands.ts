/** The command that takes the record out: every change, oldest first. */
import { Command, Option } from "commander";
import type { AuditLog, Change } from "../audit/index.js";
import { Day, startOfDay } from "../plan/index.js";
import { csvOf } from "../shared/csv.js";
import { UserFacingError } from "../shared/errors.js";
import { print } from "./print.js";
import { type OpenPlan, planOption } from "./which-plan.js";

type OpenRecord = OpenPlan & { auditLog: AuditLog };

interface Wanted {
  since?: string;
  item?: string;
  format: "json" | "csv";
  plan?: string;
}

/** `changes export`. Bad options throw a UserFacingError before anything is opened. */
export function changesCommands(open: (plan?: string) => Promise<OpenRecord>): Command {
  const changes = new Command("changes").description("the record of every change");
  changes
    .command("export")
    .description("print every change with who, when, what, from, to and why, oldest first")
    .option("--since <day>", "from this day on, written 2026-10-01")
    .option("--item <id>", "of one item only, as printed: 2.3.1")
    .addOption(planOption())
    .addOption(new Option("--format <format>").choices(["json", "csv"]).default("json"))
    .action(async (wanted: Wanted) => {
      if (wanted.since !== undefined && !Day.safeParse(wanted.since).success)
        throw new UserFacingError(`--since ${wanted.since}: a day was expected, written 2026-10-01`);
      const { known, auditLog, close } = await open(wanted.plan);
      try {
        if (!known) throw new UserFacingError("There is no plan yet. `plan import FILE` brings one in.");
        const items = wanted.item === undefined ? undefined : [known.catalogue.find(wanted.item)?.id ?? wanted.item];
        const from = wanted.since && startOfDay(wanted.since, known.plan.timeZone);
        await print(linesOf(await auditLog.changes({ plan: known.id, ...(items && { items }), ...(from && { from }) }), wanted.format));
      } finally {
        await close();
      }
    });
  return changes;
}

/** One line a change in JSON; one line a part of a change in CSV, as a spreadsheet wants it. */
function linesOf(changes: Change[], format: Wanted["format"]): string {
  if (format === "json") return changes.map((change) => JSON.stringify(change)).join("\n");
  const rows = changes.flatMap(({ _id, parts, by, byId, inPlaceOf, at, through, why }) =>
    parts.map(({ item, what, which, from, to }) => [at, by, byId, inPlaceOf, item, what, which, from, to, why, through, _id]),
  );
  return csvOf([columns, ...rows]);
}

const columns = ["at", "by", "by id", "for", "item", "what", "which", "from", "to", "why", "through", "id"];
