/** Run as a process of its own: makes changes "a", "b", "c" to one document, saying each once it stands, and ends itself before its n-th write. */
import { changeOf, openAuditLog, type Recorded } from "../../src/audit/index.js";
import { openStorage } from "../../src/storage/index.js";
import { mortal } from "../support/mortal.js";

const [, , place, before] = process.argv;
const storage = await openStorage(JSON.parse(place ?? "{}"));
const dying = mortal(storage, Number(before));
const repository = (await openAuditLog(dying.storage)).repository<Recorded & { value?: string }>("things");
for (const id of ["a", "b", "c"]) {
  await repository.change("thing", id, (now) => ({
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
await repository.settle();
await storage.close();
process.stdout.write(`done ${dying.writes()}\n`);
