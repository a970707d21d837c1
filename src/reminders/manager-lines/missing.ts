/** What the plan lacks: figures of the period that ended, and people to lead and report. */
import { countedOnce, dutySaidOf, expectedFigures } from "../../figures/index.js";
import { addDays, type Catalogue, dueWithin, leadOf, leadSaidOf, periodInWords, soonDays, unreportedMilestones } from "../../plan/index.js";
import { withProgress } from "../../progress/index.js";
import { are, listedUpTo, plural } from "../../shared/words.js";
import { figureReturns } from "../../status/index.js";
import { type ActionItem, type Line, type ManagerView, mostNamed } from "./line.js";

/** "18 of 20 are in", a line for each kind of period. */
export function figureLines({ known, reports, today }: Pick<ManagerView, "known" | "reports" | "today">, catalogue: Catalogue): Line[] {
  const expected = expectedFigures(known.plan, countedOnce(catalogue, catalogue.measures), reports, today);
  const periods = [...new Map(expected.map(({ period }) => [period.name, period])).values()];
  return periods.flatMap((period): Line[] => {
    const { asked, received, missing, late } = figureReturns(expected.filter((one) => one.period.name === period.name));
    if (!missing.length) return [];
    const people = [...new Set(missing.map(({ item }) => dutySaidOf(item) ?? "nobody named"))];
    const when = periodInWords(period);
    const how = asked > 1 ? `${received || "none"} of ${asked} ${are(received)} in for ${when}` : `the one for ${when} is not in`;
    const why = `figures missing: ${how}${late ? `, ${late} late` : ""}`;
    return [{ key: `figures ${period.name}`, id: "figures", step: "figures missing", why, more: [`Not yet from ${listedUpTo(people, mostNamed)}`] }];
  });
}

/** Actions whose date was past when the plan came in, and of which nobody has said anything: one line, until somebody does. */
export function unreportedLine({ said }: ManagerView, { actions }: Catalogue): Line[] {
  const waiting = actions.filter(({ id, action }) => unreportedMilestones(withProgress(action, said.get(id))).length).map(({ id }) => id);
  if (!waiting.length) return [];
  return [
    {
      key: "not yet reported",
      id: "actions",
      step: "not yet reported",
      why: `not yet reported: ${plural(waiting.length, "action")} fell due before the plan was loaded: ${listedUpTo(waiting, mostNamed)}`,
      more: [`Say how one stands ("${waiting[0]} is on track"), or ask its lead ("ask the lead of ${waiting[0]} for an update").`],
    },
  ];
}

/** Actions whose lead is known in words only: nobody is reminded of them. */
function waitingLine({ said, today }: ManagerView, live: ActionItem[]): Line[] {
  const waiting = live.filter((item) => !leadOf(item) && leadSaidOf(item));
  if (!waiting.length) return [];
  const words = [...new Set(waiting.map((item) => leadSaidOf(item) ?? ""))];
  const soon = waiting.filter(({ id, action }) => dueWithin(withProgress(action, said.get(id)), { from: today, to: addDays(today, soonDays) }).length);
  return [
    {
      key: "no lead in words",
      id: "people",
      step: "no lead",
      why: `${plural(waiting.length, "action")} ${waiting.length === 1 ? "has a lead that is" : "have leads that are"} only a job title: please name them`,
      more: [
        `The plan says ${listedUpTo(words, mostNamed)}.`,
        ...(soon.length
          ? [
              `Due within ${soonDays} days: ${listedUpTo(
                soon.map(({ id }) => id),
                mostNamed,
              )}.`,
            ]
          : []),
        'Say "who is who".',
      ],
    },
  ];
}

/** A line for actions without a lead and one for measures without a reporter. */
export function withoutLead(view: ManagerView, catalogue: Catalogue): Line[] {
  const { said } = view;
  const live = ({ id, action }: ActionItem) => !["complete", "cancelled"].includes(withProgress(action, said.get(id)).status ?? "");
  const actions = catalogue.actions.filter((item) => !leadSaidOf(item) && live(item)).map(({ id }) => id);
  const measures = catalogue.measures.filter((item) => !dutySaidOf(item) && !item.measure.countsAs).map(({ id }) => id);
  const line = (ids: string[], one: string, lacks: string): Line[] =>
    ids.length
      ? [
          {
            key: `no lead ${one}`,
            id: "people",
            step: "no lead",
            why: `${plural(ids.length, one)} without ${lacks}: ${listedUpTo(ids, mostNamed)}`,
            more: ['To name one, say for example "name the lead of 1.5".'],
          },
        ]
      : [];
  return [...waitingLine(view, catalogue.actions.filter(live)), ...line(actions, "action", "a lead"), ...line(measures, "measure", "a reporter or a lead")];
}
