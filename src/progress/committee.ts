/** Days on which the committee meets, as managers name them: "what changed since the last committee" is measured by them. */
import { z } from "zod/v4";
import { type AuditedRepository, type AuditLog, type Change, changeOf, type Recorded } from "../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, sealFor, type Typed, typed } from "../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext, refusal } from "../people/index.js";
import { addMonths, type Day, dayInWords } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { readDay } from "./words.js";

export const committeeVerb = "committee.save";
export const committeeTakenBack = "committee.remove";

interface Committee extends Recorded {
  days: Day[];
}

export interface CommitteeDays {
  /** In order of time. */
  of(planId: string): Promise<Day[]>;
  repository: AuditedRepository<Committee>;
}

/** The days on which the committee meets, a document a plan. */
export function openCommittee(auditLog: AuditLog): CommitteeDays {
  const repository = auditLog.repository<Committee>("committee");
  return { repository, of: async (planId) => (await repository.get(planId))?.days ?? [] };
}

/** The newest that is over; a committee of today is still to come. */
export const lastCommittee = (days: readonly Day[], today: Day): Day | undefined => days.filter((day) => day < today).at(-1);

const About = z.object({ plan: z.string() });

/** The dates there are; for a manager with the card to add one or take one away. `day` is filled in. */
export function committeeCard(forms: Forms, context: RequestContext, days: readonly Day[], day?: Day): Answer {
  if (permits("name a committee date", context)) return form(forms, context, days, { text: day ?? "" });
  const wants = day ? [...refusal("name a committee date", "name a committee date", context), "Nothing was saved."] : [];
  return notSaved("Committee dates", [...wants, ...listOf(days)], [ask("Changes since the last one", "What changed since the last committee?")]);
}

/** As many as are worth reading: the newest. */
const mostShown = 12;

const listOf = (days: readonly Day[]): string[] => (days.length ? days.slice(-mostShown).map(dayInWords) : ["No committee date is saved yet."]);

function form(forms: Forms, context: RequestContext, days: readonly Day[], day: Typed, alert?: string): Answer {
  const press = (label: string, verb: string) => ({ label, verb, data: { form: sealFor(forms, verb, context, { plan: context.known.id }) } });
  return answerIn("form", {
    title: "Committee dates",
    ...(alert && { alert }),
    lead: ['I use these dates when you ask "what changed since the last committee". Nothing changes until you press a button.'],
    parts: [
      { id: "", text: "Saved dates:", facts: listOf(days), inputs: [] },
      {
        id: "",
        text: "",
        facts: [],
        inputs: [{ name: "day", kind: "date", label: "Date of the committee", value: day.text, ...(day.problem && { message: day.problem }) }],
      },
    ],
    presses: [{ ...press("Save this date", committeeVerb), style: "positive" }, press("Take this date away", committeeTakenBack)],
    suggestions: [ask("Changes since the last one", "What changed since the last committee?")],
  });
}

/** Names a committee date or takes one back, by the verb that was pressed. */
export function pressCommittee(
  { forms, committee }: { forms: Forms; committee: CommitteeDays },
  verb: string,
  data: FormData,
  context: RequestContext,
): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, verb, data.form, context, [ask("Committee dates")]);
    const { plan } = About.parse(sealed.about);
    const { change } = await committee.repository.change(plan, sealed.id, (now) => {
      const days = now?.days ?? [];
      const old = refusalOf(sealed, context);
      if (old) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old]], [ask("Committee dates")]));
      if (!permits("name a committee date", context))
        throw new OtherAnswer(notSaved("Nothing was saved", refusal("name a committee date", "name a committee date", context), []));
      const typedDay = typed(data, "day", { most: 40 });
      const day = readDay(typedDay.text);
      const problem = typedDay.problem ?? problemOf(day, days, verb === committeeVerb, context);
      if (problem || !day) throw new OtherAnswer(form(forms, context, days, { text: day ?? "", problem: problem ?? "" }, "Nothing was saved yet."));
      const next = verb === committeeVerb ? [...days, day].sort() : days.filter((one) => one !== day);
      const part = { item: "committee", what: "committee date", ...(verb === committeeVerb ? { to: day } : { from: day }) };
      const change = changeOf({ id: sealed.id, plan, parts: [part], author: authorOf(context), at: context.at, through: verb });
      return { change, update: { $set: { days: next } }, create: { days: next } };
    });
    return receipt(change, context);
  });
}

function problemOf(day: Day | undefined, days: readonly Day[], adding: boolean, { today }: RequestContext): string | undefined {
  if (!day) return "Please give the date, such as 8 December 2026.";
  if (!adding) return days.includes(day) ? undefined : "There is no such date among those that are saved.";
  if (days.includes(day)) return "This date is saved already.";
  return day > addMonths(today, 60) || day < addMonths(today, -120) ? "This is years away. Please check the year." : undefined;
}

function receipt(change: Change, context: RequestContext): Answer {
  const [part] = change.parts;
  return answerIn("receipt", {
    title: part?.to ? `Saved: committee on ${dayInWords(String(part.to))}` : `Removed: committee on ${dayInWords(String(part?.from))}`,
    lead: [],
    rows: [],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("Changes since the last one", "What changed since the last committee?"), ask("Committee dates")],
  });
}
