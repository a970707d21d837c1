/** Measures by how they are judged. Shared by the intents that ask for one judgement each. */
import { answerIn, suggest } from "../../answers/answer-text.js";
import { frequencyInWords, measureRow } from "../../answers/measure-words.js";
import { type Names, namesOf } from "../../answers/people.js";
import { stateIn } from "../../answers/plan-state.js";
import { facts, section } from "../../answers/rows.js";
import { isAsker, placeOf, type Scoped, scopeOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { capital, inWindow, listed, plural, shortened } from "../../answers/wording.js";
import { changeInWords, dutyOf } from "../../figures/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Window } from "../../request/args.js";
import type { Answer, Row, Section } from "../../shared/answer.js";
import { isJudged, type Judgement, type MeasureStatus, shortfall } from "../../status/index.js";

export interface JudgedAsked {
  scope?: string | undefined;
  person?: string | undefined;
  window?: Window | undefined;
  carried?: string | undefined;
}

/** What an answer is called, what it counts among, and how it says how many. */
interface Judged {
  title: string;
  among(one: MeasureStatus): boolean;
  /** "with two figures to compare" */
  amongWords: string;
  /** "got worse", "has met its target" */
  says(count: number): string;
  suggestions: string[];
}

const compared = { among: ({ trend }: MeasureStatus) => trend !== undefined, amongWords: "with two figures to compare" };
const aimed = { among: ({ target }: MeasureStatus) => target !== undefined, amongWords: "with a target and a figure" };

const words: Record<Judgement, Judged> = {
  better: {
    title: "Figures that got better",
    ...compared,
    says: (count) => `${count === 1 ? "is" : "are"} better than the time before`,
    suggestions: ["Which measures are in the plan?"],
  },
  worse: {
    title: "Figures that got worse",
    ...compared,
    says: (count) => `${count === 1 ? "is" : "are"} worse than the time before`,
    suggestions: ["Which figures are missing?"],
  },
  met: { title: "Targets met", ...aimed, says: (count) => `${count === 1 ? "meets" : "meet"} the target`, suggestions: ["Which figures are missing?"] },
  missed: {
    title: "Targets not met",
    ...aimed,
    says: (count) => `${count === 1 ? "does" : "do"} not meet the target yet`,
    suggestions: ["Which figures are missing?"],
  },
  "never reported": { title: "Never reported", among: () => true, amongWords: "", says: () => "never had a figure", suggestions: ["Who has not reported?"] },
  "no target": {
    title: "Measures without a target",
    among: () => true,
    amongWords: "",
    says: (count) => `${count === 1 ? "has" : "have"} no target`,
    suggestions: [],
  },
  "no baseline": {
    title: "Measures without a baseline",
    among: () => true,
    amongWords: "",
    says: (count) => `${count === 1 ? "has" : "have"} no baseline`,
    suggestions: [],
  },
};

/** The measures that a judgement is true of, where a time is given by figures for periods that ended in it. */
export async function judgedAnswer(judgement: Judgement, { scope, person, window, carried }: JudgedAsked, context: AnswerContext): Promise<Answer> {
  const scoped = scopeOf(context, scope);
  const place = scoped.type === "action" ? scopeOf(context, scoped.priority.id) : scoped;
  const { measures } = await stateIn(context, place, person);
  // A figure that was reported for a period which ended in the time asked for.
  const inTime = window ? measures.filter(({ newest }) => newest && newest.ends >= window.from && newest.ends <= window.to) : measures;
  const all = inTime.length ? inTime : measures;
  const counted = all.filter(words[judgement].among);
  const found = counted.filter((one) => isJudged(one, judgement));
  if (judgement === "missed") found.sort((a, b) => shortfall(b) - shortfall(a));
  const names = await namesOf(
    context,
    found.map(({ item }) => dutyOf(item)),
  );
  const where = whereOf(context, place, person);
  return answerIn("rows", {
    carried,
    title: `${words[judgement].title}${where}${window && inTime.length ? ` ${inWindow(window)}` : ""}`,
    lead: [
      ...(window && !inTime.length ? [`The newest figures are not of ${window.label}, so here are the newest there are.`] : []),
      sentence(judgement, found, counted, all, where),
    ],
    sections: section("", found, (one) => judgedRow(judgement, one, context, names)),
    gaps: [],
    sources: sourcesOf(context, { figures: found.flatMap(({ newest }) => newest ?? []), statuses: false }),
    suggestions: suggest(found[0] && `What is the latest figure for ${found[0].item.id}?`, ...words[judgement].suggestions),
  });
}

function whereOf(context: AnswerContext, scoped: Scoped, person: string | undefined): string {
  const place = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
  return person ? `${place} that ${isAsker(context, person) ? "you report" : `${person} reports`}` : place;
}

function sentence(judgement: Judgement, found: MeasureStatus[], counted: MeasureStatus[], all: MeasureStatus[], where: string): string {
  const { amongWords, says } = words[judgement];
  const among = amongWords ? ` ${amongWords}` : "";
  if (!all.length) return `There are no measures${where}.`;
  if (!counted.length) return `No measure${where} can be judged so: none has ${amongWords.replace("with ", "")}.`;
  if (found.length) return `${found.length} of ${plural(counted.length, "measure")}${among}${where} ${says(found.length)}.`;
  return `${restOf(judgement, counted)}${where}.`;
}

/** What is so instead, where nothing is as asked. */
function restOf(judgement: Judgement, counted: MeasureStatus[]): string {
  const having = (other: Judgement) => counted.filter((one) => isJudged(one, other)).length;
  const measures = counted.length === 1 ? "The one measure" : `All ${plural(counted.length, "measure")}`;
  if (judgement === "better" || judgement === "worse") {
    const other = judgement === "better" ? "worse" : "better";
    const level = counted.length - having(other);
    return `No figure got ${judgement}: ${listed([...(having(other) ? [`${having(other)} got ${other}`] : []), ...(level ? [`${level} stayed level`] : [])])}`;
  }
  if (judgement === "met") return `No target is met yet of ${plural(counted.length, "measure")} with a target and a figure`;
  if (judgement === "missed") return `${measures} with a target and a figure ${counted.length === 1 ? "meets" : "meet"} it`;
  const what = { "never reported": "a figure", "no target": "a target", "no baseline": "a baseline" }[judgement];
  return `${measures} ${counted.length === 1 ? "has" : "have"} ${what}, where one can be given`;
}

function judgedRow(judgement: Judgement, { item, newest, before, target }: MeasureStatus, { plan }: AnswerContext, names: Names): Row {
  const row = measureRow(
    plan,
    item,
    [newest, before].filter((one) => one !== undefined),
  );
  const duty = dutyOf(item);
  if (judgement === "never reported")
    return {
      id: item.id,
      text: shortened(item.measure.text, 200),
      detail: facts(`Asked for ${frequencyInWords(item).toLowerCase()}`, duty ? `Reporter: ${names(duty)}` : "Nobody named to report"),
    };
  const by = judgement === "missed" && target?.by ? capital(`${changeInWords(item.measure, target.by)} away from it`) : "";
  return { ...row, detail: facts(row.detail, by) };
}

/** Several judgements in one answer, a section each. */
export async function judgedSections(
  judgements: readonly Judgement[],
  asked: JudgedAsked,
  context: AnswerContext,
): Promise<{ sections: Section[]; lead: string[] }> {
  const answers = await Promise.all(judgements.map((judgement) => judgedAnswer(judgement, asked, context)));
  const rows = answers.flatMap((answer) => (answer.view === "rows" ? [answer.data] : []));
  return { sections: rows.flatMap(({ title, sections }) => sections.map((one) => ({ ...one, heading: title }))), lead: rows.flatMap(({ lead }) => lead) };
}
