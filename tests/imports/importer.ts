/** Run as a process of its own: imports a plan into the folder and ends itself, as kill -9 does, before its n-th write. */
import { openFigures } from "../../src/figures/index.js";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan/import/index.js";
import { openPlans } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import type { Collection, Document, Storage } from "../../src/storage/port.js";
import { planOfSize } from "../support/plans-of-size.js";

const [, , folder, wording, before] = process.argv;
const writing = new Set(["insert", "insertMissing", "updateWhere", "remove"]);
let writes = 0;

function mortal(storage: Storage): Storage {
  const collection = <T extends Document>(name: string): Collection<T> =>
    new Proxy(storage.collection<T>(name), {
      get(kept, method) {
        const call = Reflect.get(kept, method);
        return (...args: unknown[]) => {
          if (writing.has(String(method)) && ++writes === Number(before)) process.kill(process.pid, "SIGKILL");
          return call.apply(kept, args);
        };
      },
    });
  return { ...storage, collection };
}

const storage = await openStorage({ folder });
const deps = { plans: openPlans(mortal(storage)), figures: await openFigures(mortal(storage)) };
const read = readPlan("plan", JSON.stringify(planOfSize({ priorities: 40, quarters: 6, wording })));
process.stdout.write("ready\n");
await importPlan(deps, read, { by: "the command line", at: new Date() });
await storage.close();
process.stdout.write(`done ${writes}\n`);
