/** Cuts at a word where one ends nearby, never inside a character, and says with … that something is missing. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const atWord = /\s/.test(text.charAt(cut.length)) ? cut : cut.replace(/\s\S{0,24}$/, "");
  return `${atWord.trimEnd() || cut.trimEnd()}…`;
};
