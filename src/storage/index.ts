/** The database: MongoDB, or the embedded one. What features may know of it is in port.ts. */
import { openEmbedded } from "./embedded.js";
import { guarded } from "./entrance.js";
import type { FolderOptions } from "./folder.js";
import { type MongoDbOptions, openMongoDb } from "./mongodb.js";
import type { Storage } from "./port.js";

export { storable } from "./border.js";
export type * from "./port.js";
export { startingWith } from "./port.js";
export { rewriteFiles } from "./rewrite-files.js";

export interface StorageOptions extends MongoDbOptions, FolderOptions {
  mongodbUri?: string;
  folder?: string;
}

/** MongoDB when there is a connection string, else files in the folder, else memory. Throws a UserFacingError when it cannot be reached, is in use or is damaged. */
export async function openStorage({ mongodbUri, folder, ...options }: StorageOptions = {}): Promise<Storage> {
  return guarded(mongodbUri ? await openMongoDb(mongodbUri, options) : await openEmbedded(folder, options));
}
