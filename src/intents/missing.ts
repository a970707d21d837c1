/** Which figures are missing, late or just open, and who should report each: by measure, by person and by priority. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { stateIn } from "../answers/plan-state.js";
import { isAsker, placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { inWindow } from "../answers/wording.js";
import { dutyOf } from "../figures/index.js";
import { permits } from "../people/index.js";
import type { ItemOf } from "../plan/index.js";
import { openAskAllVerb } from "../reminders/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { figureReturns } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { byMeasure, leadOf, sectionsOf } from "./missing/gaps.js";
import { ofPerson, scoped } from "./says.js";

const ASK_ALL = { label: "Ask them all", verb: openAskAllVerb, data: { what: "figures" }, style: "positive" } as const;

export const missing = defineIntent({
  name: "missing",
  about: "Measures whose figure is missing for the newest period that is over, or for the periods in a window; who should report each, and who has not",
  says: ofPerson(
    "What figures are missing from me?",
    scoped("What figures are missing?", (name) => `What figures are missing in ${name}?`),
  ),
  args: z.object({
    scope: Scope.optional(),
    person: Person.optional(),
    window: Window.optional(),
    who: z.boolean().optional().describe("Who has not reported is asked, rather than what is missing"),
    ...Carried,
  }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority"],
    followUp: ["scope", "window", "person"],
    looksBack: true,
    help: [
      { says: "Which figures are missing?", about: "What is still to be reported, and by whom", place: 9 },
      { says: "Who has not reported?", about: "Missing figures by person", for: "managers", place: 3 },
      { says: "Which figures are missing from me?", about: "You report figures", for: "reporters", place: 1 },
    ],
    menu: [{ title: "Which figures are missing?", description: "What is still to be reported, and by whom", in: ["personal", "shared"], place: 8 }],
  },
  examples: [
    "how many figures are in",
    "what is missing from me",
    "what is missing from me for {period}",
    "who do I need to chase",
    "which figures are missing",
    "what figures are still outstanding",
    "who hasn't reported",
    "who still owes us numbers",
    "who's not sent their figures in",
    "missing returns for {period}",
    "outstanding data for {period}",
    "which measures still need a figure",
    "figures not in yet",
    "what's not been reported for {period}",
    "who is late with their figures",
    "have all the figures come in",
    "are the {period} numbers all in",
    "did everyone report",
    "has {person} reported yet",
    "has {person} sent theirs",
    "is {measure} in yet",
    "who do I need to chase for data",
    "chase list for figures",
    "who needs a nudge about figures",
    "nil returns",
    "overdue returns",
    "Which colleagues have yet to submit their quarterly data?",
    "which services haven't done their return",
    "incomplete data {theme}",
    "gaps in {period}",
    "what numbers am i waiting for",
    "what are we still waiting on for {period}",
    "still to come in",
    "figures outstanding under {item}",
    "who's dragging their feet on the numbers",
    "who's let us down on data",
    "missing KPIs {period}",
    "who not yet gave figures",
    "late data",
    "is anybody behind wi their figures",
    "wha hasnae reported",
    "returns still to be done",
    "who forgot to report",
    "who's not filled theirs in",
    "data we're short of",
    "unreported measures last quarter",
    "what do I still need to report",
    "have I any figures outstanding",
    "have i missed reporting anything",
    "which of mine need a figure",
    "do I owe any numbers",
    "are any of my figures late",
    "is the data complete for {theme}",
    "data completeness {period}",
    "what's stopping us closing {period}",
    "who's holding up the performance report",
    "how complete are the returns",
    "any returns not back",
    "who hasn't updated their measures",
    "which measures weren't reported",
    "measures awaiting data",
    "figures due and not given",
    "which teams are we chasing for numbers",
    "the performance pack goes tomorrow, whose numbers haven't arrived",
    "who's yet to give us anything for {period}",
    "hav all figures been submited",
    "who hasnt put there figures in",
    "whose return is outstanding",
    "which boxes are still empty for {period}",
    "whose data's late",
    "what am I missing for {period}",
    "do we have everything for {period}",
    "what's blank for {period}",
    "what figures are due",
    "which numbers are due {time}",
    "which figures are expected {time}",
    "any figure overdue",
    "who has to report {time}",
    "is {theme} up to date with its figures",
    "are all the {theme} measures up to date",
    "what numbers are we without",
    "which figures am i behind with",
    "figures outstanding from the {person}",
    "has {item} got figures missing",
    "any missing figures from me",
    "what data is missing for priority {item}?",
    "what figures am i due to send in",
    "which figures are we still waiting for under {item}",
    "what figures are missing in {item}?",
    "which numbers are we still waiting for from the {person}?",
    "which figures are missing for {item}",
    "do i owe any figures",
    "any gaps in the figures for {item}",
    "which figures have I not given you",
    "which numbers do you want off me",
  ],
  answer: async ({ scope, person, window, who = false, carried }, context) => {
    const scoped = scopeOf(context, scope);
    // Measures belong to priorities: an action's are those of its priority.
    const state = await stateIn(context, scoped.type === "action" ? scopeOf(context, scoped.priority.id) : scoped, undefined, { window });
    const isTheirs = (item: ItemOf<"measure">) => !person || dutyOf(item) === person.toLowerCase();
    const expected = state.expected.filter(({ item }) => isTheirs(item));
    const returns = figureReturns(expected);
    const gaps = byMeasure(returns.missing);
    const place = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    const whose = person ? `${place} that ${isAsker(context, person) ? "you report" : `${person} reports`}` : place;
    const when = window ? ` for periods ${inWindow(window)}` : "";
    const asks = who && gaps.length > 0 && !person && !scope && !window && !context.shared && permits("ask for an update", context);
    return answerIn("rows", {
      carried,
      title: `${who ? "Who has not reported" : "Missing figures"}${whose}${when}`,
      lead: state.measures.some(({ item }) => isTheirs(item)) ? leadOf(returns, whose, when) : [`There are no measures${whose}.`],
      sections: sectionsOf(expected, gaps, who),
      ...(asks && { presses: [ASK_ALL] }),
      gaps: window || !gaps.length ? [] : ["I look at the last full month, quarter or year, depending on how often each measure is reported."],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest(
        asks && "Which figures are missing?",
        !asks && gaps[0] && `Who reports ${gaps[0].item.id}?`,
        !asks && gaps[0] && context.figureForms.mayReport(context, gaps[0].item) && `Update ${gaps[0].item.id}`,
        !asks && !person && "Which figures are missing from me?",
      ),
    });
  },
});
