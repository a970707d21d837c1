import type { Document } from "../storage/port.js";
import type { Migration } from "./schema.js";

interface WithHolidays extends Document {
  holidays?: { deputy?: string }[];
}

interface WithMoves extends Document {
  moved?: Record<string, { due: string }>;
}

/** Of the time when there was one plan: which one, its content and other facts. */
interface Pointer extends Document {
  plan?: string;
  content: string;
  revision: number;
}

/** A message that waits for its pace, its answer as JSON. */
interface WaitingLetter extends Document {
  answer: string;
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
  {
    about: "whoever stands in for somebody can find for whom",
    async run(storage) {
      const settings = storage.collection<WithHolidays>("reminderSettings");
      for (const { _id, holidays = [] } of await settings.find({ holidays: { $exists: true }, deputies: { $exists: false } })) {
        const deputies = [...new Set(holidays.flatMap(({ deputy }) => deputy ?? []))];
        await settings.updateWhere({ _id, deputies: { $exists: false } }, { $set: { deputies } });
      }
    },
  },
  {
    about: "messages that wait name their view",
    async run(storage) {
      const outbox = storage.collection<WaitingLetter>("outbox");
      for (const { _id, answer } of await outbox.find({ answer: { $exists: true } })) {
        const { look, ...rest } = JSON.parse(answer) as { look?: string };
        if (look) await outbox.updateWhere({ _id, answer }, { $set: { answer: JSON.stringify({ view: look, ...rest }) } });
      }
    },
  },
];
