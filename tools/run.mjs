/** Builds, and runs the command line in this same process, with the settings of .env where there is one. */
import { existsSync } from "node:fs";
import "./first-words.mjs";
import "./build.mjs";
import "./end-with-npm.mjs";

if (existsSync(".env")) process.loadEnvFile(".env");

await import("../dist/main.js");
