import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { startTeams } from "../../src/teams/index.js";

test("the SDK's sign-in dialogs, a third of its start, are not loaded", () => {
  expect(startTeams).toBeTypeOf("function");
  const { cache } = createRequire(import.meta.url);
  const loaded = Object.keys(cache);
  expect(loaded.some((path) => path.includes("teams-ai/lib/Application.js"))).toBe(true);
  expect(loaded.filter((path) => path.includes("recognizers-text-date-time") || path.includes("botbuilder-dialogs/lib/dialog"))).toEqual([]);
});
