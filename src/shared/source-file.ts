/** Data files that stand beside the sources and are read while the program runs. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The file at a path under `src/`, found from wherever this module was bundled to inside the project. */
export function readSourceFile(...path: string[]): Buffer {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "src", ...path);
    if (existsSync(file)) return readFileSync(file);
  }
  throw new Error(`A file of the program is missing: src/${path.join("/")}`);
}
