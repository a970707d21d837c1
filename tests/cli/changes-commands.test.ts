import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { planFile } from "../support/plan-files.js";

const { run, folder } = commandLine();

async function imported(...plans: unknown[]): Promise<string> {
  const place = await folder();
  const DATA_DIR = join(place, "data");
  for (const [at, plan] of plans.entries()) {
    const path = join(place, `${at}.json`);
    await writeFile(path, JSON.stringify(plan));
    await run(["plan", "import", path, "--by", "head@example.org"], { DATA_DIR });
  }
  return DATA_DIR;
}

describe("changes export", () => {
  test("gives every change, oldest first, a line each", async () => {
    const DATA_DIR = await imported(planFile(), planFile({ action: { text: '=1+1, "open"' } }));
    const { code, out } = await run(["changes", "export"], { DATA_DIR });
    const changes = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(changes).toMatchObject([
      { plan: "plan", by: "head@example.org", through: "plan import", parts: [{ item: "plan", what: "plan", to: "revision 1" }] },
      { parts: [{ item: "plan", what: "plan", from: "revision 1", to: "revision 2" }] },
      { items: ["1.1.1"], parts: [{ item: "1.1.1", what: "text", to: '=1+1, "open"' }] },
    ]);
  });

  test("as a table has one line a part, and nothing that a spreadsheet would run", async () => {
    const DATA_DIR = await imported(planFile(), planFile({ action: { text: '=1+1, "open"' } }));
    const { out } = await run(["changes", "export", "--format", "csv", "--item", "1.1.1"], { DATA_DIR });
    const [head, line] = out.trim().split("\r\n");
    expect(head).toBe("at,by,by id,for,item,what,which,from,to,why,through,id");
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,head@example\.org,,,1\.1\.1,text,,.*,"'=1\+1, ""open""",,plan import,[\w-]+\/1$/);
  });

  test("from a day on leaves out what was before", async () => {
    const DATA_DIR = await imported(planFile());
    expect((await run(["changes", "export", "--since", "2999-01-01"], { DATA_DIR })).out.trim()).toBe("");
    expect((await run(["changes", "export", "--since", "2020-01-01"], { DATA_DIR })).out.trim().split("\n")).toHaveLength(1);
  });

  test("says what is wrong with a day, and that there is no plan", async () => {
    expect(await run(["changes", "export", "--since", "yesterday"])).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("--since yesterday: a day was expected"),
    });
    expect(await run(["changes", "export"])).toMatchObject({ code: 1, err: expect.stringContaining("There is no plan yet.") });
  });
});
