import type { Migration } from "./schema.js";

/** In order: the first leads from layout 1 to layout 2. Steps are added at the end and never changed once released. */
export const migrations: readonly Migration[] = [];
