import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PassReport, startTimer, watchPasses } from "../../src/reminders/index.js";
import { keepingLogger, type LogLine } from "../conversations/harness.js";

const nothing: PassReport = { at: new Date(), sent: [], refused: 0, left: 0, unreachable: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a pass runs every minute, one at a time, also after one that failed, and stopping waits for the one under way", async () => {
  const lines: LogLine[] = [];
  let [started, ended] = [0, 0];
  const pass = async () => {
    started += 1;
    if (started === 2) throw new Error("the database is away");
    await new Promise((resolve) => setTimeout(resolve, 90_000));
    ended += 1;
    return { ...nothing, refused: 1 };
  };
  const timer = startTimer({ pass }, keepingLogger(lines));
  await vi.advanceTimersByTimeAsync(5_000);
  expect([started, ended]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(90_000 + 60_000);
  expect([started, ended]).toEqual([2, 1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([started, ended]).toEqual([3, 1]);
  const stopped = timer.stop();
  await vi.advanceTimersByTimeAsync(90_000);
  await stopped;
  await vi.advanceTimersByTimeAsync(600_000);
  expect([started, ended]).toEqual([3, 2]);
  expect(lines.map(({ level, message }) => [level, message])).toEqual([
    ["info", "reminders sent"],
    ["warn", "a pass of reminders failed"],
    ["info", "reminders sent"],
  ]);
  expect(JSON.stringify(lines)).not.toContain("the database is away");
});

test("where passes are run from outside, it is said every hour that they are not", async () => {
  const lines: LogLine[] = [];
  const timer = watchPasses({ missed: async () => ({ from: "2027-03-03", to: "2027-03-05" }) }, keepingLogger(lines));
  await vi.advanceTimersByTimeAsync(3_600_000);
  await timer.stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(lines).toEqual([{ level: "warn", fields: { from: "2027-03-03", to: "2027-03-05" }, message: "no pass of reminders ran on these days" }]);
});
