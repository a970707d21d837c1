/** The form for what somebody saved last, as it stands, ready to be put right. */
import { cardFor } from "../../answers/action-card.js";
import { answerIn } from "../../answers/answer-text.js";
import { changeRow } from "../../answers/changes.js";
import { section } from "../../answers/rows.js";
import { instantInWords, periodNamed, Status } from "../../plan/index.js";
import type { Change, ChangePart } from "../../record/index.js";
import type { Scene } from "../../request/scene.js";
import type { Answer } from "../../shared/answer.js";

interface Correction {
  form: Answer;
  unused: string[];
}

const MOST_LOOKED_AT = 60;
/** All that one press saved has the id of its form. */
const formOf = ({ _id }: Change): string => _id.split("/")[0] as string;

/** Nothing when the asker has saved nothing since. `value` is the right figure. */
export async function correctionOf(scene: Scene, since: Date, value: string | undefined): Promise<Correction | undefined> {
  const email = scene.asker.email?.toLowerCase();
  const recent = await scene.changes({ from: since.toISOString(), newestFirst: true, limit: MOST_LOOKED_AT });
  const own = recent.filter(({ byId, by }) => byId === scene.asker.id || (email !== undefined && by === email));
  const [last] = own;
  if (!last) return undefined;
  const parts = own.filter((one) => formOf(one) === formOf(last)).flatMap((one) => one.parts);
  const unused = value === undefined ? [] : [value];
  const figures = await ofFigures(scene, parts, value);
  const made = figures ?? { form: (await ofAction(scene, last)) ?? told(scene, last), unused };
  return { ...made, form: withLead(made.form, `This is what you saved last, on ${instantInWords(last.at, scene.plan.timeZone)}.`) };
}

async function ofFigures(scene: Scene, parts: readonly ChangePart[], value: string | undefined): Promise<Correction | undefined> {
  const places = new Map(
    parts.filter(({ what }) => what === "figure" || what === "not available").map(({ item, which = "" }) => [`${item} ${which}`, { item, which }]),
  );
  const said = [...places.values()].flatMap(({ item: id, which }) => {
    const item = scene.catalogue.find(id);
    const period = periodNamed(scene.plan, which);
    return item?.type === "measure" && period ? [{ item, window: { from: period.from, to: period.to } }] : [];
  });
  const [only] = said;
  if (!only) return undefined;
  if (said.length > 1) return { form: await scene.figureForms.many(scene, said.reverse()), unused: value === undefined ? [] : [value] };
  return { form: await scene.figureForms.many(scene, [{ ...only, ...(value !== undefined && { value }) }]), unused: [] };
}

/** With what stood before filled in. */
async function ofAction(scene: Scene, { parts, items: [id = ""] }: Change): Promise<Answer | undefined> {
  if (scene.catalogue.find(id)?.type !== "action") return undefined;
  const before = (what: string) => parts.find((part) => part.what === what);
  const milestone = before("milestone");
  if (milestone) return cardFor(scene, id, { card: "done", label: milestone.which });
  const status = Status.safeParse(before("status")?.from);
  const note = before("note");
  return cardFor(scene, id, { card: "status", ...(status.success && { status: status.data }), ...(note && { note: String(note.from ?? "") }) });
}

/** What no form puts right by itself. */
const told = (scene: Scene, change: Change): Answer =>
  answerIn("rows", {
    title: "What you saved last",
    lead: ["Tell me how it should be, and I will show you the form."],
    sections: section("", [change], (one) => changeRow(scene, one)),
    gaps: [],
    sources: [],
    suggestions: [],
  });

function withLead(answer: Answer, line: string): Answer {
  if (answer.look === "form") return answerIn("form", { ...answer.data, lead: [line, ...answer.data.lead] });
  return answer.look === "notice" ? answerIn("notice", { ...answer.data, lead: [line, ...answer.data.lead] }) : answer;
}
