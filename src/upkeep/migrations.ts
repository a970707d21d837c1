import type { Document } from "../storage/port.js";
import type { Migration } from "./schema.js";

interface WithMoves extends Document {
  moved?: Record<string, { due: string }>;
}

/** Of the time when there was one plan: which one, its content and other facts. */
interface Pointer extends Document {
  plan?: string;
  content: string;
  revision: number;
}

/** In order: the first leads from layout 1 to layout 2. Steps are added at the end and never changed once released. */
export const migrations: readonly Migration[] = [
  {
    about: "moved dates can be found by date",
    async run(storage) {
      const progress = storage.collection<WithMoves>("progress");
      for (const { _id, moved } of await progress.find({ moved: { $exists: true }, movedTo: { $exists: false } })) {
        const movedTo = Object.values(moved ?? {}).map(({ due }) => due);
        await progress.updateWhere({ _id, movedTo: { $exists: false } }, { $set: { movedTo } });
      }
    },
  },
  {
    about: "several plans can be loaded",
    async run(storage) {
      const pointers = storage.collection<Pointer>("plans");
      const old = await pointers.get("current");
      if (!old?.plan) return;
      const { _id, plan, content, revision, ...facts } = old;
      const parts = storage.collection<Document & { plan?: string }>("planParts");
      for (const part of await parts.find({ plan: { $exists: false } })) await parts.updateWhere({ _id: part._id }, { $set: { plan } });
      const $unset = Object.fromEntries(Object.keys(old).flatMap((field) => (field === "_id" ? [] : [[field, true as const]])));
      // When another one came in since, that one is brought forward when this is run again.
      await pointers.updateWhere({ _id, content, revision }, { $set: { plans: { [plan]: { content, revision, ...facts } }, first: plan }, $unset });
    },
  },
];
