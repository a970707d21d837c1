/** Before all tests, once a run: builds the program, whose threads are run by tests of the sources too, and says which suites will be skipped for want of a database. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { required } from "./required.js";

export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../tools/build.mjs", import.meta.url))]);
  if (!process.env.MONGODB_URI) required("A MongoDB (MONGODB_URI)", "npm run documentdb, then MONGODB_URI=mongodb://127.0.0.1:27017/ npm test");
}
