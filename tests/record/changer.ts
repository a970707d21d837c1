/** Run as a process of its own: makes changes "a", "b", "c" to one document, saying each once it stands, and ends itself before its n-th write. */
import { changeOf, openTrail, type Recorded } from "../../src/record/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";

const [, , place, before] = process.argv;
const storage = await openStorage(JSON.parse(place ?? "{}"));
const dying = mortal(storage, Number(before));
const keeper = (await openTrail(dying.storage)).keeper<Recorded & { value?: string }>("things");
for (const id of ["a", "b", "c"]) {
  await keeper.change("thing", id, (now) => ({
    change: changeOf({
      id,
      plan: "plan",
      parts: [{ item: "thing", what: "value", from: now?.value, to: id }],
      author: { email: "lead@example.org", id: "1" },
      at: new Date(),
      through: "test",
    }),
    update: { $set: { value: id } },
    create: { value: id },
  }));
  process.stdout.write(`saved ${id}\n`);
}
await keeper.settle();
await storage.close();
process.stdout.write(`done ${dying.writes()}\n`);
