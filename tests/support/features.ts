/** Everything the bot is made of, over a storage of the test's own, as main.ts puts it together. */
import { openFigureForms, openFigures, openReporting } from "../../src/figures/index.js";
import { openForms } from "../../src/forms/index.js";
import { openAmendments, openPlans } from "../../src/plan/index.js";
import { openProgress } from "../../src/progress/index.js";
import { openDesk } from "../../src/questions/open-desk.js";
import { openTrail } from "../../src/record/index.js";
import type { Storage } from "../../src/storage/index.js";

export const headOfService = "head.of.service@example.org";

export async function openFeatures(storage: Storage, managers: readonly string[] = [headOfService]) {
  const deps = { plans: openPlans(storage), figures: await openFigures(storage), progress: await openProgress(storage) };
  const trail = await openTrail(storage);
  const amendments = openAmendments({ trail, plans: deps.plans });
  const reporting = await openReporting({ storage, trail, amendments });
  const figureForms = openFigureForms({ forms: await openForms(storage), figures: deps.figures, reporting });
  return { ...deps, trail, amendments, reporting, figureForms, desk: openDesk({ storage, managers, ...deps, figureForms, verbs: figureForms.verbs }) };
}

export type Features = Awaited<ReturnType<typeof openFeatures>>;
