/** Builds, and runs the command line in this same process, with the settings of .env where there is one. */
import { existsSync } from "node:fs";
import "./build.mjs";

if (existsSync(".env")) process.loadEnvFile(".env");

// npm hands a signal to the shell between it and this process, and the shell dies of it without a word.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
}, 250).unref();

await import("../dist/main.js");
