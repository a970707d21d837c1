/** Run as a process of its own: ends, or prints, in the way it is told, with the words it is told. */
import { readFile } from "node:fs";
import { createLogger } from "../../src/shared/logger.js";
import { endOnBugs, hushLibraries } from "../../src/shared/process-errors.js";

const [, , how, words = ""] = process.argv;
const log = createLogger("debug");
endOnBugs(log);
hushLibraries(log);

if (how === "throws") setImmediate(() => fail(new TypeError(words)));
if (how === "rejects") void Promise.reject(new Error("x", { cause: new Error(words) }));
if (how === "rejects with a text") void Promise.reject(words);
if (how === "throws from a library's callback") readFile(words, fail);
if (how === "writes to the console") {
  console.error(new Error(words), words);
  console.log(words);
  process.emitWarning(words);
}

function fail(error: unknown): never {
  throw error;
}
