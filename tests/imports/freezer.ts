/** Run as a process of its own: freezes a plan in the folder and ends itself, as kill -9 does, before its n-th write. */

import { openAuditLog } from "../../src/audit/index.js";
import { openFrozen } from "../../src/imports/index.js";
import { openPlans } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";

const [, , folder, before] = process.argv;
const storage = await openStorage({ folder });
const known = await openPlans(storage).current();
if (!known) throw new Error("there is no plan");
const dying = mortal(storage, Number(before));
const frozen = openFrozen(dying.storage, await openAuditLog(dying.storage));
await frozen.freeze(known, known.plan, { name: "agreed", by: "head@example.org", at: new Date("2026-11-24T10:00:00Z") });
process.stdout.write(`done ${dying.writes()}\n`);
await storage.close();
