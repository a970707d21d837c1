/** The form for what somebody saved last, as it stands, ready to be put right. */
import { cardFor } from "../../answers/action-card.js";
import { answerIn } from "../../answers/answer-text.js";
import { changeRow } from "../../answers/changes.js";
import { section } from "../../answers/rows.js";
import type { Change, ChangePart } from "../../audit/index.js";
import { instantInWords, periodNamed, Status } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer } from "../../shared/answer.js";

interface Correction {
  form: Answer;
  unused: string[];
}

const MOST_LOOKED_AT = 60;
/** All that one press saved has the id of its form. */
const formOf = ({ _id }: Change): string => _id.split("/")[0] as string;

/** Nothing when the asker has saved nothing since. `value` is the right figure. */
export async function correctionOf(context: AnswerContext, since: Date, value: string | undefined): Promise<Correction | undefined> {
  const email = context.asker.email?.toLowerCase();
  const recent = await context.changes({ from: since.toISOString(), newestFirst: true, limit: MOST_LOOKED_AT });
  const own = recent.filter(({ byId, by }) => byId === context.asker.id || (email !== undefined && by === email));
  const [last] = own;
  if (!last) return undefined;
  const parts = own.filter((one) => formOf(one) === formOf(last)).flatMap((one) => one.parts);
  const unused = value === undefined ? [] : [value];
  const figures = await ofFigures(context, parts, value);
  const made = figures ?? { form: (await ofAction(context, last)) ?? told(context, last), unused };
  return { ...made, form: withLead(made.form, `This is what you saved last, on ${instantInWords(last.at, context.plan.timeZone)}.`) };
}

async function ofFigures(context: AnswerContext, parts: readonly ChangePart[], value: string | undefined): Promise<Correction | undefined> {
  const places = new Map(
    parts.filter(({ what }) => what === "figure" || what === "not available").map(({ item, which = "" }) => [`${item} ${which}`, { item, which }]),
  );
  const said = [...places.values()].flatMap(({ item: id, which }) => {
    const item = context.catalogue.find(id);
    const period = periodNamed(context.plan, which);
    return item?.type === "measure" && period ? [{ item, window: { from: period.from, to: period.to } }] : [];
  });
  const [only] = said;
  if (!only) return undefined;
  if (said.length > 1) return { form: await context.figureForms.many(context, said.reverse()), unused: value === undefined ? [] : [value] };
  return { form: await context.figureForms.many(context, [{ ...only, ...(value !== undefined && { value }) }]), unused: [] };
}

/** With what stood before filled in. */
async function ofAction(context: AnswerContext, { parts, items: [id = ""] }: Change): Promise<Answer | undefined> {
  if (context.catalogue.find(id)?.type !== "action") return undefined;
  const before = (what: string) => parts.find((part) => part.what === what);
  const milestone = before("milestone");
  if (milestone) return cardFor(context, id, { card: "done", label: milestone.which });
  const status = Status.safeParse(before("status")?.from);
  const note = before("note");
  return cardFor(context, id, { card: "status", ...(status.success && { status: status.data }), ...(note && { note: String(note.from ?? "") }) });
}

/** What no form puts right by itself. */
const told = (context: AnswerContext, change: Change): Answer =>
  answerIn("rows", {
    title: "What you saved last",
    lead: ["Tell me how it should be, and I will show you the form."],
    sections: section("", [change], (one) => changeRow(context, one)),
    gaps: [],
    sources: [],
    suggestions: [],
  });

function withLead(answer: Answer, line: string): Answer {
  if (answer.view === "form") return answerIn("form", { ...answer.data, lead: [line, ...answer.data.lead] });
  return answer.view === "notice" ? answerIn("notice", { ...answer.data, lead: [line, ...answer.data.lead] }) : answer;
}
