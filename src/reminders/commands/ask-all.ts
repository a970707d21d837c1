/** A manager asks everybody at once who owes something: figures, or an answer for what is overdue. One message a person; one look before it goes. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import { countedOnce, dutyOf, lateness, missingFigures } from "../../figures/index.js";
import { type FormData, notSaved, orInstead, sealFor } from "../../forms/index.js";
import { authorOf, permits, type RequestContext } from "../../people/index.js";
import { leadOf, periodInWords, periodNamed } from "../../plan/index.js";
import { type KeptProgress, ownActions } from "../../progress/index.js";
import type { Answer, DigestBlock, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { capital, listedUpTo, plural } from "../../shared/words.js";
import { actionsBlock } from "./actions-block.js";
import { askOne } from "./ask-one.js";
import { aboutRequest } from "./late-refusal.js";
import { type OpenDate, openDatesOf } from "./open-dates.js";
import { AboutPlan, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout, seeList } from "./parts.js";

export const askAllVerb = "reminders.ask.all";
/** Shows who would be asked. */
export const openAskAllVerb = "reminders.ask.open";

const permission = "ask for an update";
const title = "Ask everybody who is late";
/** More are asked by the reminders of their own day. */
const MOST_PEOPLE = 100;
const MOST_SHOWN = 15;
const MOST_NAMED = 5;
const MOST_DATES = 8;

/** What is asked for: figures that are missing, what is overdue or late of both. */
export const WHAT_IS_OWED = ["figures", "late"] as const;
export type WhatIsOwed = (typeof WHAT_IS_OWED)[number];
const AboutAll = AboutPlan.extend({ what: z.enum(WHAT_IS_OWED) });

/** One person with all that they owe. */
interface Owing {
  who: string;
  dates: OpenDate[];
  figures: { id: string; period: string }[];
}

/** Who would be asked for what they owe, and who cannot be; nothing is sent before it is pressed. */
export async function askAllCard(parts: ReminderCommandParts, context: RequestContext, what: WhatIsOwed): Promise<Answer> {
  if (!permits(permission, context)) return refused(permission, "ask for an update", context, title);
  const { owing, unnamed } = await owingOf(parts, context, what);
  const places = await parts.messages.places(owing.map(({ who }) => who));
  const met = owing.filter(({ who }) => places.has(who));
  const unmet = owing.filter(({ who }) => !places.has(who)).map(({ who }) => who);
  const cannot = [
    ...(unmet.length ? [`Not asked, because they have not opened Waymark in Teams yet: ${listedUpTo(unmet, MOST_NAMED)}.`] : []),
    ...(unnamed.length ? [`Nobody is named for ${listedUpTo(unnamed, MOST_NAMED)}.`] : []),
  ];
  if (!met.length)
    return notSaved(
      "Nobody can be asked",
      [...(owing.length ? cannot : ["Nothing is missing, and nothing is late."]), "Nothing was sent."],
      [ask("Who cannot be reached?")],
    );
  const form = sealFor(parts.forms, askAllVerb, context, { plan: context.known.id, what });
  return answerIn("form", {
    title: `Ask ${plural(met.length, "person", "people")}`,
    lead: ["Each gets one message from me in your name, with the form or the buttons to answer. Nothing is sent until you press the button."],
    parts: [
      ...met.slice(0, MOST_SHOWN).map((one) => ({ id: "", text: one.who, facts: [capital(owedInWords(one))], inputs: [] })),
      {
        id: "",
        text: "",
        facts: [...(met.length > MOST_SHOWN ? [`And ${met.length - MOST_SHOWN} more people`] : []), ...cannot],
        inputs: [],
      },
    ].filter(({ text, facts }) => text || facts.length),
    presses: [{ label: met.length === 1 ? "Ask them" : `Ask all ${met.length}`, verb: askAllVerb, data: { form }, style: "positive" }],
    suggestions: [],
  });
}

function owedInWords({ dates, figures }: Owing): string {
  const ids = [...new Set(dates.map(({ id }) => id))];
  return [
    ...(ids.length ? [`overdue ${listedUpTo(ids, 4)}`] : []),
    ...(figures.length
      ? [
          `no figure for ${listedUpTo(
            figures.map(({ id }) => id),
            4,
          )}`,
        ]
      : []),
  ].join("; ");
}

/** Who owes what now, most first; `unnamed` are measures that nobody is looked to for. */
async function owingOf(
  parts: ReminderCommandParts,
  context: RequestContext,
  what: WhatIsOwed,
): Promise<{ owing: Owing[]; unnamed: string[]; said: Map<string, KeptProgress> }> {
  const { catalogue, plan, today, known } = context;
  const measures = countedOnce(catalogue, catalogue.measures);
  const [said, reports] = await Promise.all([
    parts.progress.of(known.id),
    parts.figures.recentReports(
      known.id,
      measures.map(({ id }) => id),
      today,
    ),
  ]);
  const missing = missingFigures(plan, measures, reports, today).filter(({ late }) => late || what === "figures");
  const dates = what === "late" ? overdueDates(context, said) : [];
  const self = authorOf(context).email;
  const people = new Map<string, Owing>();
  const of = (who: string): Owing => {
    const one = people.get(who) ?? { who, dates: [], figures: [] };
    people.set(who, one);
    return one;
  };
  for (const { who, date } of dates) of(who).dates.push(date);
  for (const { item, period } of missing) {
    const who = dutyOf(item);
    if (who) of(who).figures.push({ id: item.id, period: period.name });
  }
  const unnamed = missing.filter(({ item }) => !dutyOf(item)).map(({ item }) => item.id);
  const owing = [...people.values()].filter(({ who }) => who !== self).sort((a, b) => b.dates.length + b.figures.length - a.dates.length - a.figures.length);
  return { owing: owing.slice(0, MOST_PEOPLE), unnamed, said };
}

function overdueDates(context: RequestContext, said: Map<string, KeptProgress>): { who: string; date: OpenDate }[] {
  const leads = new Set(context.catalogue.actions.flatMap((item) => leadOf(item) ?? []));
  return [...leads].flatMap((who) =>
    ownActions(context, who, said)
      .filter(({ item }) => leadOf(item) === who)
      .flatMap((own) => openDatesOf(own, context.today))
      .filter(({ due }) => due < context.today)
      .map((date) => ({ who, date })),
  );
}

/** Asks each of them once; those who had a message that day get none. */
export function pressAskAll(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, askAllVerb, AboutAll, data, context);
    refuseOld(sealed, about, context);
    refuseWithout(permission, "ask for an update", context, title);
    const { owing, said } = await owingOf(parts, context, about.what);
    const rows: Row[] = [];
    for (const one of owing) {
      const request = { id: `${sealed.id}/${one.who}`, plan: about.plan, who: one.who, through: askAllVerb };
      const asked = await askOne(parts, context, request, (change) => tellOne(parts, context, one, said, change));
      rows.push({ id: "", text: one.who, detail: "whyNot" in asked ? asked.whyNot : OUTCOMES[asked.outcome] });
    }
    const sent = rows.filter(({ detail }) => detail === OUTCOMES.sent).length;
    return answerIn("receipt", {
      title: sent ? `Asked: ${plural(sent, "person", "people")}` : "Nobody was asked",
      lead: sent ? ["Their answers go into the plan as soon as they give them."] : [],
      rows: rows.slice(0, MOST_SHOWN),
      facts: rows.length > MOST_SHOWN ? [{ label: "And", value: `${rows.length - MOST_SHOWN} more` }] : [],
      presses: [],
      suggestions: [ask("Who has not reported?"), ask("Who cannot be reached?")],
    });
  });
}

const OUTCOMES = { sent: "Asked", unclear: "May not have been reached: please ask them yourself", refused: "Could not be reached" } as const;

function tellOne(
  parts: ReminderCommandParts,
  context: RequestContext,
  { who, dates, figures }: Owing,
  said: Map<string, KeptProgress>,
  asked: Change,
): Promise<number> {
  const by = authorOf(context).email;
  const blocksFor = (id: string): DigestBlock[] => [
    ...(dates.length ? [actionsBlock({ ...context, asker: { id, email: who } }, dates.slice(0, MOST_DATES), said)] : []),
    ...(figures.length ? [figuresAsked(context, figures)] : []),
  ];
  return parts.tell(
    who,
    context,
    ({ id }) =>
      answerIn("digest", { eyebrow: `${by} asks`, title: titleFor(dates.length, figures.length), lead: [], blocks: blocksFor(id), suggestions: [seeList] }),
    aboutRequest({ plan: context.known.id, who, day: context.today }, asked),
  );
}

/** The form itself is opened by whoever presses, as it is bound to a person. */
function figuresAsked({ catalogue, plan, today }: RequestContext, figures: Owing["figures"]): DigestBlock {
  const rows = figures.slice(0, MOST_DATES).flatMap(({ id, period: name }): Row[] => {
    const item = catalogue.find(id);
    const period = periodNamed(plan, name);
    return item?.type === "measure" && period ? [{ id, text: item.measure.text, detail: `For ${periodInWords(period)}, ${lateness({ today }, period)}` }] : [];
  });
  const shown = figures.slice(0, MOST_DATES);
  const data = { measures: shown.map(({ id }) => id), periods: shown.map(({ period }) => period) };
  return {
    heading: "Figures asked for",
    rows,
    ...(figures.length > rows.length && { more: `And ${figures.length - rows.length} more.` }),
    parts: [],
    presses: [{ label: figures.length === 1 ? "Give the figure" : "Give the figures", verb: "figures.form", data, style: "positive" }],
  };
}

const titleFor = (dates: number, figures: number): string =>
  dates && figures
    ? "How do these stand, and what are the figures?"
    : figures
      ? `Please give ${plural(figures, "figure")}`
      : `How ${dates === 1 ? "does this" : `do these ${dates}`} stand?`;
