import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { openChatClient } from "../../src/chat-client/index.js";
import { testFolders } from "../support/folders.js";
import { patienceOfWaiting } from "../support/pace.js";

const newFolder = testFolders();

/** Loaded into each window first: leaves its process id in `folder`, and ends the lead's window at once. */
const guardIn = (folder: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    import { writeFileSync } from "node:fs";
    writeFileSync(${JSON.stringify(`${folder}/`)} + process.pid, "");
    if (process.env.M365_AGENTS_PLAYGROUND_CONFIG_PATH.includes("business.lead")) process.exit(1);
  `)}`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("when one window does not start it is said in plain words, and the others do not stay behind", async () => {
  const pids = await newFolder();
  const opening = openChatClient({ bot: "http://127.0.0.1:9/api/messages", guard: guardIn(pids), folder: await newFolder(), environment: process.env });
  await expect(opening).rejects.toThrow("The chat client did not start.");
  const started = (await readdir(pids)).map(Number);
  expect(started).toHaveLength(3);
  await expect.poll(() => started.filter(isAlive), patienceOfWaiting).toEqual([]);
});
