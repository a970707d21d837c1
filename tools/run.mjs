/** Builds, and runs the command line in this same process. */
import "./build.mjs";

// npm hands a signal to the shell between it and this process, and the shell dies of it without a word.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
}, 250).unref();

await import("../dist/main.js");
