/** `waymark status`: what needs attention in its order, and the four figures of the plan's being kept alive as the chat tells them. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";

const { run, folder } = commandLine();
const at = "2026-11-24T10:00:00Z";

describe("status", () => {
  let DATA_DIR: string;
  beforeAll(async () => {
    DATA_DIR = join(await folder(), "data");
  });
  const said = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run(args, { DATA_DIR, MANAGERS: "head.of.service@example.org" });
    expect([code, err]).toEqual([0, ""]);
    return out;
  };

  test("--json has what needs attention, the most serious first, and the four figures", async () => {
    const status = JSON.parse(await said("status", "--json", "--at", at));
    expect(status).toMatchObject({ plan: "Libraries and Heritage Strategy Action Plan", day: "2026-11-24" });
    expect(status.attention.slice(0, 2)).toEqual([
      { id: "3.3.1", concerns: ["overdue", "off-track"] },
      { id: "2.2.3", concerns: ["overdue"] },
    ]);
    expect(Object.keys(status.alive)).toEqual(["reporting", "neverReported", "leads", "answers"]);
    const { reporting, neverReported, leads, answers } = status.alive;
    expect(reporting.lastFourPeriods).toBeLessThanOrEqual(reporting.lastPeriod);
    expect(neverReported.ids.length).toBeLessThan(neverReported.measures);
    expect(leads.openActions).toBeGreaterThan(leads.without.length);
    expect(answers).toEqual({ reminders: 0, answered: 0, medianDays: null });
  });

  test("in words says the same four figures as the chat does", async () => {
    const words = await said("status", "--at", at);
    const chat = await said("ask", "how alive is the plan", "--as", "head.of.service@example.org", "--at", at);
    const figures = [...(words.split("How alive the plan is:\n")[1] ?? "").matchAll(/^- ([^:]+): (.+)$/gm)];
    expect(figures).toHaveLength(4);
    for (const [, label, told] of figures) expect(chat).toContain(`${label} · ${told}`);
    const json = JSON.parse(await said("status", "--json", "--at", at)).alive;
    expect(figures[0]?.[2]).toContain(`${json.reporting.lastPeriod} of ${json.reporting.owners} people`);
    expect(figures[1]?.[2]).toContain(`${json.neverReported.ids.length} of ${json.neverReported.measures}`);
  });

  test("refuses an instant that is none, and a plan that there is not", async () => {
    expect((await run(["status", "--at", "now"])).err).toBe("--at: an instant was expected, written 2026-11-24T10:00:00Z\n");
    const { code, err } = await run(["status", "--plan", "Parks"], { DATA_DIR });
    expect([code, err]).toEqual([1, expect.stringContaining("Parks")]);
  });
});
