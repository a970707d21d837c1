import { stemmer } from "stemmer";
import type { Theme } from "../plan.js";

const common = new Set(
  "about across their there these those which with within from into that this more most than through between over under support supports supporting improve increase develop deliver ensure make people service services work working identify provide".split(
    " ",
  ),
);

/** Words of a text by stem; each stem once, with the shortest form printed. */
function stems(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}'’]{3,}/gu) ?? []) {
    if (common.has(word)) continue;
    const stem = stemmer(word);
    const known = found.get(stem);
    if (!known || word.length < known.length) found.set(stem, word);
  }
  return found;
}

const shareOf = (stem: string, titles: Map<string, string>[]): number => titles.filter((title) => title.has(stem)).length / Math.max(titles.length, 1);

/** The word that most of a theme's titles share and that sets it apart from the other themes; "Theme 3" when there is none. */
export function themeNameFrom(theme: Pick<Theme, "id" | "priorities">, others: Pick<Theme, "id" | "priorities">[]): string {
  const titles = theme.priorities.map(({ title }) => stems(title));
  const elsewhere = others.filter(({ id }) => id !== theme.id).flatMap(({ priorities }) => priorities.map(({ title }) => stems(title)));
  const shared = [...new Set(titles.flatMap((title) => [...title.keys()]))]
    .map((stem) => ({ stem, share: shareOf(stem, titles), apart: shareOf(stem, titles) - shareOf(stem, elsewhere) }))
    .filter(({ share, apart }) => share > 0.5 && apart > 0.4 && titles.length > 1)
    .sort((a, b) => b.apart - a.apart);
  const [best, next] = shared;
  if (!best || (next && next.apart === best.apart)) return `Theme ${theme.id}`;
  const forms = titles.flatMap((title) => title.get(best.stem) ?? []).sort((a, b) => a.length - b.length);
  const word = forms[0] as string;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
