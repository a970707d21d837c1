/** npm run eval -- SET.jsonl PLAN.json [--fails] */
import { bundle } from "../../../tools/bundle.mjs";

bundle({ entryPoints: ["tests/questions/evaluation/main.ts"], outdir: "dist/evaluation", splitting: true });

await import("../../../dist/evaluation/main.js");
