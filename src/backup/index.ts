/** The data as a whole: taken out, put back, and brought from one layout to the next. Knows no feature's documents but in migrations. */
export type { Counts } from "./dump.js";
export { checkedWords, type Erased, erasePerson } from "./erase-person.js";
export { exportData } from "./export-data.js";
export { type DataImport, importData } from "./import-data.js";
export { migrations } from "./migrations.js";
export { knownAs, personalDataOf } from "./personal-data.js";
export { type Retention, startSweeping, sweep } from "./retention.js";
export { bringForward, latest, type Migration } from "./schema.js";
