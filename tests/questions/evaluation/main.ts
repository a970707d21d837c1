/** npm run eval -- SET.jsonl PLAN.json [--fails] [--model]: the outcomes of a question set, and what it cost most; with --model a table of them without and with the model that the settings name. */
import { readFileSync } from "node:fs";
import { planIndexOf } from "../../../src/nlu/index.js";
import { catalogueOf } from "../../../src/plan/index.js";
import { readPlan } from "../../../src/plan-import/index.js";
import { askedIn } from "./asked.js";
import { contextFor, type Judged, judge, OUTCOMES } from "./outcome.js";
import { tableOf, withModel } from "./with-model.js";

const [setFile, planFile, ...options] = process.argv.slice(2);
if (!setFile || !planFile) throw new Error("Say which set and which plan: npm run eval -- SET.jsonl PLAN.json [--fails] [--model]");
const { plan } = readPlan(planFile, readFileSync(planFile, "utf8"));
const context = contextFor(plan, planIndexOf(catalogueOf(plan), plan.title));
const asked = askedIn(setFile);
const started = performance.now();
const alone = asked.map((one) => judge(one, context));
const took = (performance.now() - started) / alone.length;
const helped = options.includes("--model") ? await withModel(asked, context) : undefined;
const judged = helped?.judged ?? alone;

const brief = ({ question, args: { carried: _, instead: __, ...args } }: Judged["readings"][number]) => `${question} ${JSON.stringify(args).slice(0, 160)}`;
const percent = (count: number) => `${((100 * count) / judged.length).toFixed(1)} %`;
const amount = (outcome: string, among = judged) => among.filter((one) => one.outcome === outcome).length;

if (options.includes("--fails"))
  for (const { asked, outcome, readings } of judged.filter((one) => one.outcome !== "right"))
    console.log(
      `${asked.id} [${outcome}] ${[...asked.history, asked.q].join(" > ")}\n   wants ${JSON.stringify(asked.wants)}\n   read  ${readings.map(brief).join(" + ")}`,
    );
for (const category of new Set(judged.map(({ asked }) => asked.category))) {
  const among = judged.filter(({ asked }) => asked.category === category);
  console.log(`${String(amount("right", among)).padStart(4)} / ${String(among.length).padEnd(4)} ${category}`);
}
const confused = new Map<string, number>();
for (const { asked, outcome, readings } of judged)
  if (outcome === "wrong" || outcome === "asked amiss") {
    const key = `${asked.wants[0]?.[0]?.intent} read as ${readings[0]?.question}`;
    confused.set(key, (confused.get(key) ?? 0) + 1);
  }
for (const [key, count] of [...confused].sort((a, b) => b[1] - a[1]).slice(0, 10)) console.log(`${String(count).padStart(4)} × ${key}`);
console.log(`${OUTCOMES.map((outcome) => `${outcome} ${percent(amount(outcome))}`).join(", ")}; ${took.toFixed(2)} ms a question`);
if (helped)
  console.log(
    `\n${tableOf([
      { how: "alone", judged: alone, took: [took] },
      { how: "with the model", ...helped },
    ])}`,
  );
