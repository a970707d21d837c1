/** The rooms of src/ and who may import whom, read from the sources. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breaches, type Sources } from "./support/import-rules.js";

const sources: Sources = Object.fromEntries(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => [`src/${path.replaceAll("\\", "/")}`, readFileSync(`src/${path}`, "utf8")]),
);

describe("the architecture", () => {
  it("holds in every file of src", () => {
    expect(Object.keys(sources)).toContain("src/storage/port.ts");
    expect(breaches(sources)).toEqual([]);
  });
});

describe("the rule", () => {
  const good: [string, string, string][] = [
    [
      "main builds everything",
      "src/main.ts",
      'import { a } from "./storage/index.js"; import { b } from "./teams/index.js"; import { c } from "./features.js"',
    ],
    [
      "the features are put together in one file",
      "src/features.ts",
      'import { a } from "./assistant/open-assistant.js"; import type { Storage } from "./storage/port.js"',
    ],
    ["config reads the environment", "src/config.ts", "process.env.PORT"],
    ["everyone may use shared", "src/plan/plan.ts", 'import { a } from "../shared/errors.js"'],
    ["figures look at the plan", "src/figures/figures.ts", 'import { a } from "../plan/index.js"'],
    ["imports go through the readers", "src/imports/index.ts", 'import { a } from "../plan-import/index.js"'],
    ["features ask the port", "src/people/directory.ts", 'import type { Storage } from "../storage/port.js"'],
    [
      "teams uses features and its SDKs",
      "src/teams/bot.ts",
      'import { a } from "../assistant/assistant.js"; import "botbuilder"; import "@microsoft/teams-ai/lib/AI.js";',
    ],
    ["a word in a comment is no import", "src/plan/plan.ts", '// import { a } from "../teams/index.js" and process.env'],
    ["files that are no sources", "src/teams/cards.ts", 'import card from "../../cards/rows.json" with { type: "json" }'],
  ];
  it.each(good)("lets pass: %s", (_what, path, text) => {
    expect(breaches({ [path]: text })).toEqual([]);
  });

  const bad: [string, string, string, string][] = [
    ["a feature that imports teams", "src/plan/plan.ts", 'import { a } from "../teams/index.js"', "may not import src/teams/index.ts"],
    ["types only", "src/plan/plan.ts", 'import type { A } from "../figures/index.js"', "may not import src/figures/index.ts"],
    ["an import type", "src/audit/change.ts", 'type A = import("../plan/plan.js").A', "may not import src/plan/plan.ts"],
    ["a re-export", "src/figures/index.ts", 'export * from "../progress/index.js"', "may not import src/progress/index.ts"],
    ["an import at run time", "src/progress/index.ts", 'await import("../assistant/index.js")', "may not import src/assistant/index.ts"],
    ["imports that ask questions", "src/imports/index.ts", 'import "../assistant/index.js"', "may not import src/assistant/index.ts"],
    ["a feature that knows its database", "src/figures/figures.ts", 'import { a } from "../storage/index.js"', "may not import src/storage/index.ts"],
    ["teams that stores", "src/teams/bot.ts", 'import type { Storage } from "../storage/port.js"', "may not import src/storage/port.ts"],
    ["another room's inner folder", "src/teams/bot.ts", 'import "../nlu/times/patterns.js"', "may not import src/nlu/times/patterns.ts"],
    ["storage that knows the domain", "src/storage/embedded.ts", 'import "../plan/plan.js"', "may not import src/plan/plan.ts"],
    ["shared that imports anything of ours", "src/shared/logger.ts", 'import "../config.js"', "may not import src/config.ts"],
    ["someone who imports main", "src/cli/plan.ts", 'import "../main.js"', "may not import src/main.ts"],
    ["a feature that knows all of them", "src/figures/figures.ts", 'import "../features.js"', "may not import src/features.ts"],
    ["features that know the channel", "src/features.ts", 'import "./teams/index.js"', "may not import src/teams/index.ts"],
    ["the environment in main", "src/main.ts", "process.env.PORT", "reads the environment"],
    ["MongoDB outside storage", "src/plan/plan.ts", 'import type { Db } from "mongodb"', "may not import mongodb"],
    ["the SDK outside teams", "src/assistant/assistant.ts", 'import { ActivityTypes } from "botbuilder-core"', "may not import botbuilder-core"],
    ["teams-ai outside teams", "src/main.ts", 'import("@microsoft/teams-ai/lib/Application.js")', "may not import @microsoft/teams-ai"],
    ["the environment", "src/teams/parse-activity.ts", 'const port = process["env"].PORT', "reads the environment"],
    ["the environment by import", "src/teams/parse-activity.ts", 'import { env } from "node:process"', "reads the environment"],
    ["a room nobody drew", "src/misc/thing.ts", "", "is in no room"],
    ["a file called utils", "src/plan/date-utils.ts", "", "says nothing: date-utils"],
    ["a folder called services", "src/plan/services/plan.ts", "", "says nothing: services"],
  ];
  it.each(bad)("stops: %s", (_what, path, text, breach) => {
    const found = breaches({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(breach);
  });

  it("stops two files that import the same database", () => {
    const found = breaches({ "src/storage/a.ts": 'import "mongodb"', "src/storage/b.ts": 'import type { Db } from "mongodb"' });
    expect(found).toEqual(["Only one file may import what these do: src/storage/a.ts, src/storage/b.ts"]);
  });

  it("stops a cycle, through types as well", () => {
    const found = breaches({
      "src/plan/a.ts": 'import { b } from "./b.js"',
      "src/plan/b.ts": 'export type { C } from "./c.js"',
      "src/plan/c.ts": 'import type { A } from "./a.js"',
    });
    expect(found).toEqual(["A cycle: src/plan/a.ts -> src/plan/b.ts -> src/plan/c.ts -> src/plan/a.ts"]);
  });
});
