/** How many themes, priorities, actions, measures or milestones there are, in some state or in all; or which. */
import { z } from "zod/v4";
import { type Milestone, type Rollup, rollUp, statusOf } from "../plan/index.js";
import type { Row } from "../shared/answer.js";
import { answerIn, suggest } from "./answer-text.js";
import { measureRow } from "./measure-words.js";
import { datedOf, milestoneState } from "./milestones.js";
import { Carried, question, Scope, State } from "./question.js";
import { actionTally, rollupOf, rollupTally } from "./reasons.js";
import { actionRow, milestoneRow, mostRows, priorityRow, section } from "./rows.js";
import type { Scene } from "./scene.js";
import { actingIn, measuresIn, placeOf, type Scoped, scopeOf, standingsIn } from "./scope.js";
import { sourcesOf } from "./sources.js";
import { actionIs, priorityIs, themeIs } from "./states.js";
import { are, capital, listed, noneOf, plural, rollupBadge, stateInWords } from "./wording.js";

export const countables = ["themes", "priorities", "actions", "measures", "milestones"] as const;
export type Countable = (typeof countables)[number];

interface Counted {
  all: number;
  rows: Row[];
  /** All of them by state, when no state was asked for. */
  tally?: string;
}

export const count = question({
  name: "count",
  about: "How many themes, priorities, actions, measures or milestones there are, or are in some states; with list, which ones",
  args: z.object({ what: z.enum(countables), states: z.array(State).max(7).optional(), scope: Scope.optional(), list: z.boolean(), ...Carried }),
  answer: async ({ what, states = [], scope, list, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const counted = await counters[what](scene, scoped, states);
    const { rows } = counted;
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    // Without a state the number is the answer; the list would be the plan itself.
    const shown = list || (states.length > 0 && rows.length <= mostRows) ? rows : [];
    return answerIn("rows", {
      carried,
      title: capital(`${what}${where}`),
      lead: leadOf(what, states, where, counted),
      sections: section("", shown, (row) => row),
      gaps: [],
      sources: sourcesOf(scene, { statuses: what !== "measures" }),
      suggestions: suggest(
        !shown.length && rows.length > 0 && states.length > 0 && `Which ${what} are ${stateInWords(states[0] as State).replace(/ \(.*/, "")}?`,
        shown[0] && what !== "measures" && `How is ${shown[0].id} doing?`,
        shown[0] && what === "measures" && `What is the latest figure for ${shown[0].id}?`,
        what === "themes" || what === "priorities" ? "Which priority is furthest behind?" : "How is the plan doing?",
      ),
    });
  },
});

const singular: Record<Countable, string> = { themes: "theme", priorities: "priority", actions: "action", measures: "measure", milestones: "milestone" };

function leadOf(what: Countable, states: State[], where: string, { all, rows, tally }: Counted): string[] {
  const one = singular[what];
  if (!states.length) return [`There ${are(all)} ${plural(all, one)}${where || " in the plan"}${tally ? `: ${tally}` : ""}.`];
  if (!rows.length) return [`None. There are ${listed(states.map((state) => noneOf(what, state)))}${where || " in the plan"}.`];
  return [
    `${plural(rows.length, one)}${where} ${are(rows.length)} ${listed(
      states.map((state) => (what === "milestones" && state === "complete" ? "met" : stateInWords(state))),
      "or",
    )}, of ${all}.`,
  ];
}

const counters: Record<Countable, (scene: Scene, scoped: Scoped, states: State[]) => Promise<Counted>> = {
  async themes(scene, scoped, states) {
    const standings = await standingsIn(scene, scoped);
    const themes = scene.catalogue.themes
      .map(({ id, theme }) => ({ id, theme, own: standings.filter((one) => one.theme.id === id) }))
      .filter(({ own, id }) => own.length || scoped.type === "plan" || scoped.id === id);
    const rollup = (own: typeof standings): Rollup => rollUp(own.map((one) => rollupOf(one, scene.today)));
    const found = states.length ? themes.filter(({ own }) => states.some((state) => themeIs(own, state, scene.today))) : themes;
    return {
      all: themes.length,
      rows: found.map(({ id, theme, own }) => ({ id, text: theme.name, badge: rollupBadge(rollup(own)), detail: plural(own.length, "priority") })),
      tally: rollupTally(themes.map(({ own }) => rollup(own))),
    };
  },
  async priorities(scene, scoped, states) {
    const standings = await standingsIn(scene, scoped);
    const found = states.length ? standings.filter((one) => states.some((state) => priorityIs(one, state, scene.today))) : standings;
    return {
      all: standings.length,
      rows: found.map((one) => priorityRow(one, scene.today)),
      tally: rollupTally(standings.map((one) => rollupOf(one, scene.today))),
    };
  },
  async actions(scene, scoped, states) {
    const acting = await actingIn(scene, scoped);
    const found = states.length ? acting.filter(({ action }) => states.some((state) => actionIs(action, state, scene.today))) : acting;
    return { all: acting.length, rows: found.map((one) => actionRow(one, scene.today)), tally: actionTally(acting.map(({ action }) => statusOf(action))) };
  },
  async measures(scene, scoped) {
    const items = measuresIn(scene, scoped);
    const figures = await scene.recent(items.map(({ id }) => id));
    const reported = items.filter(({ id }) => figures.get(id)?.length).length;
    return {
      all: items.length,
      rows: items.map((item) => measureRow(item, figures.get(item.id))),
      tally: `${reported} ${reported === 1 ? "has" : "have"} a figure`,
    };
  },
  async milestones(scene, scoped, states) {
    const { today } = scene;
    const all = datedOf(await actingIn(scene, scoped), (action) => action.milestones ?? []);
    const stateOf = (one: (typeof all)[0]) => milestoneState(one.action, one.milestone, today);
    const found = all.filter((one) => states.some((state) => milestoneIs(state, one.action, one.milestone, stateOf(one))));
    const number = (...of: string[]) => all.filter((one) => of.includes(stateOf(one))).length;
    const parts = [
      { n: number("done", "met"), words: "met" },
      { n: number("overdue"), words: "overdue" },
      { n: number("open"), words: "still to come" },
      { n: number("cancelled"), words: "of cancelled actions" },
    ];
    return {
      all: all.length,
      rows: (states.length ? found : all).map((one) => milestoneRow(one, today)),
      tally: parts
        .filter(({ n }) => n)
        .map(({ n, words }) => `${n} ${words}`)
        .join(", "),
    };
  },
};

function milestoneIs(state: State, action: Parameters<typeof statusOf>[0], _: Milestone, found: ReturnType<typeof milestoneState>): boolean {
  if (state === "complete") return found === "done" || found === "met";
  if (state === "overdue") return found === "overdue";
  if (state === "cancelled") return found === "cancelled";
  // Other states are their action's: "milestones of actions at risk".
  return (
    found !== "cancelled" && statusOf(action) === ({ red: "off-track", amber: "at-risk", green: "on-track", "not-started": "not-started" } as const)[state]
  );
}
