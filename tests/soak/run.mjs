/** npm run soak: builds the bot as it is deployed and the soak, and runs the soak in this same process. */
import "../../tools/build.mjs";
import { bundle } from "../../tools/bundle.mjs";
import "../../tools/end-with-npm.mjs";

bundle({ entryPoints: { main: "tests/soak/main.ts", load: "tests/soak/load.ts", keeper: "tests/bench/keeper.ts" }, outdir: "dist/soak" });

await import("../../dist/soak/main.js");
