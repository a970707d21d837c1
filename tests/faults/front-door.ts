/** Run as a process of its own: the whole bot in memory, with the sample plan. Arguments: its registration (JSON), or nothing. Says where it listens. */
import { setFlagsFromString } from "node:v8";
import { importSample } from "../../src/imports/index.js";
import { openDeliveryLog, openDirectory } from "../../src/people/index.js";
import { createLogger } from "../../src/shared/logger.js";
import { endOnBugs } from "../../src/shared/process-errors.js";
import { openStorage } from "../../src/storage/index.js";
import { startTeams } from "../../src/teams/index.js";
import { openFeatures } from "../support/features.js";

// As main.ts does for a bot that stays.
setFlagsFromString("--heap-growing-percent=50");
const log = createLogger("silent");
endOnBugs(log);
const storage = await openStorage({});
const features = await openFeatures(storage);
await importSample(features, new Date("2026-11-24T10:00:00Z"));
const server = await startTeams({
  port: 0,
  registration: process.argv[2] ? JSON.parse(process.argv[2]) : undefined,
  assistant: features.assistant,
  directory: openDirectory(storage),
  messages: features.messages,
  heard: openDeliveryLog(storage),
  alive: () => storage.ping(),
  log,
});
process.stdout.write(`listening http://127.0.0.1:${server.port}/api/messages\n`);
