/** Run as a process of its own: the bot over the storage named in the arguments (JSON), with what a crash left ended first. Says where it listens. */
import { openDirectory } from "../../src/people/index.js";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage } from "../../src/storage/index.js";
import { startTeams } from "../../src/teams/index.js";
import { openFeatures } from "../support/features.js";

const storage = await openStorage(JSON.parse(process.argv[2] ?? "{}"));
const features = await openFeatures(storage);
await features.settle();
const log = createLogger("silent");
const server = await startTeams({ port: 0, assistant: features.assistant, directory: openDirectory(storage), alive: () => storage.ping(), log });
process.stdout.write(`listening http://127.0.0.1:${server.port}/api/messages\n`);
