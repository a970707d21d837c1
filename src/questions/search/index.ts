/** Searching the plan while a message is written. */
import type { Found } from "../desk.js";
import type { Scene } from "../scene.js";
import { foundOf } from "./found.js";
import { matching } from "./matching.js";
import { ownAndDue } from "./own.js";

export const mostFound = 15;

/** At most fifteen, best first; without words what is the asker's and what is due. */
export const searchIn = async (scene: Scene, words: string): Promise<Found[]> =>
  foundOf(scene, words.trim() ? matching(scene.catalogue, words, mostFound) : await ownAndDue(scene, mostFound));
