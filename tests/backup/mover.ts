/** Run as a process of its own: brings a store forward, and dies before the n-th write. */

import { bringForward } from "../../src/backup/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";
import { steps } from "./steps.js";

const [, , place = "{}", before = "0"] = process.argv;
const storage = await openStorage(JSON.parse(place));
await bringForward(mortal(storage, Number(before)).storage, steps);
await storage.close();
process.stdout.write("brought\n");
