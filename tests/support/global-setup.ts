/** Before all tests, once a run: builds the thread that reads files, and says which suites will be skipped for want of a database. */
import { buildSync } from "esbuild";
import { required } from "./required.js";

export function setup(): void {
  buildSync({
    entryPoints: { "plan-reader": "src/plan-import/worker.ts" },
    outdir: "dist",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  });
  if (!process.env.MONGODB_URI) required("A MongoDB (MONGODB_URI)", "npm run documentdb, then MONGODB_URI=mongodb://127.0.0.1:27017/ npm test");
}
