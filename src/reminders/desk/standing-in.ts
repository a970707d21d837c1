/** Whoever stands in for somebody on holiday may do for them what they may, for as long as it lasts. */
import { authorOf, type Moment } from "../../people/index.js";
import type { Verb } from "../../shared/verb.js";
import type { SettingsStore } from "../settings-store.js";

/** Who seems to stand in by what was known a moment ago is looked up anew before anything is written. */
export const withStandingIn = <S extends Moment>({ awayWith }: Pick<SettingsStore, "awayWith">, verbs: readonly Verb<S>[]): Verb<S>[] =>
  verbs.map((it) => ({
    ...it,
    async run(data, scene, seen) {
      if (!scene.standsInFor?.length) return it.run(data, scene, seen);
      const standsInFor = await awayWith(scene.known.id, authorOf(scene).email, scene.today);
      const now = { ...scene, standsInFor };
      return it.run(data, now, await it.look?.(data, now));
    },
  }));
