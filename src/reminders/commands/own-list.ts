/** What is somebody's now: as a reminder would bring it, any day, with what was done of it lately. */
import { authorOf, type RequestContext } from "../../people/index.js";
import { actionBadge, addDays, dayInWords, dayOf, leadOf, soonDays } from "../../plan/index.js";
import { type KeptProgress, type OwnAction, ownActions, partFact } from "../../progress/index.js";
import type { Answer, DigestBlock, Row, Suggestion } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural } from "../../shared/words.js";
import { mostItems } from "../due-item.js";
import { actionsBlock } from "./actions-block.js";
import { openDatesOf } from "./open-dates.js";
import { type ReminderCommandParts, seeSettings } from "./parts.js";

/** `wrong` says what was wrong with the press before. */
export async function ownList({ progress, figureForms }: ReminderCommandParts, context: RequestContext, wrong?: string): Promise<Answer> {
  const { email } = authorOf(context);
  const said = await progress.of(context.known.id);
  const own = ownActions(context, email, said);
  const datesOf = (all: OwnAction[]) => all.flatMap((one) => openDatesOf(one, context.today).filter(({ soon }) => soon));
  const mine = datesOf(own);
  const listed = new Set(mine.map(({ key }) => key));
  const others = (context.standsInFor ?? []).flatMap((instead) => datesOf(ledBy(instead, context, said)).map((date) => ({ ...date, instead })));
  const open = [...mine, ...others.filter(({ key }) => !listed.has(key))].sort((a, b) => (a.due < b.due ? -1 : 1));
  const shown = open.slice(0, mostItems);
  const figures = await figuresOf(figureForms, context, mostItems - shown.length, shown.length ? "Figures asked for" : "");
  const lately = own.flatMap((one) => saidToday(said.get(one.item.id), one, context));
  const blocks: DigestBlock[] = [
    ...(shown.length
      ? [{ ...actionsBlock(context, shown, said), ...(open.length > shown.length && { more: `And ${open.length - shown.length} more.` }) }]
      : []),
    ...figures,
    ...(lately.length ? [{ heading: "Said today", rows: lately.slice(0, mostItems), parts: [], presses: [] }] : []),
  ];
  if (!shown.length && !figures.length && !lately.length) return nothingDue(email, context);
  return answerIn("digest", {
    eyebrow: `On ${dayInWords(context.today)}`,
    title: shown.length
      ? `${plural(open.length, "date")} of yours ${open.length === 1 ? "is" : "are"} due or overdue`
      : figures.length
        ? "Figures you need to report"
        : "Nothing of yours is due",
    ...(wrong && { alert: wrong }),
    lead: [],
    blocks,
    suggestions: suggestionsIn(context),
  });
}

/** The list is of one plan; where several are loaded it leads to the others'. */
const suggestionsIn = ({ known, loaded = [] }: RequestContext): Suggestion[] => [
  ask("My actions"),
  ...loaded
    .filter(({ id }) => id !== known.id)
    .slice(0, 2)
    .map(({ id, name }) => ({ label: `My list · ${name}`, says: "My reminders", plan: id })),
  seeSettings,
];

/** Those alone that are asked of somebody by name: whoever is their deputy in the plan hears of the rest by themselves. */
const ledBy = (email: string, context: RequestContext, said: Map<string, KeptProgress>): OwnAction[] =>
  ownActions(context, email, said).filter(({ item }) => leadOf(item) === email);

const nothingDue = (email: string, context: RequestContext): Answer =>
  answerIn("notice", {
    title: "Nothing of yours is due",
    lead: [
      email
        ? `You have nothing overdue or due by ${dayInWords(addDays(context.today, soonDays))}, and no figures to report.`
        : "I could not find out who you are just now. Please ask again in a moment.",
    ],
    suggestions: suggestionsIn(context),
  });

/** What was said of an action today, by whoever said it. */
function saidToday(kept: KeptProgress | undefined, { item, action }: OwnAction, { plan, today }: RequestContext): Row[] {
  if (!kept?.last || dayOf(new Date(kept.at), plan.timeZone) !== today) return [];
  const what = kept.last.parts.map(partFact).map(({ label, value }) => `${label}: ${value}`);
  return [{ id: item.id, text: item.action.text, badge: actionBadge(action), detail: [...what, `By ${kept.by}`].join(" · ") }];
}

/** With so many actions on the card a form would have no room. */
const leastRoom = 4;

async function figuresOf(figureForms: ReminderCommandParts["figureForms"], context: RequestContext, room: number, heading: string): Promise<DigestBlock[]> {
  const form = await figureForms.own(context);
  if (form?.view !== "form") return [];
  const { parts, presses } = form.data;
  if (room < leastRoom) return [{ heading, lead: ['Say "report figures" for the form.'], rows: [], parts: [], presses: [] }];
  return [
    {
      heading,
      lead: ["Nothing is saved until you press Save."],
      rows: [],
      parts,
      presses: presses.map((press) => ({ ...press, data: { ...press.data, back: "list" } })),
    },
  ];
}
