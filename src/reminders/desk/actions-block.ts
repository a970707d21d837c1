/** Actions that somebody is reminded of, with the buttons to answer for them. Pure. */
import { type Moment, permits } from "../../people/index.js";
import { badgeOf, type Day, type ItemOf, statusOf } from "../../plan/index.js";
import { factsOf, type KeptProgress, withProgress } from "../../progress/index.js";
import type { DigestBlock, FormInput, Press, Row } from "../../shared/answer.js";
import { capital, opening, shortened } from "../../shared/words.js";
import { insteadInWords } from "../due-item.js";
import { actVerb } from "./act-data.js";

/** As much of a due item as is shown of it. */
export interface ShownAction {
  key: string;
  id: string;
  text: string;
  milestone?: string;
  why: string;
  more: string[];
  instead?: string;
  again?: Day;
  goesUp?: string;
}

export function actionsBlock(moment: Moment, items: ShownAction[], said: ReadonlyMap<string, KeptProgress>, heading = "Your actions"): DigestBlock {
  const own = items.filter(({ id }) => mayAct(moment, id));
  const cannot = items.length > own.length;
  return {
    heading,
    lead: [
      ...(own.length > 1 ? ["Choose one, then say how it stands. Nothing changes before you have seen its card."] : []),
      ...(own.length === 1 ? ["Nothing changes before you have seen its card."] : []),
      ...(cannot ? ["What is not yours to change you can tell its lead or a manager."] : []),
    ],
    rows: items.map((item) => rowOf(moment, item, said)),
    parts: own.length > 1 ? [{ id: "", text: "", facts: [], inputs: [whichInput(own)] }] : [],
    presses: own.length ? pressesFor(moment, own) : [],
  };
}

function mayAct(moment: Moment, id: string): boolean {
  const item = moment.catalogue.find(id);
  return item?.type === "action" && permits("change a status", moment, item);
}

function rowOf({ catalogue }: Moment, shown: ShownAction, said: ReadonlyMap<string, KeptProgress>): Row {
  const { id, text, milestone, why, more } = shown;
  const item = catalogue.find(id) as ItemOf<"action"> | undefined;
  const kept = said.get(id);
  const badge = item?.type === "action" ? badgeOf(statusOf(withProgress(item.action, factsOf(kept)))) : undefined;
  return {
    id,
    text: milestone ? `${text} · ${capital(milestone)}` : text,
    ...(badge && { badge }),
    detail: [opening(why), ...insteadInWords(shown), ...more].join(" · "),
  };
}

const choiceOf = ({ key, id, text, milestone }: ShownAction) => ({
  value: key,
  label: `${id} ${shortened(milestone ? `${capital(milestone)}: ${text}` : text, 80)}`,
});

const whichInput = (items: ShownAction[]): FormInput => ({
  name: "item",
  kind: "choice",
  label: "Which one",
  choices: items.map(choiceOf),
});

function pressesFor({ at }: Moment, items: ShownAction[]): Press[] {
  const since = at.toISOString();
  const [only] = items;
  // Where there is nothing to choose, the buttons say which one.
  const item = only && items.length === 1 ? { item: only.key } : {};
  const press = (label: string, act: string, style?: "positive"): Press => ({ label, verb: actVerb, data: { act, since, ...item }, ...(style && { style }) });
  return [
    press("Done", "done", "positive"),
    press("On track", "on-track"),
    press("At risk", "at-risk"),
    press("More time", "time"),
    press("Not mine", "not-mine"),
    press("Snooze", "snooze"),
    ...(items.some(({ goesUp }) => goesUp) ? [press("Tell the managers why", "answer")] : []),
  ];
}
