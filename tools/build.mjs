/** Bundles src/main.ts into dist/. In parts, so that a command loads only what it needs; packages stay outside. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

buildSync({
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  chunkNames: "parts/[name]-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
