/** A scene for one answer, which writes nothing: how things stand is read once, however many parts of the answer look at it. */
import type { Scene, Standing } from "./scene.js";

/** The same scene, with reads that several answers of a turn ask for made once. */
export function readOnce(scene: Scene): Scene {
  let all: Promise<Standing[]> | undefined;
  const each = new Map<string, Promise<Standing>>();
  return {
    ...scene,
    priorities() {
      all ??= scene.priorities();
      return all;
    },
    priority(id) {
      const known = each.get(id) ?? scene.priority(id);
      each.set(id, known);
      return known;
    },
  };
}
