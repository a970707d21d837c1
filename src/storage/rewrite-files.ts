/** The files of the embedded database written anew, so that nothing that was removed or replaced can be read in them any more. */
import { dataFile } from "./data-file.js";
import { lineOf } from "./document-lines.js";
import { openFolder } from "./folder.js";

/** Of a folder that nobody has open. A crash leaves each file as it was or as it should be. Throws a UserFacingError when the folder is in use or damaged. */
export async function rewriteFiles(folder: string): Promise<void> {
  const { files, known, held, pathOf, release } = await openFolder(folder);
  try {
    for (const [name, { documents, length, exists }] of files) {
      if (!exists) continue;
      const file = dataFile({ path: pathOf(name), exists, length, known, held });
      await file.rewrite([...documents.values()].map((after) => lineOf({ id: after._id, after })));
    }
  } finally {
    await known.close();
    await release();
  }
}
