/** Texts of 64 KB that are made to be slow to read. Always the same. */

const length = 64 * 1024;

const filled = (piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Numbers that look random and are the same each time. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed;
};

const made = (piece: (next: () => number) => string): string => {
  const next = numbers(7);
  let text = "";
  while (text.length < length) text += piece(next);
  return text.slice(0, length);
};

const letters = (next: () => number, count: number) => Array.from({ length: count }, () => String.fromCharCode(97 + ((next() >>> 8) % 26))).join("");

export const nastyTexts: Record<string, string> = {
  "one letter": filled("a"),
  "one digit": filled("1"),
  spaces: filled(" "),
  "a correction that names no figure": `no the right ${filled("i,")}`,
  "lines without words": filled(" \n"),
  "the question again and again": filled("how is 2.3 doing? "),
  "the question without marks": filled("how is 2.3 doing "),
  "ids of the plan": filled("2.3 1.4 3.2 2.1.1 2.3.m1 "),
  "ids that the plan has not": filled("9.9 8.7.6 7.m5 "),
  "one endless id": filled("2.3."),
  dates: filled("31 March 2027 to 1/4/2028, "),
  years: filled("Year 1 to Year 2 / 3 (Pilot) "),
  windows: filled("between next month and the quarter before last "),
  "numbers in words": filled("two point three point "),
  "been, again and again": `no ${filled("been ")}`.slice(0, length),
  "thanks without end": `hi${filled(" you very much")}`.slice(0, length),
  joining: filled("and what and who and when and "),
  negations: filled("not yet not been not even "),
  misspellings: made((next) => `${letters(next, 4 + (next() % 9))} `),
  "long words": made((next) => `${letters(next, 400)} `),
  "words of the plan, broken": filled("libarys hertiage stratgey busines entreprenuers comunity ecnomic literasy "),
  addresses: filled("a.b-c_d+e@f.g-h.i "),
  "an address that never ends": filled("a.@"),
  "at signs": filled("@"),
  "tags opened": filled("<at>"),
  "tags never closed": filled("<"),
  brackets: filled("(["),
  "quotes and apostrophes": filled("'\"’‘"),
  hyphens: filled("a-b/"),
  "marks only": filled("?!.,;:"),
  "combining marks": filled("e\u0301\u0327\u0300"),
  "letters that grow when normalised": filled("\ufdfa"),
  "half characters": filled("\ud83d"),
  pictures: filled("👩‍👩‍👧‍👦"),
  "other scripts": filled("図書館はどうですか "),
  "nothing to see": filled("\u200b\ufeff\u00a0"),
  "what nobody types": made((next) => String.fromCharCode((next() >>> 8) % 0xffff)),
};
