import { existsSync } from "node:fs";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { planFile } from "../support/plan-files.js";

const appendix = "src/imports/sample/appendix-3.txt";
const { run, folder } = commandLine();

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await folder(), name);
  await writeFile(path, content);
  return path;
}

describe("plan check", () => {
  test("reports what it read, what is assumed and what a person should look at", async () => {
    const { code, out, err } = await run(["plan", "check", appendix]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Libraries and Heritage Strategy Action Plan (read as an appendix)\nYear 1 starts on 1 April 2025. That is assumed");
    expect(out).toContain("3 themes, 13 priorities, 34 actions, 32 milestones, 59 measures, no figures");
    expect(out).toMatch(/^ {2}2\.1 +3 actions but 2 stamps/m);
    expect(out.split("\n").filter((line) => line.length > 112)).toEqual([]);
  });

  test("prints the plan and the list as JSON, which reads the same again", async () => {
    const first = await run(["plan", "check", appendix, "--json", "--starts", "2026-04-01"]);
    const { plan, look } = JSON.parse(first.out);
    expect(plan).toMatchObject({
      starts: "2026-04-01",
      themes: [{ priorities: [{ actions: [{ milestones: [{ due: "2027-03-31" }] }, {}] }, {}, {}, {}, {}] }, {}, { inferred: ["name"] }],
    });
    expect(look).toContainEqual({ id: "2.1", why: "3 actions but 2 stamps: given to the actions in printed order, so 2.1.3 has no date" });
    const again = await run(["plan", "check", await written("again.json", first.out), "--json"]);
    expect(JSON.parse(again.out).plan).toEqual(plan);
  });

  test("opens no database", async () => {
    const DATA_DIR = join(await folder(), "data");
    await run(["plan", "check", appendix], { DATA_DIR });
    expect(existsSync(DATA_DIR)).toBe(false);
    expect((await run(["plan", "check", appendix], { MONGODB_URI: "mongodb://127.0.0.1:1/" })).code).toBe(0);
  });
});

describe("a plan from an office file", () => {
  test.each([
    ["docx", "a Word document"],
    ["xlsx", "a spreadsheet"],
  ])(".%s is checked and put in force like any other", async (format, called) => {
    const DATA_DIR = join(await folder(), "data");
    const file = `tests/fixtures/office/appendix.${format}`;
    expect((await run(["plan", "check", file])).out).toContain(`Libraries and Heritage Strategy Action Plan (read as ${called})`);
    await run(["plan", "import", appendix], { DATA_DIR });
    const { code, out, err } = await run(["plan", "import", file], { DATA_DIR });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("imported, revision 2.");
    expect(out).toContain("Nothing is new, changed in wording or gone.");
  });

  test("that is a picture gets one line and saves nothing", async () => {
    const DATA_DIR = join(await folder(), "data");
    const { code, out, err } = await run(["plan", "import", "docs/pictures/status.png"], { DATA_DIR });
    expect([code, out, existsSync(DATA_DIR)]).toEqual([1, "", false]);
    expect(err).toMatch(/^status\.png: this is a picture\. .*Nothing was saved\.\n$/);
  });
});

describe("plan import and export", () => {
  test("put a plan in force, say what changed the next time, and give it all back", async () => {
    const DATA_DIR = join(await folder(), "data");
    const file = planFile({ priority: { lead: "lead@example.org" }, measure: { figures: [{ period: "2025-26 Q1", value: 3 }] } });
    const first = await run(["plan", "import", await written("plan.json", JSON.stringify(file)), "--by", "Head.of.Service@example.org"], { DATA_DIR });
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toContain("Museum Plan: imported, revision 1.");
    expect(first.out).toContain("1 figure added.");
    const second = await run(
      [
        "plan",
        "import",
        await written("plan.json", JSON.stringify(planFile({ action: { text: "Open late on Fridays" }, measure: { id: "1.1.m2", text: "Books lent out" } }))),
      ],
      { DATA_DIR },
    );
    expect(second.out).toContain("New: 1.1.m2");
    expect(second.out).toContain("Changed in wording (1):\n  1.1.1 text\n    was  Open late\n    now  Open late on Fridays");
    expect(second.out).toContain("Gone from the source; kept with their history, shown no more: 1.1.m1");
    const exported = await run(["plan", "export", "--format", "json"], { DATA_DIR });
    const plan = JSON.parse(exported.out);
    expect(plan.themes[0].priorities[0]).toMatchObject({
      lead: "lead@example.org",
      actions: [{ text: "Open late on Fridays" }],
      measures: [{ id: "1.1.m2" }, { id: "1.1.m1", retired: true, figures: [{ period: "2025-26 Q1", value: 3 }] }],
    });
    const copy = { DATA_DIR: join(await folder(), "copy") };
    await run(["plan", "import", await written("export.json", exported.out)], copy);
    expect((await run(["plan", "export"], copy)).out).toBe(exported.out);
  });

  test("keep the first day of Year 1 where the next source does not say it", async () => {
    const environment = { DATA_DIR: join(await folder(), "data") };
    await run(["plan", "import", appendix, "--starts", "2026-01-01"], environment);
    expect((await run(["plan", "import", appendix], environment)).out).toContain("Year 1 starts on 1 January 2026, as before.");
    expect(JSON.parse((await run(["plan", "export"], environment)).out)).toMatchObject({ starts: "2026-01-01" });
  });

  test("say when there is nothing to export", async () => {
    expect(await run(["plan", "export"])).toEqual({ code: 1, out: "", err: "There is no plan yet. `plan import FILE` brings one in.\n" });
  });
});

describe("a source that cannot be read gets one clear error, and nothing is saved:", () => {
  const json = (change: Parameters<typeof planFile>[0]) => JSON.stringify(planFile(change));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json({}), "utf16le")]);
  const sources: [string, string | Uint8Array, RegExp][] = [
    ["an empty file", "", /^x: the file is empty; a plan file \(JSON\) or the text of an appendix was expected\. Nothing was saved\.$/],
    ["blank lines", "\n \t\n", /^x: the file is empty/],
    ["a binary file", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 13]), /^x: this is a binary file/],
    ["a PDF that is cut off", Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "latin1"), /^x: the file is damaged or not whole/],
    ["UTF-16", utf16, /^x: the file is encoded as UTF-16; save it as UTF-8 and try again\. Nothing was saved\.$/],
    ["UTF-16 without a mark", utf16.subarray(2), /^x: the file is encoded as UTF-16/],
    [
      "Latin-1",
      Buffer.from('{\n "title": "Caf\u00e9"}', "latin1"),
      /^x: line 2 is not UTF-8 text \(perhaps Latin-1 or Windows-1252\); save the file as UTF-8 and try again\. Nothing was saved\.$/,
    ],
    ["no JSON", '{\n "title": oops }', /^x cannot be read as a plan\. Nothing was saved\.\n {2}line 2, column 11: this is no JSON: a value was expected$/],
    ["JSON that is no plan", "[1, 2]", /\n {2}the plan: a list; an object was expected$/],
    ["text that is no appendix", "Dear all,\nhello", /no row begins with the number of a priority/],
    ["deep nesting", "[".repeat(200_000), /this is no JSON: it stops too early/],
    ["duplicate ids", json({ measure: { id: "1.1.1" } }), /measures\[0\]\.id: "1\.1\.1" is there twice/],
    ["an action under no priority", json({ theme: { actions: [{ id: "1.1", text: "Do" }] } }), /themes\[0\]\.actions: an action under no priority/],
    ["an unknown status", json({ action: { status: "done" } }), /themes\[0\]\.priorities\[0\]\.actions\[0\]\.status: "done"; one of not-started, /],
    ["a date that does not exist", json({ action: { milestones: [{ due: "2026-02-30" }] } }), /milestones\[0\]\.due: "2026-02-30" must be a date that exists/],
    ["Year 0", json({ action: { timescale: "Year 0" } }), /actions\[0\]\.timescale: "Year 0": years are counted from 1/],
    ["Year 3 to 1", "Plan\n1.1 A\tDo\tYear 3 to 1\t", /line 2: 1\.1, timescale "Year 3 to 1": ends before it begins/],
  ];

  test.each(sources)("%s", async (_, content, expected) => {
    const path = await written("x", content);
    const DATA_DIR = join(await folder(), "data");
    const { code, out, err } = await run(["plan", "import", path], { DATA_DIR });
    expect(err.trimEnd()).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at |Error:/);
    expect([code, out, existsSync(DATA_DIR)]).toEqual([1, "", false]);
  });

  test("50 MB, without reading it", async () => {
    const path = await written("x", "{");
    await truncate(path, 50 * 1024 * 1024);
    const { code, err } = await run(["plan", "check", path]);
    expect([code, err]).toEqual([1, `${path}: the file has 50 MB; a plan has at most 10 MB. Nothing was saved.\n`]);
  });

  test("a folder, a missing file", async () => {
    const made = join(await folder(), "inner");
    await mkdir(made);
    expect(await run(["plan", "check", made])).toEqual({ code: 1, out: "", err: `${made}: this is a folder; a file was expected. Nothing was saved.\n` });
    expect(await run(["plan", "check", join(made, "no.json")])).toMatchObject({
      code: 1,
      err: `${join(made, "no.json")}: there is no such file. Nothing was saved.\n`,
    });
  });

  test.each([
    ["--starts", "2025-02-29", "--starts 2025-02-29: a date that exists was expected, written 2025-04-01. Nothing was saved.\n"],
    ["--starts", "1 April", "--starts 1 April: a date that exists was expected, written 2025-04-01. Nothing was saved.\n"],
    ["--by", "me", "--by me: an e-mail address was expected. Nothing was saved.\n"],
  ])("%s %s", async (option, value, err) => {
    expect(await run(["plan", "import", appendix, option, value])).toEqual({ code: 1, out: "", err });
  });

  test("a second import leaves the first in force", async () => {
    const environment = { DATA_DIR: join(await folder(), "data") };
    await run(["plan", "import", appendix], environment);
    expect((await run(["plan", "import", await written("x", json({ action: { status: "done" } }))], environment)).code).toBe(1);
    expect(JSON.parse((await run(["plan", "export"], environment)).out).title).toBe("Libraries and Heritage Strategy Action Plan");
  });

  test("a byte order mark is none the worse", async () => {
    expect(await run(["plan", "check", await written("x", `\ufeff${json({})}`)])).toMatchObject({ code: 0, err: "" });
  });
});

describe("plan todo", () => {
  const places = async () => ({ DATA_DIR: join(await folder(), "data") });

  test("lists what is left to do, each with the way to do it, and when reminders begin", async () => {
    const where = await places();
    const file = planFile({ action: { leadAs: "Head of Property", timescale: "Year 1" }, measure: { reporter: "counts@example.org" } });
    await run(["plan", "import", await written("plan.json", JSON.stringify(file))], where);
    const { code, out, err } = await run(["plan", "todo"], where);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe("Left to do with Museum Plan:");
    // A line of what, and one of how.
    for (const [place, line] of lines.entries()) if (line.startsWith("- ")) expect(lines[place + 1]).toMatch(/^ {2}\S/);
    expect(out).toContain("- 1 lead or reporter is named only by job title or team\n  Tell me once who each of them is, all on one form.");
    expect(out).toMatch(/- 1 action (?:not yet reported: 1\.1\.1|without a status)/);
    expect(out).toMatch(
      /- 1 person is named who has not opened Waymark: counts@example\.org\n.*"You have actions or figures in Museum Plan\. Please open Waymark in Teams/,
    );
    expect(lines.at(-1)).toMatch(/^Reminders\. They start on the next working day\. Leads hear 28 and 7 days before a date/);
  });

  test("lists the rows to look at with why", async () => {
    const where = await places();
    await run(["plan", "import", appendix], where);
    const { out } = await run(["plan", "todo"], where);
    expect(out).toMatch(/- \d+ rows to check\n/);
    expect(out).toContain("Rows to look at:\n");
    expect(out).toMatch(/\n {2}2\.1: 3 actions but 2 stamps/);
  });

  test("leaves out what is settled", async () => {
    const where = await places();
    const file = planFile({ action: { status: "complete", lead: "a@example.org" }, priority: { measures: [] } });
    await run(["plan", "import", await written("plan.json", JSON.stringify(file))], where);
    const { out } = await run(["plan", "todo"], where);
    // Who is named has not met the bot of a test.
    expect(out.match(/^- .*$/gm)).toEqual(["- 1 person is named who has not opened Waymark: a@example.org"]);
    const nobody = planFile({ action: { status: "complete" }, priority: { measures: [] } });
    const empty = await places();
    await run(["plan", "import", await written("plan.json", JSON.stringify(nobody))], empty);
    expect((await run(["plan", "todo"], empty)).out).toContain("1 action without a lead: 1.1.1");
  });

  test("needs a plan", async () => {
    const { code, err } = await run(["plan", "todo"]);
    expect([code, err]).toEqual([1, expect.stringContaining("There is no plan yet")]);
  });
});
