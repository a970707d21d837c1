/** Who leads something that is overdue, for a manager who has not said whom to ask for an update. */
import type { RequestContext } from "../../people/index.js";
import { type Day, dayInWords, daysBetween, leadOf } from "../../plan/index.js";
import { factsOf, withProgress } from "../../progress/index.js";
import type { Answer, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural } from "../../shared/words.js";
import { openDatesOf } from "./open-dates.js";
import { type ReminderCommandParts, seeList } from "./parts.js";

const HOW = 'Tell me who to ask, or about what. For example: "ask the lead of 2.3.1 for an update".';
const MOST_SHOWN = 20;
const MOST_BUTTONS = 5;

/** Who leads something overdue, each with a card to ask them. */
export async function whomToAsk({ progress }: Pick<ReminderCommandParts, "progress">, context: RequestContext): Promise<Answer> {
  const late = await lateLeads(progress, context);
  const { title, lead } = { title: "Ask for an update", lead: [HOW] };
  if (!late.length) return answerIn("notice", { title, lead: ["Nobody leads anything that is overdue.", ...lead], suggestions: [seeList] });
  return answerIn("rows", {
    title,
    lead: [
      `${plural(late.length, "person leads", "people lead")} something that is overdue. Who shall I ask? Nothing is sent until you have seen the message.`,
    ],
    sections: [
      { heading: "", rows: late.slice(0, MOST_SHOWN).map(({ row }) => row), ...(late.length > MOST_SHOWN && { more: `and ${late.length - MOST_SHOWN} more` }) },
    ],
    gaps: [],
    sources: [],
    suggestions: late.slice(0, MOST_BUTTONS).map(({ email }) => ask(`Ask ${email}`, `Ask ${email} for an update`)),
  });
}

/** Who is late the longest comes first. */
async function lateLeads(progress: ReminderCommandParts["progress"], context: RequestContext): Promise<{ email: string; row: Row }[]> {
  const said = await progress.of(context.known.id);
  const dates = context.catalogue.actions.flatMap((item) => {
    const lead = leadOf(item);
    const facts = factsOf(said.get(item.id));
    const open = lead ? openDatesOf({ item, facts, action: withProgress(item.action, facts) }, context.today) : [];
    return open.flatMap(({ id, due }) => (lead && due < context.today ? [{ lead, id, due }] : []));
  });
  const byLead = new Map<string, { id: string; due: Day }[]>();
  for (const { lead, ...date } of dates.sort((a, b) => (a.due < b.due ? -1 : 1))) byLead.set(lead, [...(byLead.get(lead) ?? []), date]);
  return [...byLead].map(([email, [first, ...more]]) => {
    const days = first ? daysBetween(first.due, context.today) : 0;
    const detail = first
      ? `${first.id}, ${plural(days, "day")} overdue, was due on ${dayInWords(first.due)}${more.length ? `, and ${more.length} more` : ""}`
      : "";
    return { email, row: { id: "", text: email, detail } };
  });
}
