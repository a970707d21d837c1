/** npm run eval -- SET.jsonl PLAN.json [--fails] [--model] */
import { existsSync } from "node:fs";
import { bundle, project } from "../../../tools/bundle.mjs";

if (existsSync(`${project}.env`)) process.loadEnvFile(`${project}.env`);

bundle({ entryPoints: ["tests/questions/evaluation/main.ts"], outdir: "dist/evaluation", splitting: true });

await import("../../../dist/evaluation/main.js");
