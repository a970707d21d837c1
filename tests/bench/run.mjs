/** npm run bench: builds the bot as it is deployed and the bench, and runs the bench in this same process. */
import "../../tools/build.mjs";
import { bundle } from "../../tools/bundle.mjs";
import "../../tools/end-with-npm.mjs";

const parts = ["main", "echo-bot", "load", "listener", "keeper", "signed/echo", "signed/channel"];
bundle({ entryPoints: parts.map((name) => `tests/bench/${name}.ts`), outdir: "dist/bench", splitting: true });

await import("../../dist/bench/main.js");
