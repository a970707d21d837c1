/** Makes waymark.zip with the settings of the environment or of .env. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const project = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(`${project}.env`)) process.loadEnvFile(`${project}.env`);

buildSync({
  absWorkingDir: project,
  entryPoints: ["manifest/app-package.ts"],
  outfile: "dist/app-package.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { makeAppPackage } = await import("../dist/app-package.js");
try {
  await makeAppPackage(process.env, process.argv.slice(2), project);
} catch (error) {
  if (error?.name !== "UserFacingError") throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
