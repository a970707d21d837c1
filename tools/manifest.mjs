/** Makes waymark.zip with the settings of the environment or of .env. */
import { existsSync } from "node:fs";
import { bundle, project } from "./bundle.mjs";

if (existsSync(`${project}.env`)) process.loadEnvFile(`${project}.env`);

bundle({ entryPoints: ["manifest/app-package.ts"], outfile: "dist/app-package.js" });
const { makeAppPackage } = await import("../dist/app-package.js");
try {
  await makeAppPackage(process.env, process.argv.slice(2), project);
} catch (error) {
  if (error?.name !== "UserFacingError") throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
