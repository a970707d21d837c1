/** What an answer says of the plan it is of, where several are loaded: in words, and on every button. Pure. */
import type { RequestContext } from "../../people/index.js";
import { type KnownPlan, planInShort, planInWords } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer, DigestBlock, FileOffer, Press, Suggestion } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import type { Found } from "../assistant.js";

type Named = Pick<KnownPlan, "id" | "name">;

/** The same answer, with its plan in its source line, or beside its heading where it has none, and on all that can be pressed. */
function markedOf(answer: Answer, plan: Named): Answer {
  const data = { ...answer.data, ...buttons(answer.data, plan.id), ...words(answer, plan) };
  return { ...(answerIn(answer.view, data as never) as Answer), plan: plan.id };
}

interface Pressed {
  presses?: Press[];
  suggestions?: Suggestion[];
  choices?: Suggestion[];
  blocks?: DigestBlock[];
  file?: FileOffer;
}

function buttons(data: Pressed, plan: string): Pressed {
  const press = (one: Press): Press => ({ ...one, data: { ...one.data, plan } });
  const says = <S extends Suggestion>(one: S): S => ({ plan, ...one });
  return {
    ...(data.presses && { presses: data.presses.map(press) }),
    ...(data.file && { file: { ...data.file, data: { ...data.file.data, plan } } }),
    ...(data.suggestions && { suggestions: data.suggestions.map(says) }),
    ...(data.choices && { choices: data.choices.map(says) }),
    ...(data.blocks && { blocks: data.blocks.map((block) => ({ ...block, presses: block.presses.map(press) })) }),
  };
}

function words({ view: look, data }: Answer, plan: Named): object {
  if (look === "form" || look === "digest") return { eyebrow: [data.eyebrow, planInShort(plan)].filter(Boolean).join(" · ") };
  if (look === "receipt") return { facts: [...data.facts, { label: "Plan", value: plan.name }] };
  if (!("sources" in data)) return {};
  const dated = data.sources.findIndex((line) => line.startsWith("As at "));
  if (dated < 0) return { sources: [`From ${planInWords(plan)}.`, ...data.sources] };
  return { sources: data.sources.map((line, at) => (at === dated ? `From ${planInWords(plan)}, ${line.replace(/^As/, "as")}` : line)) };
}

/** An answer says which plan it is of where there are several. */
export const marked = (answer: Answer, { loaded = [], known }: Pick<RequestContext, "loaded" | "known">): Answer =>
  loaded.length > 1 ? markedOf(answer, loaded.find(({ id }) => id === answer.plan) ?? known) : answer;

/** What a search found, with its plan beside it. */
export const markedFound = (found: Found[], context: Pick<AnswerContext, "loaded" | "known">): Found[] =>
  context.loaded.length > 1
    ? found.map((one) => ({ ...one, detail: `${one.detail} · ${planInShort(context.known)}`, card: marked(one.card, context) }))
    : found;
