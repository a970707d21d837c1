/** Searching the plans while a message is written. */
import { itemsAbout, planIndexOf } from "../../nlu/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Found } from "../assistant.js";
import { foundOf } from "./found.js";
import { matching, type Searched } from "./matching.js";
import { ownAndDue } from "./own.js";

export const mostFound = 15;
/** So many places are kept for the plans after the first, where they have as much. */
const keptForOthers = 5;

/** What was found in one plan. */
export interface FoundIn {
  context: AnswerContext;
  found: Found[];
}

/**
 * Fifteen of all plans, those of the first context's plan first, each plan's best first; without words what is the asker's and
 * what is due. After those, `from` a later place on, what is left of each plan comes in turn.
 */
export async function searchIn(contexts: readonly AnswerContext[], words: string, from = 0): Promise<FoundIn[]> {
  const each = await Promise.all(contexts.map((context) => itemsIn(context, words, from + mostFound)));
  const shares = sharesOf(each);
  const first = each.flatMap((items, place) => items.slice(0, shares[place]).map((item) => ({ item, place })));
  const rest = each.flatMap((items, place) => items.slice(shares[place]).map((item) => ({ item, place })));
  const page = [...first, ...rest].slice(from, from + mostFound);
  return Promise.all(
    contexts.map(async (context, at) => {
      const chosen = page.flatMap(({ item, place }) => (place === at ? [item] : []));
      return { context, found: chosen.length ? await foundOf(context, chosen) : [] };
    }),
  );
}

/** How many of each plan are among the first fifteen. */
function sharesOf(each: readonly Searched[][]): number[] {
  const others = each.slice(1).reduce((sum, items) => sum + items.length, 0);
  let room = mostFound;
  return each.map(({ length }, place) => {
    const share = Math.min(length, place === 0 ? mostFound - Math.min(others, keptForOthers) : room);
    room -= share;
    return share;
  });
}

async function itemsIn(context: AnswerContext, words: string, most: number): Promise<Searched[]> {
  if (!words.trim()) return ownAndDue(context, most);
  const found = matching(context.catalogue, words, most);
  return found.length ? found : likely(context, words, most);
}

const searched: Searched["type"][] = ["priority", "action", "measure"];
/** By meaning only so many are near. */
const mostLikely = 5;

/** What misspelt or other words may mean: "bins" where the plan says waste. */
function likely({ catalogue, plan }: AnswerContext, words: string, most: number): Searched[] {
  const items = itemsAbout(words, planIndexOf(catalogue, plan.title), { types: searched });
  return items.filter((item): item is Searched => item.type !== "theme").slice(0, Math.min(most, mostLikely));
}
