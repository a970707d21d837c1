import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { planFile } from "../support/plan-files.js";

const { run, folder } = commandLine();

test("a plan that is frozen under a name is held against the plan as it stands later", async () => {
  const DATA_DIR = join(await folder(), "data");
  const file = join(await folder(), "plan.json");
  const imported = async (change: Parameters<typeof planFile>[0]) => {
    await writeFile(file, JSON.stringify(planFile(change)));
    expect((await run(["plan", "import", file], { DATA_DIR })).code).toBe(0);
  };
  await imported({ action: { lead: "a@example.org" } });
  expect(await run(["plan", "changes"], { DATA_DIR })).toEqual({
    code: 1,
    out: "",
    err: "No version of the plan was frozen yet. `plan freeze --as NAME` keeps it as it stands.\n",
  });
  const kept = await run(["plan", "freeze", "--as", "Agreed July 2025", "--by", "head@example.org"], { DATA_DIR });
  expect([kept.code, kept.err, kept.out.trim()]).toEqual([0, "", 'Museum Plan is kept as "Agreed July 2025".']);
  const taken = await run(["plan", "freeze", "--as", "agreed july 2025"], { DATA_DIR });
  expect([taken.code, taken.err]).toEqual([1, 'There is a version called "Agreed July 2025" already. Nothing was saved: please give another name.\n']);
  expect((await run(["plan", "changes", "--since", "agreed july 2025"], { DATA_DIR })).out).toMatch(
    /^Museum Plan, as at .*, since "Agreed July 2025" \(kept on .* by head@example\.org\):\nNothing changed\.\n?$/,
  );
  await imported({
    action: { lead: "a@example.org", text: "Open late on Fridays", timescale: "Year 2" },
    measure: { id: "1.1.m2", text: "Number of late openings" },
  });
  const { out } = await run(["plan", "changes"], { DATA_DIR });
  expect(out).toContain("New (1): 1.1.m2\nGone (1): 1.1.m1\n");
  expect(out).toContain('1.1.1 text was "Open late", is "Open late on Fridays"');
  expect(out).toContain("Deadlines moved (1):\n  1.1.1 was 31 March 2026, is 31 March 2027");
  const record = await run(["changes", "export"], { DATA_DIR });
  expect(record.out).toContain("Agreed July 2025");
  expect((await run(["plan", "changes", "--since", "other"], { DATA_DIR })).err).toBe('No version is called "other". There is "Agreed July 2025".\n');
});
