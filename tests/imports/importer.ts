/** Run as a process of its own: imports a plan into the folder and ends itself, as kill -9 does, before its n-th write. */

import { openAuditLog } from "../../src/audit/index.js";
import { openFigures } from "../../src/figures/index.js";
import { importPlan } from "../../src/imports/index.js";
import { openAmendments, openPlans } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";
import { planOfSize } from "../support/plans-of-size.js";

const [, , folder, wording, before, joined] = process.argv;
const storage = await openStorage({ folder });
const dying = mortal(storage, Number(before));
const plans = openPlans(dying.storage);
const auditLog = await openAuditLog(dying.storage);
const deps = { plans, figures: await openFigures(dying.storage), ...(joined && { auditLog, amendments: openAmendments({ auditLog, plans }) }) };
const read = readPlan("plan", JSON.stringify(planOfSize({ priorities: 40, quarters: 6, wording })));
process.stdout.write("ready\n");
const through = joined ? { card: { id: "card", verb: "plan.import", byId: "head" }, joins: [{ measures: ["1.1.m1", "1.2.m1"], into: "1.2.m1" }] } : {};
await importPlan(deps, read, { by: "the command line", at: new Date("2025-04-01T09:00:00Z"), ...through });
await storage.close();
process.stdout.write(`done ${dying.writes()}\n`);
