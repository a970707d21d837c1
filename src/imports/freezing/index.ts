/** Freezing the plan from a chat, and asking what changed since. */

import type { AuditLog } from "../../audit/index.js";
import type { Figures } from "../../figures/index.js";
import { FormData, type Forms } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import type { KnownPlan } from "../../plan/index.js";
import type { Progress } from "../../progress/index.js";
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
  auditLog: AuditLog;
}

/** What the chat does with versions: the card that freezes one, its verb, and "what changed since". */
export function openFreezing({ storage, forms, auditLog, ...kept }: FreezingParts) {
  const parts = { forms, frozen: openFrozen(storage, auditLog), standing: (known: KnownPlan) => exportPlan(kept, known) };
  const verbs: Verb<RequestContext>[] = [verb({ name: freezeVerb, data: FormData, run: (data, context: RequestContext) => pressFreeze(parts, data, context) })];
  const snapshots = {
    card: (context: RequestContext, { name }: { name?: string }) => freezeCard(parts, context, name),
    since: (context: RequestContext, wanted: { name?: string; within?: { id: string; place: string } }) => sinceAnswer(parts, context, wanted),
    version: (context: RequestContext, { name }: { name?: string }) => versionFor(parts, context, name),
  };
  return { verbs, snapshots };
}
