/** Bundles src/main.ts into dist/, in parts, so that a command loads only what it needs. */
import { bundle } from "./bundle.mjs";

bundle({ entryPoints: ["src/main.ts"], outdir: "dist", splitting: true, sourcemap: true });
