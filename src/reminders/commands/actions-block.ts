/** Actions that somebody is reminded of, with the buttons to answer for them. Pure. */
import { permits, type RequestContext, whoMay } from "../../people/index.js";
import { actionBadge, type Day, type ItemOf, type Status } from "../../plan/index.js";
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

/** Actions with one choice and buttons below; those that the reader may not change are listed without. */
export function actionsBlock(context: RequestContext, items: ShownAction[], said: ReadonlyMap<string, KeptProgress>, heading = "Your actions"): DigestBlock {
  const own = items.filter(({ id }) => mayAct(context, id));
  const cannot = [...new Set(items.flatMap(({ id }) => context.catalogue.find(id) ?? []))].filter(({ id }) => !mayAct(context, id)).slice(0, mostTold);
  return {
    heading,
    lead: [
      ...(own.length > 1 ? ["Choose one, then say how it is going. Nothing changes until you have seen its form."] : []),
      ...(own.length === 1 ? ["Nothing changes until you have seen its form."] : []),
      ...cannot.map((item) => `Only ${whoMay("change a status", context, item)} can change ${item.id}. Please tell them what you know.`),
    ],
    rows: items.map((item) => rowOf(context, item, said)),
    parts: own.length > 1 ? [{ id: "", text: "", facts: [], inputs: [whichInput(own)] }] : [],
    presses: own.length ? pressesFor(context, own) : [],
  };
}

const mostTold = 3;

function mayAct(context: RequestContext, id: string): boolean {
  const item = context.catalogue.find(id);
  return item?.type === "action" && permits("change a status", context, item);
}

function rowOf({ catalogue }: RequestContext, shown: ShownAction, said: ReadonlyMap<string, KeptProgress>): Row {
  const { id, text, milestone, why, more } = shown;
  const item = catalogue.find(id) as ItemOf<"action"> | undefined;
  const kept = said.get(id);
  const badge = item?.type === "action" ? actionBadge(withProgress(item.action, factsOf(kept))) : undefined;
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

function pressesFor(context: RequestContext, items: ShownAction[]): Press[] {
  const since = context.at.toISOString();
  const [only] = items;
  // Where there is nothing to choose, the buttons say which one.
  const item = only && items.length === 1 ? { item: only.key } : {};
  const press = (label: string, act: string, style?: "positive"): Press => ({ label, verb: actVerb, data: { act, since, ...item }, ...(style && { style }) });
  return [
    press("Done", "done", "positive"),
    press("On track", "on-track"),
    press("At risk", "at-risk"),
    press("More time", "time"),
    ...(items.some(({ id }) => permits("say whose an action is not", context, context.catalogue.find(id))) ? [press("Not mine", "not-mine")] : []),
    press("Snooze", "snooze"),
    ...(items.some(({ goesUp }) => goesUp) ? [press("Tell the managers why", "answer")] : []),
  ];
}

/** Buttons for one action alone, each with what it does in words: "2.3.1 is done". */
export function pressesOfAction(id: string, status: Status, at: Date): Press[] {
  const press = (label: string, act: string): Press => ({ label: `${id} ${label}`, verb: actVerb, data: { act, since: at.toISOString(), item: id } });
  return [press("is done", "done"), status === "at-risk" ? press("is on track", "on-track") : press("is at risk", "at-risk"), press("needs more time", "time")];
}
