/** Numbers in a text that name neither an item nor a time. Pure. */
import type { Utterance } from "../utterance.js";

const QUANTITY = /(?<![«⟦‹\d.,\p{L}])-?£?\d+(?:,\d+)*(?:\.\d+)?(?:k|m|bn)?%?(?![»⟧›\d\p{L}]|\.\d)/gu;

/** A length of time is no figure. */
const LENGTH = /^ (?:more |further |extra )?(?:days?|weeks?|fortnights?|months?|quarters?|years?)\b/;

/** As they were said. */
export const quantitiesIn = (line: string): string[] =>
  [...line.matchAll(QUANTITY)].filter(({ index, 0: said }) => !LENGTH.test(line.slice(index + said.length))).map(([said]) => said);

/** The one number of a short piece. What looks like the id of a priority is a number where a measure is named beside it. */
export function quantityOf({ line, items, unknown }: Pick<Utterance, "line" | "items" | "unknown">): string | undefined {
  const [said, ...more] = quantitiesIn(line);
  if (said !== undefined) return more.length ? undefined : said;
  const [first, ...rest] = [...unknown, ...items.filter(({ type }) => type === "priority").map(({ id }) => id)];
  return first !== undefined && !rest.length && /^\d+\.\d+$/.test(first) ? first : undefined;
}

/** "1,200" and "£1200" are the same number. */
export const sameQuantity = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (said: string): string => said.replace(/[£%,\s]/g, "");
