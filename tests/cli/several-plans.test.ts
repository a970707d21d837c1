import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { planFile } from "../support/plan-files.js";

const { run, folder } = commandLine();
const museums = planFile({ measure: { figures: [{ period: "2025-26 Q1", value: 3 }] } });
const parks = planFile({ plan: { title: "Parks and Woods Strategy" }, action: { text: "Plant trees", status: "at-risk" } });

/** Gives what runs commands on a database of their own, and files for them. */
async function place() {
  const where = await folder();
  const environment = { DATA_DIR: join(where, "data") };
  const file = async (name: string, content: unknown) => {
    const path = join(where, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  };
  return { where, file, waymark: (...args: string[]) => run(args, environment) };
}

test("a file of another title is only taken with a word of where it goes, and says what to type", async () => {
  const { file, waymark } = await place();
  await waymark("plan", "import", await file("museums.json", museums));
  const other = await file("parks.json", parks);
  expect(await waymark("plan", "import", other)).toEqual({
    code: 1,
    out: "",
    err: [
      'This file is "Parks and Woods Strategy", and that plan is not loaded. Nothing was saved.',
      "Loaded: Museum (Museum Plan).",
      "To load it beside, add: --new (or --as NAME, to give it a short name)",
      'To make it the next version of Museum Plan, add: --as "Museum"',
      "",
    ].join("\n"),
  });
  expect((await waymark("plan", "import", other, "--new")).out).toContain("Parks and Woods Strategy: imported, revision 1.");
  expect((await waymark("plan", "import", other, "--new")).err).toContain("Parks and Woods Strategy is loaded already.");
  expect((await waymark("plan", "import", other)).out).toContain("Parks and Woods Strategy: imported, revision 2.");
  expect((await waymark("plan", "import", await file("museums.json", museums))).out).toContain("Museum Plan: imported, revision 2.");
  const { out } = await waymark("plan", "list");
  expect(out).toContain("Museum: Museum Plan, the default\n  revision 2, imported on ");
  expect(out).toContain("Parks and Woods: Parks and Woods Strategy\n  revision 2, imported on ");
});

test("each is asked, exported, reported and recorded by its name, although their ids are the same", async () => {
  const { where, file, waymark } = await place();
  await waymark("plan", "import", await file("museums.json", museums));
  await waymark("plan", "import", await file("parks.json", parks), "--as", "Green");
  const text = async (...plan: string[]) => JSON.parse((await waymark("plan", "export", ...plan)).out).themes[0].priorities[0].actions[0].text;
  expect(await text()).toBe("Open late");
  expect(await text("--plan", "green")).toBe("Plant trees");
  expect(await text("--plan", "parks and woods strategy")).toBe("Plant trees");
  expect((await waymark("ask", "how is 1.1.1 doing", "--plan", "green")).out).toContain("Plant trees");
  expect((await waymark("ask", "how is 1.1.1 doing")).out).toContain("Open late");
  const changes = async (...plan: string[]) => (await waymark("changes", "export", ...plan)).out.match(/"plan":"[^"]+"/g);
  expect([await changes(), await changes("--plan", "Green")]).toEqual([['"plan":"plan"'], ['"plan":"green"']]);
  const csv = join(where, "out.csv");
  await waymark("report", "--plan", "green", "--format", "csv", "--out", csv);
  expect((await waymark("report", "--plan", "roads", "--out", csv)).err).toBe(
    "There is no roads plan. Loaded: Museum (Museum Plan); Green (Parks and Woods Strategy).\n",
  );
});

test("one that is removed is gone from sight, and its figures are there again when it comes back; the default stays", async () => {
  const { file, waymark } = await place();
  await waymark("plan", "import", await file("parks.json", parks));
  await waymark("plan", "import", await file("museums.json", museums), "--new");
  expect((await waymark("plan", "remove", "museum")).out).toContain("Museum Plan is not loaded any more.");
  expect((await waymark("plan", "list")).out).not.toContain("Museum");
  expect((await waymark("plan", "remove", "parks and woods")).err).toContain("is the default plan, so it stays");
  await waymark("plan", "import", await file("museums.json", planFile()), "--new");
  const exported = await waymark("plan", "export", "--plan", "museum");
  expect(JSON.parse(exported.out).themes[0].priorities[0].measures[0].figures).toMatchObject([{ period: "2025-26 Q1", value: 3 }]);
});
