/** A plan that was really imported into a database in memory, to ask things of. */
import { readFileSync } from "node:fs";
import type { Figures } from "../../src/figures/index.js";
import { importPlan } from "../../src/imports/index.js";
import { answerIntent, intentNamed } from "../../src/intents/index.js";
import type { Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import type { KeptProgress, Progress } from "../../src/progress/index.js";
import { type AnswerContext, answerContextOf } from "../../src/request/answer-context.js";
import type { Answer } from "../../src/shared/answer.js";
import { openStorage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";

export interface Asking {
  /** E-mail address of who asks; nobody known when missing. */
  as?: string;
  at?: string;
  managers?: string[];
}

export interface Before {
  /** What was said of actions after the import. */
  said?: Omit<KeptProgress, "_id" | "plan" | "revision" | "recorded">[];
  sample?: boolean;
  /** Edits the plan file before it is imported. */
  change?(plan: Plan): void;
}

export const noon = "2026-11-24T10:00:00Z";

export async function openRoom(file: string, { said = [], sample = false, change }: Before = {}) {
  const source = JSON.parse(readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8"));
  change?.(source);
  const storage = await openStorage();
  const { figures, progress, plans, directory, sources: all } = await openFeatures(storage);
  const read = readPlan(file, JSON.stringify(source));
  const { known } = await importPlan({ plans, figures }, read, { by: "head.of.service@example.org", at: new Date("2026-10-12T09:00:00Z"), sample });
  const rows = storage.collection<KeptProgress>("progress");
  for (const each of said) await rows.insert({ ...each, _id: `${known.id}/${each.action}`, plan: known.id, revision: 1, recorded: true });

  const reads: string[] = [];
  const sources = { ...all, ...counting(figures, progress, reads) };
  const context = ({ as, at = noon, managers = ["head.of.service@example.org"] }: Asking = {}): AnswerContext =>
    answerContextOf(known, { at: new Date(at), asker: { id: as ?? "someone", email: as } }, managers, sources);
  return {
    known,
    context,
    /** What was read since the room was opened: "progress", "figures". */
    reads,
    /** Somebody talks to the bot for the first time. */
    meet: (person: { id: string; name: string }, email: string) => directory.whoIs(person, async () => ({ email, outsider: false })),
    /** Asks by name, with the arguments checked as a planner would. */
    async ask(name: string, args: Record<string, unknown>, asking?: Asking): Promise<Answer> {
      const intent = intentNamed(name);
      if (!intent) throw new Error(`no such intent: ${name}`);
      return answerIntent(intent, intent.args.parse(args), context(asking));
    },
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** The same rooms, telling of every read. */
function counting(figures: Figures, progress: Progress, reads: string[]): { figures: Figures; progress: Progress } {
  const told =
    <A extends unknown[], R>(name: string, read: (...args: A) => R) =>
    (...args: A): R => {
      reads.push(name);
      return read(...args);
    };
  return {
    figures: {
      ...figures,
      recent: told("figures", figures.recent),
      all: told("figures", figures.all),
      recentReports: told("figures", figures.recentReports),
      allReports: told("figures", figures.allReports),
    },
    progress: { ...progress, of: told("progress", progress.of) },
  };
}

export const rowIds = (answer: Answer): string[] => ("sections" in answer.data ? answer.data.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) : []);
