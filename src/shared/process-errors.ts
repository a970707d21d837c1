import { faultOf } from "./fault.js";
import type { Logger } from "./logger.js";

/** What nobody caught is a bug: it ends the process with code 1 after one line that says of what kind it was and where. */
export const endOnBugs = (log: Logger): void => {
  const end = (error: unknown) => {
    log.error({ fault: faultOf(error) }, "ended by a bug");
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
};

/** Libraries quote on the console what they were given, and the runtime warns in plain text; from now on that it happened is all that is said. */
export const hushLibraries = (log: Logger): void => {
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) console[method] = () => log.warn("a library wrote to the console");
  process.removeAllListeners("warning");
  process.on("warning", ({ name }) => log.warn({ warning: name }, "the runtime warns"));
};

/** Stops once, in order; a second signal stops at once. */
export const stopOnSignal = (log: Logger, stop: () => Promise<void>): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ fault: faultOf(error) }, "could not stop in order");
          process.exit(1);
        },
      );
    });
  }
};
