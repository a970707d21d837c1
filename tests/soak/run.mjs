/** npm run soak: builds the bot as it is deployed and the soak, and runs the soak in this same process. */
import "../../tools/build.mjs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const inHere = (path) => fileURLToPath(new URL(path, import.meta.url));

buildSync({
  absWorkingDir: inHere("../.."),
  entryPoints: { main: "tests/soak/main.ts", load: "tests/soak/load.ts", keeper: "tests/bench/keeper.ts" },
  outdir: "dist/soak",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});

// npm hands a signal to the shell between it and this process, and the shell dies of it without a word.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
}, 250).unref();

await import("../../dist/soak/main.js");
