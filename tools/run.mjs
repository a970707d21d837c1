/** Builds and then runs the command line in this same process, so that a signal sent to it reaches the bot itself. */
import "./build.mjs";

await import("../dist/main.js");
