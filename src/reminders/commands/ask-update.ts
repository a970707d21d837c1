/** A manager asks a lead how their actions stand: the lead gets their list, to answer in it. Once a day, and not on top of that day's reminder. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import { type FormData, notSaved, OtherAnswer, orInstead, sealFor } from "../../forms/index.js";
import { authorOf, permits, type RequestContext } from "../../people/index.js";
import { leadOf, statusOf } from "../../plan/index.js";
import { factsOf, titleOf, withProgress } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { shortened } from "../../shared/words.js";
import { actionsBlock } from "./actions-block.js";
import { askOne } from "./ask-one.js";
import { askedReceipt, refusedBy } from "./asked-outcome.js";
import { aboutRequest } from "./late-refusal.js";
import { type OpenDate, openDatesOf } from "./open-dates.js";
import { AboutPlan, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout, seeList } from "./parts.js";
import type { ReminderCommands } from "./reminder-commands.js";
import { addressMeant, unknownName } from "./whom.js";
import { whomToAsk } from "./whom-to-ask.js";

export const askVerb = "reminders.ask";

const permission = "ask for an update";
const title = "Ask for an update";
const mostAsked = 10;

/** `keys` are the dates that are asked about. */
const AboutAsk = AboutPlan.extend({ who: z.string(), keys: z.array(z.string()).max(mostAsked) });

type Wish = Parameters<ReminderCommands["askUpdate"]>[1];

/** A card that asks one lead for an update on what they owe, under an item or in all. */
export async function askCard(parts: ReminderCommandParts, context: RequestContext, { scope, ...whom }: Wish): Promise<Answer> {
  if (!permits(permission, context)) return refused(permission, "ask for an update", context, title);
  const who = addressMeant(whom, context) ?? (whom.name ? undefined : leadOfScope(context, scope));
  if (!who && whom.name) return notSaved(title, [unknownName(whom.name)], []);
  if (!who) return scope ? notSaved(title, [`Nobody is named as lead of ${scope}, so there is nobody to ask.`], []) : whomToAsk(parts, context);
  const dates = await datesOf(parts, context, who, scope);
  const about = scope ? ` under ${scope}` : "";
  if (!dates.length)
    return notSaved(
      title,
      [`${who} leads nothing${about} that is still open, so there is nothing to ask about.`],
      [ask("What they lead", `What does ${who} lead?`)],
    );
  const shown = dates.slice(0, mostAsked);
  const data = { form: sealFor(parts.forms, askVerb, context, { plan: context.known.id, who, keys: shown.map(({ key }) => key) }) };
  return answerIn("form", {
    eyebrow: title,
    title: who,
    lead: ["They get a message from me in your name, with the buttons to say how these stand. Nothing is sent until you press the button."],
    parts: [
      {
        id: "",
        text: "",
        facts: shown.map(({ id, text, milestone, why }) => `${id} ${shortened(milestone ? `${text}, ${milestone}` : text, 100)}: ${why}`),
        inputs: [],
      },
    ],
    presses: [{ label: "Ask for an update", verb: askVerb, data, style: "positive" }],
    suggestions: [],
  });
}

function leadOfScope({ catalogue }: RequestContext, scope: string | undefined): string | undefined {
  const item = scope ? catalogue.find(scope) : undefined;
  return item?.type === "action" ? leadOf(item) : item?.type === "priority" ? item.priority.lead : undefined;
}

/** After everything with a date. */
const noDate = "9999-12-31";

/** Every open date of somebody's, the longest overdue first; an action that goes on without one stands for itself. */
async function allOpen({ progress }: ReminderCommandParts, context: RequestContext, who: string): Promise<OpenDate[]> {
  const said = await progress.of(context.known.id);
  const own = context.catalogue.actions.filter((item) => leadOf(item) === who);
  const dates = own.flatMap((item) => {
    const facts = factsOf(said.get(item.id));
    const action = withProgress(item.action, facts);
    const open = openDatesOf({ item, facts, action }, context.today);
    const status = statusOf(action);
    if (open.length || status === "complete" || status === "cancelled") return open;
    return [{ key: item.id, id: item.id, text: item.action.text, due: noDate, soon: false, why: "no open date", more: [] }];
  });
  return dates.sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** Of one scope all that is open; else what is overdue or due soon, or all when nothing is. */
async function datesOf(parts: ReminderCommandParts, context: RequestContext, who: string, scope: string | undefined): Promise<OpenDate[]> {
  const open = await allOpen(parts, context, who);
  const soon = open.filter((date) => date.soon);
  if (!scope) return soon.length ? soon : open;
  return open.filter(({ id }) => id === scope || priorityOf(context, id) === scope);
}

function priorityOf({ catalogue }: RequestContext, id: string): string | undefined {
  const item = catalogue.find(id);
  return item?.type === "action" ? item.priority.id : undefined;
}

/** Sends it, once a card and once a day. */
export function pressAsk(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, askVerb, AboutAsk, data, context);
    const { who } = about;
    if (!(await parts.auditLog.get(sealed.id))) {
      refuseOld(sealed, about, context);
      refuseWithout(permission, "ask for an update", context, title);
    }
    const asked = await askOne(parts, context, { id: sealed.id, plan: about.plan, who, through: askVerb }, (change) => tellLead(parts, context, about, change));
    if ("whyNot" in asked) throw new OtherAnswer(asked.isUnmet ? notReached(who) : secondOn(who, asked.whyNot));
    return asked.outcome === "refused" ? refusedBy(who) : askedReceipt(who, asked.outcome, asked.change, context);
  });
}

const notReached = (who: string): Answer =>
  notSaved(
    `${who} cannot be reached`,
    ["They have not opened Waymark in Teams yet, or have removed it. Nothing was sent.", "Ask them to open Waymark and say hello once."],
    [ask("Who cannot be reached?")],
  );

const secondOn = (who: string, why: string): Answer =>
  notSaved("Nothing was sent", [why, "Nobody gets two messages on one day. Please ask again tomorrow."], [ask("What was sent", `What have you sent ${who}?`)]);

async function tellLead(parts: ReminderCommandParts, context: RequestContext, { plan, who, keys }: z.infer<typeof AboutAsk>, asked: Change): Promise<number> {
  const said = await parts.progress.of(context.known.id);
  const shown = (await allOpen(parts, context, who)).filter(({ key }) => keys.includes(key));
  const by = authorOf(context).email;
  const toAnswer = ({ id }: { id: string }) => {
    const theirs = { ...context, asker: { id, email: who } };
    const [only] = shown;
    const item = only && shown.length === 1 ? context.catalogue.find(only.id) : undefined;
    return answerIn("digest", {
      eyebrow: `${by} asks for an update`,
      title: item?.type === "action" ? titleOf(item) : `How do these ${shown.length} stand?`,
      lead: [],
      blocks: [actionsBlock(theirs, shown, said)],
      suggestions: [seeList],
    });
  };
  return parts.tell(who, context, toAnswer, aboutRequest({ plan, who, day: context.today }, asked));
}
