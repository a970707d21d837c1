import { stemmer } from "stemmer";
import type { Theme } from "../../plan/plan.js";

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

/** In how many of the titles each stem is. */
function counts(titles: Map<string, string>[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const title of titles) for (const stem of title.keys()) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

type Titled = Pick<Theme, "id" | "priorities">;

/** Names themes by the word that most of a theme's titles share and that sets it apart from the others; "Theme 3" when there is none. */
export function themeNamer(themes: Titled[]): (theme: Titled) => string {
  const titlesOf = new Map(themes.map(({ id, priorities }) => [id, priorities.map(({ title }) => stems(title))]));
  const all = counts([...titlesOf.values()].flat());
  const total = themes.flatMap(({ priorities }) => priorities).length;
  return ({ id }) => {
    const titles = titlesOf.get(id) ?? [];
    const others = Math.max(total - titles.length, 1);
    const shared = [...counts(titles)]
      .map(([stem, count]) => ({ stem, share: count / titles.length, apart: count / titles.length - ((all.get(stem) ?? 0) - count) / others }))
      .filter(({ share, apart }) => share > 0.5 && apart > 0.4 && titles.length > 1)
      .sort((a, b) => b.apart - a.apart);
    const [best, next] = shared;
    if (!best || (next && best.apart - next.apart < 1e-9)) return `Theme ${id}`;
    const forms = titles.flatMap((title) => title.get(best.stem) ?? []).sort((a, b) => a.length - b.length);
    const word = forms[0] as string;
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
}
