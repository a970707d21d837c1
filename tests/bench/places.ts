/** The databases that the bots under test read, filled through the bot's own storage before anything is measured. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFigures } from "../../src/figures/index.js";
import { importPlan, readSample } from "../../src/imports/index.js";
import { openPlans, type Plan } from "../../src/plan/index.js";
import { openProgress } from "../../src/progress/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { askers, instant } from "./asked.js";
import type { AuditedRepository } from "./keeper-of.js";
import { figuresFor, largePlan } from "./large-plan.js";
import type { Trips } from "./results.js";
import { median } from "./statistics.js";

export const timesAsLarge = 100;
export const figuresOfLarge = 200_000;

export type Size = "small" | "large";

/** Settings under which the bot finds a database. */
export interface Place {
  DATA_DIR: string;
  MONGODB_URI: string;
}

/** An empty database of its own; the repository takes it away in the end. */
export const newPlace = async (repository: AuditedRepository, { mongodbUri }: { mongodbUri?: string }): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  repository.keeps({ folder });
  if (!mongodbUri) return { DATA_DIR: folder, MONGODB_URI: "" };
  const [, host = "", query = ""] = /^([^/]*\/\/[^/?]+)[^?]*(\?.*)?$/.exec(mongodbUri) ?? [];
  const own = `${host}/${folder.split(/[/\\]/).at(-1)}${query}`;
  repository.keeps({ database: own });
  return { DATA_DIR: folder, MONGODB_URI: own };
};

export const planOf = (size: Size): Plan => {
  const { plan } = readSample();
  return size === "small" ? plan : largePlan(plan, timesAsLarge);
};

/** The sample plan, or the one a hundred times as large with its figures; and everybody who will ask is known. */
export const fill = async ({ DATA_DIR, MONGODB_URI }: Place, size: Size): Promise<void> => {
  const storage = await openStorage({ mongodbUri: MONGODB_URI || undefined, folder: DATA_DIR });
  try {
    const deps = { plans: openPlans(storage), figures: await openFigures(storage), progress: await openProgress(storage) };
    const plan = planOf(size);
    const { known } = await importPlan(deps, { plan, look: [] }, { by: "the sample", at: new Date(instant), sample: true });
    if (size === "large") await inBatches(figuresFor(known.id, { large: plan, original: planOf("small") }, figuresOfLarge), deps.figures.addMissing);
    await meet(storage);
  } finally {
    await storage.close();
  }
};

const batch = 5_000;

const inBatches = async <T>(rows: T[], add: (rows: T[]) => Promise<number>): Promise<void> => {
  let added = 0;
  for (let from = 0; from < rows.length; from += batch) added += await add(rows.slice(from, from + batch));
  if (added !== rows.length) throw new Error(`Only ${added} of ${rows.length} figures were added`);
};

const meet = (storage: Storage) =>
  storage
    .collection<{ _id: string; name: string; email: string; checkedAt: string }>("people")
    .insertMissing(askers.map(({ aadObjectId, name, email }) => ({ _id: aadObjectId, name, email, checkedAt: new Date().toISOString() })));

const tripsTimed = 200;

/** One small read and one small write, again and again, on an empty database. */
export const tripsOf = async ({ DATA_DIR, MONGODB_URI }: Place): Promise<Trips> => {
  const storage = await openStorage({ mongodbUri: MONGODB_URI || undefined, folder: DATA_DIR });
  const documents = storage.collection<{ _id: string; at: number }>("trips");
  const timed = async (trip: (at: number) => Promise<unknown>): Promise<number> => {
    const took: number[] = [];
    for (let at = 0; at < tripsTimed; at++) {
      const from = performance.now();
      await trip(at);
      took.push(performance.now() - from);
    }
    return median(took);
  };
  try {
    await documents.insert({ _id: "one", at: 0 });
    return { read: await timed(() => documents.get("one")), write: await timed((at) => documents.updateWhere({ _id: "one" }, { $set: { at } })) };
  } finally {
    await storage.close();
  }
};
