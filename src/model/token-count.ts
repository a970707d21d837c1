/** How many tokens a text takes at most, near enough to stay under a limit without a table of any model's tokens. */
const pieces = /\p{L}+|\p{N}{1,3}|[^\s\p{L}\p{N}]/gu;
const LETTERS_A_TOKEN = 5;

/** An upper bound of how many tokens a text takes, without loading a tokenizer. */
export function tokensAtMost(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(pieces)) count += Math.ceil(piece.length / LETTERS_A_TOKEN);
  return count;
}
