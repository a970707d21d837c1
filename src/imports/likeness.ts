/** How alike two texts are, by their words: whether an item in new words may be the same one. Pure. */
const NO_CONTENT = new Set(["the", "and", "for", "with", "our", "all", "from", "that", "this", "into", "its", "are", "will"]);

const contentOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .normalize("NFC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? []
    ).filter((word) => !NO_CONTENT.has(word)),
  );

/** From here on the words are taken for the same item's in another wording. */
const ALIKE = 0.3;

/** Twice the shared words by the words of both: 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [contentOf(one), contentOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : Number(one === other);
}

/** Whether words at the same number are another item's, and not the same one in new words. */
export const isOtherItem = (before: string, now: string): boolean => before !== now && likeness(before, now) < ALIKE;
