/** Two steps as a later version might have them, over documents of "things". */

import type { Migration } from "../../src/backup/index.js";
import type { Storage } from "../../src/storage/index.js";

export interface Thing {
  _id: string;
  size?: number;
  width?: number;
  tags?: string[];
  moved?: number;
}

/** `moved` counts how often a document was changed by them. */
export const steps: readonly Migration[] = [
  {
    about: "a size is called a width",
    async run(storage: Storage) {
      const things = storage.collection<Thing>("things");
      for await (const { _id, size } of things.all())
        if (size !== undefined) await things.updateWhere({ _id, size }, { $set: { width: size }, $unset: { size: true }, $inc: { moved: 1 } });
    },
  },
  {
    about: "every thing has tags",
    async run(storage: Storage) {
      const things = storage.collection<Thing>("things");
      for (const { _id } of await things.find({ tags: { $exists: false } }))
        await things.updateWhere({ _id, tags: { $exists: false } }, { $set: { tags: [] }, $inc: { moved: 1 } });
    },
  },
];
