/** Builds, and runs the command line in this same process, with the settings of .env where there is one. */
import { existsSync } from "node:fs";
import "./first-words.mjs";
import "./build.mjs";
import "./end-with-npm.mjs";

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
} catch {
  process.stderr.write("The settings in .env cannot be read: it is no text file, or this account may not open it. See .env.example.\n");
  process.exit(1);
}

await import("../dist/main.js");
