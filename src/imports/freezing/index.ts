/** Freezing the plan from a chat, and asking what changed since. */
import type { Figures } from "../../figures/index.js";
import { FormData, type Forms } from "../../forms/index.js";
import type { Moment } from "../../people/index.js";
import type { KnownPlan } from "../../plan/index.js";
import type { Progress } from "../../progress/index.js";
import type { Trail } from "../../record/index.js";
import { type Verb, verb } from "../../shared/verb.js";
import type { Storage } from "../../storage/port.js";
import { exportPlan } from "../export-plan.js";
import { openFrozen } from "../frozen.js";
import { freezeCard, freezeVerb, pressFreeze } from "./freeze-card.js";
import { sinceAnswer, versionFor } from "./since-answer.js";

interface FreezingParts {
  storage: Storage;
  forms: Forms;
  figures: Figures;
  progress: Progress;
  trail: Trail;
}

/** What the chat does with versions: the card that freezes one, its verb, and "what changed since". */
export function openFreezing({ storage, forms, trail, ...kept }: FreezingParts) {
  const parts = { forms, frozen: openFrozen(storage, trail), standing: (known: KnownPlan) => exportPlan(kept, known) };
  const verbs: Verb<Moment>[] = [verb({ name: freezeVerb, data: FormData, run: (data, moment: Moment) => pressFreeze(parts, data, moment) })];
  const desk = {
    card: (moment: Moment, { name }: { name?: string }) => freezeCard(parts, moment, name),
    since: (moment: Moment, wanted: { name?: string; within?: { id: string; place: string } }) => sinceAnswer(parts, moment, wanted),
    version: (moment: Moment, { name }: { name?: string }) => versionFor(parts, moment, name),
  };
  return { verbs, desk };
}
