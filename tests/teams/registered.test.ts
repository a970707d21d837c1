import { afterAll, beforeAll, expect, test } from "vitest";
import { openDirectory } from "../../src/people/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type RunningServer, startTeams } from "../../src/teams/index.js";
import { keepingLogger, type LogLine } from "../conversations/harness.js";
import { openSmallDesk } from "../conversations/small-desk.js";
import { startTeamsSide, type Teams } from "../support/teams.js";

const registration = { appId: "5f1c0000-0000-4000-8000-000000000001", password: "a-secret", tenantId: "5f1c0000-0000-4000-8000-000000000002" };

let storage: Storage;
let server: RunningServer;
let teams: Teams;
const log: LogLine[] = [];

beforeAll(async () => {
  storage = await openStorage();
  server = await startTeams({
    port: 0,
    registration,
    desk: openSmallDesk(),
    directory: openDirectory(storage),
    alive: () => storage.ping(),
    log: keepingLogger(log),
  });
  teams = await startTeamsSide(`http://127.0.0.1:${server.port}/api/messages`);
});
afterAll(async () => {
  await teams.stop();
  await server.close();
  await storage.close();
});

test.each<[string, Record<string, string>]>([
  ["no token", {}],
  ["an empty token", { authorization: "Bearer " }],
  ["something that is no token", { authorization: "Bearer x" }],
  ["another scheme", { authorization: "Basic eDp5" }],
])("with a bot registration a message with %s is refused with an empty body", async (_, headers) => {
  const { status, raw } = await teams.say("priya.shah@example.org", "hello", { headers });
  expect([status, raw]).toEqual([401, ""]);
  expect(teams.calls).toEqual([]);
  expect(log.at(-1)).toMatchObject({ level: "warn", message: "sender refused" });
  expect(JSON.stringify(log)).not.toContain("secret");
});
