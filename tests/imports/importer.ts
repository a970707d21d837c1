/** Run as a process of its own: imports a plan into the folder and ends itself, as kill -9 does, before its n-th write. */
import { openFigures } from "../../src/figures/index.js";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan/import/index.js";
import { openPlans } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";
import { planOfSize } from "../support/plans-of-size.js";

const [, , folder, wording, before] = process.argv;
const storage = await openStorage({ folder });
const dying = mortal(storage, Number(before));
const deps = { plans: openPlans(dying.storage), figures: await openFigures(dying.storage) };
const read = readPlan("plan", JSON.stringify(planOfSize({ priorities: 40, quarters: 6, wording })));
process.stdout.write("ready\n");
await importPlan(deps, read, { by: "the command line", at: new Date() });
await storage.close();
process.stdout.write(`done ${dying.writes()}\n`);
