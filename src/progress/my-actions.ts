/** What somebody leads, with the cards to change it at hand. */

import { authorOf, type RequestContext } from "../people/index.js";
import { actionBadge, leadersOf, openMilestones, overdueMilestones, type PlanAction, statusOf } from "../plan/index.js";
import type { Answer, FormPart } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { badgeInWords, capital, plural, shortened } from "../shared/words.js";
import { factsOf } from "./pressed.js";
import { type Facts, type KeptProgress, withProgress } from "./progress.js";
import type { StatusWish } from "./status-form.js";
import { type ActionItem, milestoneLine } from "./words.js";

export const openCard = "progress.open";
export const cards = ["status", "done", "time"] as const;
export type CardName = (typeof cards)[number];

/** As many as a card holds well. */
const mostShown = 8;
/** More would not fit the card with the longest texts. */
const mostOffered = 80;

export interface OwnAction {
  item: ActionItem;
  action: PlanAction;
  facts: Facts;
}

/** The actions that somebody leads or stands in for, as they are now, in printed order. */
export function ownActions({ catalogue }: Pick<RequestContext, "catalogue">, email: string, said: Map<string, KeptProgress>): OwnAction[] {
  return catalogue.actions
    .filter((item) => leadersOf(item).includes(email))
    .map((item) => {
      const facts = factsOf(said.get(item.id));
      return { item, facts, action: withProgress(item.action, facts) };
    });
}

const urgency = ({ action }: OwnAction, today: string): string => {
  const next = openMilestones(action)[0]?.due ?? "9999";
  return `${overdueMilestones(action, today).length ? "0" : "1"}${{ "off-track": 0, "at-risk": 1, "on-track": 2, "not-started": 2, complete: 3, cancelled: 4 }[statusOf(action)]}${next}`;
};

/** `wrong` says what was wrong with the press before; `wish` is what was said already, without a word of which action. */
export function myActions(context: RequestContext, own: OwnAction[], { wrong, wish }: { wrong?: string; wish?: StatusWish } = {}): Answer {
  const { email } = authorOf(context);
  if (!own.length)
    return answerIn("notice", {
      title: "Your actions",
      lead: [email ? "The plan does not name you as the lead of any action." : "I could not find out who you are just now. Please ask again in a moment."],
      suggestions: [ask("Who leads what?"), ask("What can you do?")],
    });
  const pressing = [...own].sort((a, b) => (urgency(a, context.today) < urgency(b, context.today) ? -1 : 1));
  const shown = pressing.slice(0, mostShown);
  const hidden = own.length - shown.length;
  const offered = own.length > mostOffered ? pressing.slice(0, mostOffered) : own;
  const choices = offered.map(({ item }) => ({ value: item.id, label: `${item.id} ${shortened(item.action.text, 80)}` }));
  return answerIn("form", {
    title: "Your actions",
    ...(wrong && { alert: wrong }),
    lead: [
      `You lead ${plural(own.length, "action")}${hidden ? `; the ${shown.length} most pressing are shown` : ""}.`,
      "Choose one, then what to do with it. Nothing changes until you have seen its form.",
      ...(own.length > offered.length
        ? [`The ${offered.length} most pressing can be chosen here; for another, give its number: "update ${own[0]?.item.id}".`]
        : []),
    ],
    parts: [
      ...shown.map((each) => partOf(each, context)),
      {
        id: "",
        text: "",
        facts: [],
        inputs: [{ name: "action", kind: "choice", label: "Action", ...(choices.length === 1 && { value: choices[0]?.value }), choices }],
      },
    ],
    presses: [
      { label: "Status or note", verb: openCard, data: { card: "status", ...(wish && { wish }) }, style: "positive" },
      { label: "Mark a milestone done", verb: openCard, data: { card: "done" } },
      { label: "More time", verb: openCard, data: { card: "time" } },
    ],
    suggestions: [ask("What is overdue for me?")],
  });
}

function partOf({ item, action, facts }: OwnAction, { today }: RequestContext): FormPart {
  const milestones = (action.milestones ?? []).map((milestone, place) => {
    return `${milestoneLine(action, milestone, place)}${overdueMilestones(action, today).includes(milestone) ? ", overdue" : ""}`;
  });
  return {
    id: item.id,
    text: item.action.text,
    facts: [
      capital([badgeInWords(actionBadge(action)), ...milestones].join(" · ")),
      ...(action.note ? [`Note: ${shortened(action.note, 160)}`] : []),
      ...(facts.asked ? ["More time is asked for and waits for a manager."] : []),
    ],
    inputs: [],
  };
}
