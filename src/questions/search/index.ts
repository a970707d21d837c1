/** Searching the plans while a message is written. */

import type { Scene } from "../../request/scene.js";
import type { Found } from "../desk.js";
import { foundOf } from "./found.js";
import { matching, type Searched } from "./matching.js";
import { ownAndDue } from "./own.js";

export const mostFound = 15;
/** So many places are kept for the plans after the first, where they have as much. */
const keptForOthers = 5;

/** What was found in one plan. */
export interface FoundIn {
  scene: Scene;
  found: Found[];
}

/** At most fifteen of all plans, those of the first scene's plan first, each plan's best first; without words what is the asker's and what is due. */
export async function searchIn(scenes: readonly Scene[], words: string): Promise<FoundIn[]> {
  const each = await Promise.all(scenes.map((scene) => itemsIn(scene, words)));
  const others = each.slice(1).reduce((sum, items) => sum + items.length, 0);
  let room = mostFound;
  const chosen = each.map((items, place) => {
    const mine = items.slice(0, place === 0 ? mostFound - Math.min(others, keptForOthers) : room);
    room -= mine.length;
    return mine;
  });
  return Promise.all(scenes.map(async (scene, place) => ({ scene, found: chosen[place]?.length ? await foundOf(scene, chosen[place]) : [] })));
}

const itemsIn = async (scene: Scene, words: string): Promise<Searched[]> =>
  words.trim() ? matching(scene.catalogue, words, mostFound) : ownAndDue(scene, mostFound);
