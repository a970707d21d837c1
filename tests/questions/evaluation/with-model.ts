/** A question set read with the language model that the settings name, and what that cost. */
import { readConfig } from "../../../src/config.js";
import { type ModelReading, openModel } from "../../../src/model/index.js";
import { modelSettingsOf } from "../../../src/model/settings.js";
import { understood } from "../../../src/nlu/index.js";
import type { KnownPlan } from "../../../src/plan/index.js";
import { createLogger } from "../../../src/shared/logger.js";
import { openStorage } from "../../../src/storage/index.js";
import type { Asked } from "./asked.js";
import { type Judged, type Judging, judged, type Outcome, saidIn } from "./outcome.js";

export interface Row {
  how: string;
  judged: readonly Judged[];
  /** Milliseconds, of each call or of a question in the middle. */
  took: readonly number[];
  calls?: readonly ModelReading[];
}

/** One after the other, as a server has a rate. */
export async function withModel(asked: readonly Asked[], context: Judging): Promise<Omit<Row, "how">> {
  const settings = modelSettingsOf(readConfig());
  if (!settings) throw new Error("No language model is set up: docs/model.md says how");
  if (settings.kind === "azure" && !settings.apiKey) throw new Error("Here AZURE_OPENAI_API_KEY has to be set: the bot's identity speaks on its server alone");
  const storage = await openStorage();
  const model = openModel({ settings: { ...settings, callsADay: Number.MAX_SAFE_INTEGER }, storage, log: createLogger("silent") });
  const known = { plan: context.plan, catalogue: context.planIndex.catalogue } as KnownPlan;
  const rows = { judged: [] as Judged[], took: [] as number[], calls: [] as ModelReading[] };
  for (const one of asked) {
    const said = saidIn(one, context);
    const { readings, isSure } = understood(one.q, said);
    if (isSure()) {
      rows.judged.push(judged(one, readings, context));
      continue;
    }
    const from = performance.now();
    const read = await model.read({ text: one.q, known, today: said.today, asker: one.as, before: said.before, readings });
    rows.took.push(performance.now() - from);
    rows.calls.push(read);
    rows.judged.push(judged(one, read.readings ?? readings, context));
  }
  await storage.close();
  return rows;
}

const share = (all: readonly Judged[], ...outcomes: Outcome[]): string =>
  `${((100 * all.filter(({ outcome }) => outcomes.includes(outcome)).length) / all.length).toFixed(1)} %`;

const at = (times: readonly number[], part: number): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.length ? `${(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)} ms` : "";
};

const cellsOf = ({ how, judged: all, took, calls = [] }: Row): string[] => {
  const sum = (way: "in" | "out") => calls.reduce((total, { tokens }) => total + (tokens?.[way] ?? 0), 0);
  const outcomes = [share(all, "right"), share(all, "one press", "alternative"), share(all, "asked amiss"), share(all, "refused"), share(all, "wrong")];
  const answered = calls.filter(({ outcome }) => outcome === "answered").length;
  return [how, ...outcomes, calls.length ? `${calls.length} (${answered} answered)` : "0", `${sum("in")} / ${sum("out")}`, at(took, 0.5), at(took, 0.99)];
};

export function tableOf(rows: readonly Row[]): string {
  const heads = ["", "right at once", "one press", "asked amiss", "refused", "wrong", "calls", "tokens in / out", "p50", "p99"];
  return [heads, heads.map(() => "---"), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
