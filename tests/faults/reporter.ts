/** Run as a process of its own: saves one form with three reports and a baseline, and ends itself, as kill -9 does, before its n-th write. */
import { openStorage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";
import { mortal } from "../support/mortal.js";
import { threeFigures } from "./submission.js";

const [, , folder, before] = process.argv;
const storage = await openStorage({ folder });
const dying = mortal(storage, Number(before));
const { reporting } = await openFeatures(dying.storage);
await reporting.record(threeFigures, true);
process.stdout.write(`done ${dying.writes()}\n`);
await storage.close();
