/** A plan that a manager sends as a file: read, kept for a day, and shown on a card. */

import type { AuditLog } from "../../audit/index.js";
import { type Forms, notSaved } from "../../forms/index.js";
import { type Messages, permits, type RequestContext, refusal } from "../../people/index.js";
import { fileInThread } from "../../plan-import/index.js";
import type { Answer } from "../../shared/answer.js";
import { ask } from "../../shared/answer-text.js";
import { UserFacingError } from "../../shared/errors.js";
import type { ImportDeps } from "../import-plan.js";
import { importCard } from "./card.js";
import type { HeldChoices } from "./held-choices.js";
import type { KeptFiles } from "./kept-file.js";
import { offerOf, optionsFor } from "./offer.js";
import { whereCard } from "./where-card.js";

export interface ChatImportParts extends ImportDeps {
  forms: Forms;
  files: KeptFiles;
  held: HeldChoices;
  auditLog: Pick<AuditLog, "add" | "get">;
  /** Says who can be written to; without it nobody can. */
  messages?: Pick<Messages, "places">;
}

/** A file that somebody sent; it is fetched when it is wanted. */
export interface SentPlan {
  name: string;
  bytes(): Promise<Uint8Array>;
}

export const permission = "import a plan";
const longestName = 120;

/** Says who may import a plan. */
export const notForYou = (context: RequestContext): Answer =>
  notSaved(
    "Thank you, but I cannot take this file",
    [...refusal(permission, "send me a plan to import", context), "I did not open it. Questions about the plan are welcome."],
    [ask("What can I ask?")],
  );

/** What the file says, on a card; or why it cannot be taken. */
export async function takeFile(parts: ChatImportParts, { name, bytes }: SentPlan, context: RequestContext): Promise<Answer> {
  if (!permits(permission, context)) return notForYou(context);
  const called = name.slice(0, longestName);
  try {
    const { source, read } = await fileInThread(called, await bytes(), optionsFor(context));
    const offer = await offerOf(parts, read, context);
    const { known } = context;
    const file = await parts.files.keep(source, context.at);
    const about = { ...(!known.sample && { plan: known.id }), revision: known.revision, file, name: called };
    const other = whereCard(parts.forms, context, offer, about, await parts.plans.all());
    if (other) return other;
    return importCard(parts.forms, context, offer, about, { chosen: known.sample ? new Map() : await parts.held.of(known.id) });
  } catch (error) {
    if (error instanceof UserFacingError)
      return notSaved(
        "I cannot read this as a plan",
        error.message.split("\n").map((line) => line.trim()),
        [],
      );
    throw error;
  }
}
