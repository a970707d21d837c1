/**
 * npm run bench: builds the bot as it is deployed and the bench, and runs the bench in this same process. After `--`:
 * --compare REV runs an earlier build beside it, --save writes the result into docs/performance.md, `signed` measures signed turns alone.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import "../../tools/build.mjs";
import { bundle, project } from "../../tools/bundle.mjs";
import "../../tools/end-with-npm.mjs";
import { buildEarlier } from "./earlier.mjs";

const { values, positionals } = parseArgs({ options: { compare: { type: "string" }, save: { type: "boolean" } }, allowPositionals: true });
const parts = ["main", "echo-bot", "load", "listener", "keeper", "signed/echo", "signed/channel"];
bundle({ entryPoints: parts.map((name) => `tests/bench/${name}.ts`), outdir: "dist/bench", splitting: true });

const { bench } = await import("../../dist/bench/main.js");
const report = await bench({ signedAlone: positionals.includes("signed"), earlier: values.compare ? await buildEarlier(values.compare) : undefined });
process.stdout.write(report);
if (values.save) {
  const page = `${project}docs/performance.md`;
  const block = /(<!-- by npm run bench -- --save -->\n)[\s\S]*(\n<!-- end of bench -->)/;
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(block, (_, start, end) => `${start}\n${report}${end}`),
  );
}
