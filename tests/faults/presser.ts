/** Run as a process of its own: does the presses of a file (JSON) over the storage named in the arguments, saying each that was answered, and ends itself before its n-th write. */
import { readFileSync } from "node:fs";
import { openStorage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";
import { mortal } from "../support/mortal.js";
import { type Pressed, pressInto } from "./presses.js";

const [, , place, file, before] = process.argv;
const storage = await openStorage(JSON.parse(place ?? "{}"));
const dying = mortal(storage, 0);
const features = await openFeatures(dying.storage);
const presses: Pressed[] = JSON.parse(readFileSync(file ?? "", "utf8"));
dying.dieBefore(Number(before));
for (const press of presses) {
  await pressInto(features, press);
  process.stdout.write(`answered ${press.data.form}\n`);
}
process.stdout.write(`done ${dying.writes()}\n`);
await storage.close();
