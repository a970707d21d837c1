/** What someone leads and reports, as the plan names them. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { actionRow, priorityRow, section } from "../answers/rows.js";
import { actingOf, isAsker, wordsOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { listed, plural, shortened } from "../answers/wording.js";
import { actionsIn, deputiesOf } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const held = defineIntent({
  name: "held",
  about: "What someone (or the asker) leads and reports: priorities, actions and measures",
  args: z.object({ person: Person, ...Carried }),
  answer: async ({ person, carried }, scene) => {
    const who = person.toLowerCase();
    const you = isAsker(scene, person);
    const standings = await scene.priorities();
    const priorities = standings.filter(({ priority }) => priority.lead === who);
    // Actions of a priority they lead are theirs anyway and would only repeat it.
    const actions = actingOf(standings).filter(({ action, priority }) => action.lead === who && priority.lead !== who);
    const measures = scene.catalogue.measures.filter(({ measure }) => measure.reporter === who);
    const stood = [...scene.catalogue.priorities, ...scene.catalogue.actions, ...scene.catalogue.measures].filter((item) => deputiesOf(item).includes(who));
    const led = [...(priorities.length ? [plural(priorities.length, "priority")] : []), ...(actions.length ? [plural(actions.length, "action")] : [])];
    const name = you ? "You" : person;
    const verb = (word: string) => (you ? word : `${word}s`);
    const parts = [
      ...(led.length ? [`${verb("lead")} ${listed(led)}`] : []),
      ...(measures.length ? [`${verb("report")} ${plural(measures.length, "measure")}`] : []),
      ...(stood.length ? [`${you ? "are" : "is"} deputy for ${plural(stood.length, "item")}`] : []),
    ];
    return answerIn("rows", {
      carried,
      title: you ? `Yours (${person})` : person,
      lead: [
        parts.length
          ? `${name} ${listed(parts)}.`
          : `${name} ${verb("lead")} nothing in the plan, and no measure names ${you ? "you" : "them"} as its reporter.`,
      ],
      sections: [
        ...section("Priorities led", priorities, (standing) => priorityRow(standing, scene.today, plural(actionsIn(standing.priority).length, "action"))),
        ...section("Actions led", actions, (acting) => actionRow(acting, scene.today)),
        ...section("Measures reported", measures, ({ id, measure }) => ({ id, text: shortened(measure.text, 200) })),
        ...section("Deputy for", stood, (item) => ({ id: item.id, text: shortened(wordsOf(item), 200) })),
      ],
      gaps: [],
      sources: sourcesOf(scene, { said: saidOf([...actingOf(priorities), ...actions]), statuses: led.length > 0 }),
      suggestions: parts.length
        ? suggest(
            led.length > 0 && (you ? "What is overdue for me?" : `What is overdue for ${person}?`),
            you ? "Which figures are missing from me?" : `Which figures are missing from ${person}?`,
          )
        : suggest("Who leads what?", "What can you do?"),
    });
  },
});
