import { rolesNamed } from "./heading-words.js";
import { readsLikeLevel } from "./level-words.js";
import type { Piece } from "./segments.js";

/** The words before the colon that lines over several tables share. */
export function commonTitle(pieces: Piece[]): string | undefined {
  const found = new Map<string, Set<string>>();
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const parts = piece.type === "line" && piece.text.length < 200 && next?.type === "segment" ? /^(.{4,80}?)\s*[:–—-]\s+(\S.*)$/.exec(piece.text) : null;
    if (parts?.[1] && parts[2] && !readsLikeLevel(parts[0]) && !rolesNamed(parts[1]).length)
      found.set(parts[1], (found.get(parts[1]) ?? new Set()).add(parts[2]));
  }
  return [...found].find(([, rests]) => rests.size > 1)?.[0];
}
