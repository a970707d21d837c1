/** How every program of the project is made from its sources: packages stay outside. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

export const project = fileURLToPath(new URL("..", import.meta.url));

/** `entryPoints` and `outdir` are seen from the project's folder. `splitting` keeps what several share, or load late, in parts of its own. */
export const optionsOf = ({ splitting = false, ...options }) => ({
  absWorkingDir: project,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
  ...(splitting && { splitting, chunkNames: "parts/[name]-[hash]" }),
  ...options,
});

export const bundle = (options) => void buildSync(optionsOf(options));
