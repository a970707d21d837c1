import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * teams-ai loads botbuilder-dialogs, and with it number and date recognisers in many languages, for a sign-in that is not used here:
 * a quarter of a second and 38 MB of every start. In its place stand classes that say so when one is used after all.
 */
const leaveOut = (name: string): void => {
  const path = require.resolve(name);
  class LeftOut {
    constructor() {
      throw new Error(`${name} is left out: see src/teams/sdk.ts`);
    }
  }
  const exports = new Proxy({}, { get: (_, key) => (key === "__esModule" ? true : LeftOut) });
  require.cache[path] ??= Object.assign(Object.create(null) as NodeJS.Module, { id: path, filename: path, loaded: true, children: [], paths: [], exports });
};

leaveOut("botbuilder-dialogs");

/** Loaded by `require`, so that it comes after what is left out. */
export const { Application } = require("@microsoft/teams-ai/lib/Application.js") as typeof import("@microsoft/teams-ai/lib/Application.js");
