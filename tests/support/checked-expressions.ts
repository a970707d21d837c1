/** Regular expressions that were found to be quick, by what they are and how much text they see: looking for a slow text takes a fifth of a second each. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../faults/checked-expressions.txt", import.meta.url);

export interface Checked {
  source: string;
  flags: string;
  /** How much text it sees; without it any length. */
  characters: number | undefined;
}

const keyOf = ({ source, flags, characters }: Checked): string =>
  createHash("sha256")
    .update(`${characters ?? "any"} ${flags} ${source}`)
    .digest("base64url")
    .slice(0, 16);

/** Those found to be quick when `npm run expressions` was run last. */
export function knownAsQuick(): (one: Checked) => boolean {
  const known = new Set(existsSync(FILE) ? readFileSync(FILE, "utf8").split("\n") : []);
  return (one) => known.has(keyOf(one));
}

export const writeAsQuick = (all: readonly Checked[]): void => writeFileSync(FILE, `${[...new Set(all.map(keyOf))].sort().join("\n")}\n`);
