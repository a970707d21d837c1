/** Whoever stands in for somebody on holiday may do for them what they may, for as long as it lasts. */
import { authorOf, type RequestContext } from "../../people/index.js";
import type { Verb } from "../../shared/verb.js";
import type { SettingsStore } from "../settings-store.js";

/** Who seems to stand in by what was known a moment ago is looked up anew before anything is written. */
export const withStandingIn = <S extends RequestContext>({ awayWith }: Pick<SettingsStore, "awayWith">, verbs: readonly Verb<S>[]): Verb<S>[] =>
  verbs.map((it) => ({
    ...it,
    async run(data, context, seen) {
      if (!context.standsInFor?.length) return it.run(data, context, seen);
      const standsInFor = await awayWith(context.known.id, authorOf(context).email, context.today);
      const now = { ...context, standsInFor };
      return it.run(data, now, await it.look?.(data, now));
    },
  }));
