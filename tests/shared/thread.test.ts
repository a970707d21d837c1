/** Work in a thread: what takes too long is stopped and said so in its own words, and the next task is done. With the thread that writes reports. */
import { readdirSync, readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { expect, test } from "vitest";
import type { ReportContents, ReportFormat } from "../../src/request/report-maker.js";
import { openThread } from "../../src/shared/thread.js";

const rows = (count: number) => Array.from({ length: count }, (_, at) => [`1.${at}`, "An action of some length", "On track"]);
const contents = (count: number): ReportContents => ({
  ...{ title: "Report", about: "The plan", asAt: [], brief: [], summary: [], exceptions: [] },
  tables: [{ name: "Actions", columns: ["Id", "Action", "Status"], rows: rows(count) }],
});
type Task = { format: ReportFormat; contents: ReportContents };
const opened = (deadlineMs: number) =>
  openThread<Task, Uint8Array>({
    ...{ program: "report-writer.js", deadlineMs, idleMs: 1_000 },
    tooLong: ({ format }) => new Error(`${format} takes too long`),
    tooLarge: ({ format }) => new Error(`${format} is too large`),
  });

test("a task that takes too long is stopped, those that wait behind it are done", async () => {
  const run = opened(2_500);
  const endless = run({ format: "docx", contents: contents(400_000) });
  const next = run({ format: "csv", contents: contents(2) });
  await expect(endless).rejects.toThrow("docx takes too long");
  expect(Buffer.from(await next).toString()).toContain("1.1");
});

test("a task that fails says where, and the thread goes on", async () => {
  const run = opened(60_000);
  const broken = { ...contents(1), tables: undefined } as unknown as ReportContents;
  await expect(run({ format: "docx", contents: broken })).rejects.toThrow(/undefined[\s\S]*at /);
  expect((await run({ format: "xlsx", contents: contents(3) })).length).toBeGreaterThan(1_000);
});

/** The priority of each thread of this process, as Linux shows it: the 19th field, after a name that may hold blanks. */
const priorities = (): number[] =>
  readdirSync("/proc/self/task").map((id) => Number(readFileSync(`/proc/self/task/${id}/stat`, "utf8").split(") ").pop()?.split(" ")[16]));

test.skipIf(process.platform !== "linux" || getPriority() > 0)("it gives way to the thread that answers", async () => {
  await opened(60_000)({ format: "csv", contents: contents(1) });
  expect(getPriority()).toBe(0);
  expect(priorities()).toContain(constants.priority.PRIORITY_BELOW_NORMAL);
});
