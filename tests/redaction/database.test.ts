/** Databases quote in their errors the values that they refuse: the log does not. */
import { expect, test } from "vitest";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { expectCleanLines, planted, tracesIn } from "./planted.js";

const logged = (error: unknown): string => {
  let log = "";
  const logger = createLogger("debug", {
    write(line) {
      log += line;
    },
  });
  logger.error({ fault: error, nested: { why: [error] } }, "the database refused");
  logger.warn({ err: error }, "again");
  return log;
};

describeEachDatabase("what the database refuses", (database) => {
  test("a value that is taken", async () => {
    const people = (await database.open()).collection<{ _id: string; name: string }>("people");
    await people.ensureIndex(["name"], { unique: true });
    await people.insertMissing([
      { _id: "a", name: planted.name },
      { _id: "b", name: planted.email },
    ]);
    const error = await people.updateWhere({ _id: "b" }, { $set: { name: planted.name } }).catch((refused: unknown) => refused);
    // Else there would be nothing to keep out. Not every server quotes.
    if (database.kind !== "mongodb") expect(tracesIn((error as Error).message)).not.toEqual([]);
    expect(expectCleanLines(logged(error))).toHaveLength(2);
  });

  test("a change that cannot be made, and a name that cannot be used", async () => {
    const people = (await database.open()).collection<{ _id: string; name?: string }>("people");
    await people.insert({ _id: planted.email, name: planted.name });
    for (const update of [{ $inc: { name: 1 } }, { $set: { [`name.${planted.words}`]: planted.figure } }, { $set: { [`$${planted.words}`]: 1 } }]) {
      const error = await people.updateWhere({ _id: planted.email }, update).catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(Error);
      expectCleanLines(logged(error));
    }
  });
});

test("a database that cannot be reached", async () => {
  const error = await openStorage({ mongodbUri: planted.database }).catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(Error);
  expectCleanLines(logged(error));
});
