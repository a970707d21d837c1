/** npm run train */
import { bundle } from "./bundle.mjs";

bundle({ entryPoints: ["tools/train/main.ts"], outfile: "dist/train/main.js" });

await import("../dist/train/main.js");
