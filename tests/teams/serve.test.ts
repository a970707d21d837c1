import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Started, startCommand } from "../support/started.js";
import { startTeamsSide, textOf } from "../support/teams.js";

let folder: string;
let started: Started | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-serve-"));
});
afterEach(async () => {
  await started?.interrupt();
  started = undefined;
  await rm(folder, { recursive: true, force: true });
});

const addressIn = (output: string) => /http:\S+\/api\/messages/.exec(output)?.[0] ?? "";

test("npm run serve says where it listens and who can reach it, answers, and ends well on SIGTERM", async () => {
  started = await startCommand("serve", folder);
  expect(started.output()).toContain("only programs on this machine can reach it");
  expect(started.output()).toContain("Nobody is a manager: set MANAGERS");
  const address = addressIn(started.output());
  expect(await (await fetch(new URL("/health", address))).json()).toMatchObject({
    status: "ok",
    reminders: { status: expect.stringMatching(/^(?:on|no pass yet)$/) },
  });
  const teams = await startTeamsSide(address);
  const { replies } = await teams.say("business.lead@example.org", "how is 2.3 doing");
  expect(textOf(replies[0]?.attachments?.[0]?.content)).toContain("2.3 Deliver services");
  await teams.stop();
  expect(await started.interrupt("SIGTERM")).toBe(0);
});

test("settings stand in .env too, and one that cannot be used ends it with its name", async () => {
  await writeFile(join(folder, ".env"), "LOG_LEVEL=loud\n");
  await expect(startCommand("serve", folder)).rejects.toThrow("LOG_LEVEL");
});

test("a port that is taken is said in plain words", async () => {
  started = await startCommand("serve", folder);
  const PORT = new URL(addressIn(started.output())).port;
  await expect(startCommand("serve", folder, { PORT, DATA_DIR: join(folder, "other") })).rejects.toThrow(`Port ${PORT} cannot be used`);
});

test("half a bot registration is refused, without the secret in the words", async () => {
  const settings = { MICROSOFT_APP_ID: "5f1c0000-0000-4000-8000-000000000001", MICROSOFT_APP_PASSWORD: "a-secret" };
  const refusal = startCommand("serve", folder, settings);
  await expect(refusal).rejects.toThrow("MICROSOFT_APP_TENANT_ID");
  await expect(refusal).rejects.not.toThrow("a-secret");
});

test("a secret without the app that it is of is refused, without the secret in the words", async () => {
  const refusal = startCommand("serve", folder, { MICROSOFT_APP_PASSWORD: "a-secret" });
  await expect(refusal).rejects.toThrow("MICROSOFT_APP_PASSWORD is set, so MICROSOFT_APP_ID");
  await expect(refusal).rejects.not.toThrow("a-secret");
});

test("nothing is said of managers where there is one", async () => {
  started = await startCommand("serve", folder, { MANAGERS: "head.of.service@example.org" });
  expect(started.output()).not.toContain("Nobody is a manager");
});
