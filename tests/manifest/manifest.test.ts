/** The app package: valid by the official schemas, its pictures, and menus whose every line leads to an answer. */
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { appPackage, faultsOfManifest } from "../../manifest/app-package.js";
import { personalCommands, sharedCommands } from "../../manifest/commands.js";
import { manifestOf, newestSchema, oldestCopilotSchema, oldestSchema } from "../../manifest/manifest.js";
import { settingsFrom } from "../../manifest/settings.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { understand } from "../../src/nlu/understand.js";
import { openRoom, type Room } from "../intents/room.js";

const environment = {
  MICROSOFT_APP_ID: "5f1c0001-6a1e-4c58-9c07-3d2f7a1b0001",
  TEAMS_APP_ID: "5f1c0001-6a1e-4c58-9c07-3d2f7a1b0002",
  PUBLIC_URL: "https://waymark.example.org/",
  ORGANISATION: "Example Council",
  ORGANISATION_URL: "https://www.example.org",
};
const manifest = (schema?: string) => manifestOf(settingsFrom(environment), "1.2.3", schema);

describe("the manifest", () => {
  test.each([newestSchema, oldestSchema])("is valid by the official schema %s", async (schema) => {
    expect(manifest(schema).manifestVersion).toBe(schema);
    expect(await faultsOfManifest(manifest(schema))).toEqual([]);
  });

  test("would be found out if it were not", async () => {
    const { id: _, ...without } = manifest();
    expect((await faultsOfManifest(without as ReturnType<typeof manifest>)).join()).toContain("id");
    expect((await faultsOfManifest({ ...manifest(), extra: 1 } as unknown as ReturnType<typeof manifest>)).length).toBeGreaterThan(0);
  });

  test("carries the ids, host and organisation of the environment", () => {
    const made = manifest();
    expect(made.id).toBe(environment.TEAMS_APP_ID);
    expect([...made.bots, ...made.composeExtensions].map(({ botId }) => botId)).toEqual([environment.MICROSOFT_APP_ID, environment.MICROSOFT_APP_ID]);
    expect(made.validDomains).toEqual(["waymark.example.org"]);
    expect(made.developer).toMatchObject({ name: "Example Council", privacyUrl: "https://www.example.org" });
    expect(manifestOf(settingsFrom({ ...environment, TEAMS_APP_ID: "" }), "1.2.3").id).toBe(environment.MICROSOFT_APP_ID);
  });

  test("offers at most ten commands a scope, none too long for any version of Teams, none twice", () => {
    const lists = manifest().bots[0]?.commandLists ?? [];
    expect(lists.map(({ scopes }) => scopes)).toEqual([["personal"], ["team", "groupChat"]]);
    for (const { commands } of lists) {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      expect(commands.filter(({ title, description }) => title.length > 32 || description.length > 128)).toEqual([]);
    }
  });

  test.each([
    ["nothing set", {}, /MICROSOFT_APP_ID: is not set[\s\S]*PUBLIC_URL: is not set[\s\S]*ORGANISATION: is not set/],
    ["an address without https", { ...environment, PUBLIC_URL: "http://waymark.example.org" }, /^ {2}PUBLIC_URL: must be an https/m],
    ["an id that is none", { ...environment, TEAMS_APP_ID: "waymark" }, /^ {2}TEAMS_APP_ID: must be an id/m],
    ["a long name", { ...environment, ORGANISATION: "x".repeat(33) }, /^ {2}ORGANISATION: must be at most 32/m],
  ])("says what is wrong with the settings: %s", (_, given, words) => {
    expect(() => settingsFrom(given)).toThrow(words);
  });
});

describe("in Copilot too", () => {
  const agent = (schema?: string) => manifestOf(settingsFrom(environment), "1.2.3", schema, { copilot: true });

  test.each([newestSchema, "1.27", "1.26", oldestCopilotSchema])("is valid by the official schema %s", async (schema) => {
    expect(await faultsOfManifest(agent(schema))).toEqual([]);
  });

  test("is an agent made of the bot, with what it keeps in words and what can be asked first", () => {
    const { bots, copilotAgents } = agent();
    expect(bots[0]?.scopes).toEqual(["personal", "team", "groupChat", "copilot"]);
    const [only] = copilotAgents?.customEngineAgents ?? [];
    expect(only).toMatchObject({ id: environment.MICROSOFT_APP_ID, type: "bot" });
    expect(only?.disclaimer.text).toMatch(/keeps/);
    expect(only?.disclaimer.text.length).toBeLessThanOrEqual(500);
    const starters = bots[0]?.commandLists.find(({ scopes }) => scopes.includes("copilot"))?.commands ?? [];
    expect(starters).toHaveLength(6);
    for (const one of starters) expect(one).toMatchObject({ type: "prompt", prompt: one.title });
  });

  test("has starters as plain commands where the schema knows no prompts, and none of it where it was not asked for", () => {
    const starters = agent("1.26").bots[0]?.commandLists.find(({ scopes }) => scopes.includes("copilot"))?.commands;
    expect(Object.keys(starters?.[0] ?? {})).toEqual(["title", "description"]);
    expect(JSON.stringify(manifest())).not.toMatch(/copilot/i);
  });

  test("is not made with a schema that is too old for it", async () => {
    await expect(appPackage(environment, ".", { schema: oldestSchema, copilot: true })).rejects.toThrow(`needs the schema ${oldestCopilotSchema}`);
  });
});

describe("waymark.zip", () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = unzipSync(await appPackage(environment, "."));
  });

  test("holds the manifest and the two icons it names, nothing else", () => {
    const { icons, version } = JSON.parse(strFromU8(files["manifest.json"] as Uint8Array));
    expect(Object.keys(files).sort()).toEqual(["manifest.json", icons.color, icons.outline].sort());
    expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
  });

  test.each([
    ["color.png", 192],
    ["outline.png", 32],
  ])("%s is a PNG of %i by %i", (name, size) => {
    const png = Buffer.from(files[name] as Uint8Array);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  test("is not made with a version that the validator does not know", async () => {
    await expect(appPackage(environment, ".", { schema: "9.99" })).rejects.toThrow();
  });
});

describe.each(["libraries", "council", "hospital", "museum", "police", "school"])("with the %s plan", (file) => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom(file);
  });
  const readings = (text: string) => {
    const { plan, catalogue } = room.known;
    return understand(text, { plan, planIndex: planIndexOf(catalogue, plan.title), today: "2026-11-24", asker: "a@example.org", before: [] });
  };

  test.each([...new Set([...personalCommands, ...sharedCommands].map(({ title }) => title))])("%s leads to an answer", async (title) => {
    const [only, ...more] = readings(title);
    expect(more).toEqual([]);
    expect(["not-understood", "choose", "unknown-id"]).not.toContain(only?.question);
    expect((await room.ask(only?.question ?? "", only?.args ?? {}, { as: "a@example.org" })).text).toBeTruthy();
  });

  test("what a person's own menu says of their own things is asked about them", () => {
    const [due] = readings("What is due for me?");
    expect(due?.question === "my-reminders" || due?.args).toSatisfy((it) => it === true || (it as { person?: string })?.person === "a@example.org");
    expect(readings("My actions")[0]?.question).toBe("my-actions");
  });

  test("nothing of a channel's menu is about the asker", () => {
    for (const { title } of sharedCommands) expect(JSON.stringify(readings(title))).not.toContain("a@example.org");
  });
});
