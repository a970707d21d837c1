/** Run as a process of its own: the whole bot in memory, with the sample plan. Arguments: its registration (JSON), or nothing. Says where it listens. */
import { importSample } from "../../src/imports/index.js";
import { openDirectory, openHeard } from "../../src/people/index.js";
import { endOnBugs } from "../../src/shared/last-words.js";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage } from "../../src/storage/index.js";
import { startTeams } from "../../src/teams/index.js";
import { openFeatures } from "../support/features.js";

const log = createLogger("silent");
endOnBugs(log);
const storage = await openStorage({});
const features = await openFeatures(storage);
await importSample(features, new Date("2026-11-24T10:00:00Z"));
const server = await startTeams({
  port: 0,
  registration: process.argv[2] ? JSON.parse(process.argv[2]) : undefined,
  desk: features.desk,
  directory: openDirectory(storage),
  messages: features.messages,
  heard: openHeard(storage),
  alive: () => storage.ping(),
  log,
});
process.stdout.write(`listening http://127.0.0.1:${server.port}/api/messages\n`);
