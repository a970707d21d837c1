import type { Document, Storage } from "../storage/port.js";

/** Says hello once to each chat and each team, until the bot is taken out of it. */
export interface Greetings {
  /** True the first time, and for one of several at once. */
  first(place: string): Promise<boolean>;
  /** The bot was taken out: whoever brings it back is greeted again. */
  forget(place: string): Promise<void>;
}

/** Who and which teams were greeted; `first` is true once for each place, in all instances. */
export function openGreetings(storage: Storage): Greetings {
  const greeted = storage.collection<Document>("greeted");
  return {
    first: (place) => greeted.insert({ _id: place }),
    async forget(place) {
      await greeted.remove({ _id: place });
    },
  };
}
