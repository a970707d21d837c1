/** The files around the sources: what stands at the top, and that what other tools read there leads to what is there. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { listSettings } from "../src/config.js";

const project = fileURLToPath(new URL("..", import.meta.url));
const fileNamed = (name: string) => readFileSync(`${project}${name}`, "utf8");
const { scripts, license, engines } = JSON.parse(fileNamed("package.json"));

/** What the project is made of, and what stands beside it because a tool or a reader looks for it there. */
const AT_THE_TOP = [
  ...["src", "cards", "manifest", "tests", "docs", ".ci", "package.json", "tsconfig.json", ".env.example", "README.md"],
  ...["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "SECURITY.md"],
  // npm, git, editors, linter, tests.
  ...[".npmrc", "package-lock.json", ".gitignore", ".editorconfig", ".vscode", "biome.json", "vitest.config.ts", "tools"],
  // Containers, GitHub, Microsoft 365 Agents Toolkit.
  ...["Dockerfile", ".dockerignore", "compose.yaml", ".github", "m365agents.yml", "m365agents.local.yml"],
];

test("nothing stands at the top but what belongs there", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: project, encoding: "utf8" });
  const names = new Set(files.split("\n").flatMap((path) => path.split("/")[0] || []));
  expect([...names].filter((name) => !AT_THE_TOP.includes(name))).toEqual([]);
  expect(AT_THE_TOP.filter((name) => !names.has(name))).toEqual([]);
});

test("the licence is the one that package.json names", () => {
  expect(license).toBe("MIT");
  expect(fileNamed("LICENSE")).toMatch(/^MIT License\n/);
});

const commandsIn = (text: string): string[] => [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);

test("the workflow runs on the oldest Node that package.json takes, on newer ones, and on MongoDB", () => {
  const { jobs } = parse(fileNamed(".github/workflows/ci.yml"));
  const versions: string[] = jobs.test.strategy.matrix.node;
  expect(engines.node).toContain(versions[0]);
  expect(versions).toEqual(["20", "22", "24"]);
  expect(jobs.test.services.mongodb.image).toMatch(/^mongo:8/);
  const runs: string[] = [...jobs.test.steps, ...jobs.image.steps].flatMap(({ run }) => run ?? []);
  expect(runs.join("\n")).toContain("npx vitest run");
  expect(commandsIn(runs.join("\n")).filter((name) => !(name in scripts))).toEqual([]);
});

interface Step {
  uses: string;
  env?: Record<string, string>;
  with: { args?: string; envs?: Record<string, unknown>; appPackagePath?: string };
}

test.each(["m365agents.yml", "m365agents.local.yml"])("%s runs commands that there are, with settings that there are", (name) => {
  const { version, provision, deploy, publish = [] } = parse(fileNamed(name));
  const steps: Step[] = [...provision, ...deploy, ...publish];
  // The schema in which a service principal can be asked for.
  expect(version).toBe("v1.11");
  expect(commandsIn(steps.map((step) => `npm ${step.with.args ?? ""}`).join("\n")).filter((each) => !(each in scripts))).toEqual([]);
  expect(steps.flatMap((step) => step.with.appPackagePath ?? []).filter((path) => path !== "./waymark.zip")).toEqual([]);
  const known = new Set(listSettings().map((setting) => setting.name));
  expect(steps.flatMap((step) => Object.keys(step.with.envs ?? {})).filter((setting) => !known.has(setting))).toEqual([]);
});

test("what the toolkit writes, with its secrets, is never committed", () => {
  const ignored = execFileSync("git", ["check-ignore", "env/.env.local", "env/.env.local.user", "env/.env.dev.user", ".localConfigs"], {
    cwd: project,
    encoding: "utf8",
  });
  expect(ignored.trim().split("\n")).toHaveLength(4);
});

test("the editor starts programs that there are, after tasks that there are", () => {
  const { configurations, compounds } = JSON.parse(fileNamed(".vscode/launch.json"));
  const { tasks } = JSON.parse(fileNamed(".vscode/tasks.json"));
  const labels: string[] = tasks.map(({ label }: { label: string }) => label);
  const programs: string[] = configurations.flatMap(({ program }: { program?: string }) => program?.replace(/^[^/]+\//, "") ?? []);
  expect(programs.filter((program) => !existsSync(`${project}${program}`))).toEqual([]);
  const named = configurations.map(({ name }: { name: string }) => name);
  for (const compound of compounds) {
    expect(named).toEqual(expect.arrayContaining(compound.configurations));
    expect(labels).toContain(compound.preLaunchTask);
  }
  for (const { dependsOn = [] } of tasks) expect(labels).toEqual(expect.arrayContaining(dependsOn));
  expect(commandsIn(fileNamed(".vscode/tasks.json")).filter((name) => !(name in scripts))).toEqual([]);
});
