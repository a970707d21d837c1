/** How many, which ones, side by side, and furthest behind. */
import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import { stopWords } from "../lexicon.js";
import { reading } from "../readings.js";
import { findTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { areaTypes, countedBefore, listed, nounOf, personOf, type Rule, statesAsked } from "./rule.js";

/** "how many actions are red in Place" */
export const count: Rule = (utterance) => {
  const { ask, states } = utterance;
  const how = /\b(?:how many|number of|count(?: of)?|total (?:number )?(?:of )?|what (?:proportion|percentage|share|fraction) of|how much of)\b (.*)$/.exec(
    ask,
  );
  if (!how) return undefined;
  const said = (how[1] as string).replace(/^(?:(?:of|the|our|these|those) )+/, "");
  const head = said.split(/\b(?:in|under|for|of the|are|is|have|has|were)\b/)[0] ?? "";
  const noun =
    nounOf(head) ??
    (/^(?:the |our |of |them |those |things |items |are |is |have |has |overdue|late|red|amber|green)*(?:are|is|have|has|things|items|overdue|late|red|amber|green|\?|$)/.test(
      said,
    )
      ? (nounOf(ask) ?? countedBefore(utterance))
      : undefined);
  // "number of targeted projects for population growth": a measure, not how many actions there are.
  if (!nounOf(head) || !/\b(?:actions?|priorit|themes?|measures?|milestones?)/.test(head)) {
    const best = findTopics(utterance.topic, utterance.context.planIndex, { types: ["measure"] })[0];
    if (best && best.score >= 0.75) return undefined;
  }
  if (!noun || (timeOf(utterance) && /\bdue\b|\bdeadlines?\b/.test(ask))) return undefined;
  if (noun === "measures" && /\b(?:targets?|baselines?)\b/.test(ask)) return [reading("measures", { scope: "plan", aspect: "target" })];
  const subjectPart = { ...utterance, topic: { ...utterance.topic, strange: [] } };
  const previous = /\b(?:of (?:them|those|these)|them)\b/.test(ask) ? utterance : subjectPart;
  return listed(
    previous,
    areaTypes,
    (id) => `How many ${noun} in ${id}?`,
    (scope, _, carried) => reading("count", { what: noun, states: statesAsked(states), scope, list: false, carried }),
  );
};

/** "is People doing better than Place" */
export const compare: Rule = (utterance) => {
  const { ask, states } = utterance;
  if (!/\b(?:compare|compared|comparing|comparison|versus|vs|against|difference between|more|fewer|less|better|worse|further|or|ahead|between)\b/.test(ask))
    return undefined;
  const items = itemsIn(utterance);
  const all = items.length > 1 ? items : areasNamed(utterance);
  if (
    all.length < 2 ||
    !/\b(?:compare|compared|comparing|comparison|versus|vs|more|fewer|less|better|worse|further|furthest|ahead|difference|which|or|against|most|least)\b/.test(
      ask,
    )
  )
    return undefined;
  if (all.some((item) => item.type === "action" || item.type === "measure")) return undefined;
  const noun = nounOf(ask.replace(/«\d+»/g, " "));
  return [
    reading("compare", {
      scopes: all.map((item) => item.id).slice(0, 4),
      what: noun === "actions" || noun === "priorities" ? noun : undefined,
      states: statesAsked(states),
    }),
  ];
};

/** Themes and priorities whose name was said in full, in the order of the plan; a priority within a theme's name does not count twice. */
function areasNamed({ topic, context: { planIndex } }: Utterance): Item[] {
  const words = new Set(topic.chunks.flat());
  const telling = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && !stopWords.has(word));
  const isSaid = (name: string) => telling(name).length > 0 && telling(name).every((word) => words.has(word));
  const themes = planIndex.catalogue.themes.filter(({ theme }) => isSaid(theme.name));
  const called = new Set(themes.flatMap(({ theme }) => telling(theme.name)));
  const priorities = planIndex.catalogue.priorities.filter(
    ({ priority }) => isSaid(priority.title) && telling(priority.title).some((word) => !called.has(word)),
  );
  return [...themes, ...priorities];
}

const isWorst = [
  /\b(?:furthest|farthest|most|worst|weakest|slowest|least|biggest|lowest|poorest)\b.*\b(?:behind|overdue|late|trouble|progress|performing|doing|concern|worry|problem|risk|off track|red|theme|priority|action|one|attention|complete|advanced|on track)\b/,
  /\b(?:furthest|most) behind\b|\b(?:doing|performing|going) (?:the )?worst\b|\bworst\b/,
  /\b(?:bottom of the (?:class|pile|league|list)|bringing up the rear|lagging (?:furthest|most)|the laggards?)\b/,
];
const isBest = [
  /\b(?:best|strongest)\b|\bfurthest (?:ahead|along|on|forward)\b|\bmost (?:complete|advanced|progress|on track|green)\b/,
  /\b(?:romping|racing|storming|streaking|streets|well|way|miles|furthest) (?:away )?ahead\b|\bahead of the (?:rest|others|pack|field)\b/,
  /\b(?:top of the (?:class|pile|league)|leading the (?:way|pack|field)|star performers?|out in front)\b/,
  /\b(?:star (?:pupil|turn)|gold (?:medal|star)s?|top performing|top performers?|most successful|front runners?|flagship performer|(?:most|furthest) in front)\b/,
];
/** Says so of what is ranked; alone it asks for no ranking. */
const leansBest = /\b(?:top|leading|flying|shining|winning|winner|winners|successful|in front|out front)\b/;
const leansWorst = /\b(?:worst|behind|weak\w*|slow\w*|trouble|concern\w*|worr\w+|risks?|overdue|late|off track|reds?|bottom|laggards?|failing|problems?)\b/;

const asksBest = (ask: string): boolean => isBest.some((pattern) => pattern.test(ask)) || (leansBest.test(ask) && !leansWorst.test(ask));

/** Which end of a ranking is asked for, and of what. */
export function rankedBy(ask: string): Pick<ArgsOf<"ranking">, "what" | "end"> {
  const noun = nounOf(/\bwhich (\w+)/.exec(ask)?.[1] ?? "") ?? nounOf(ask);
  return { what: noun === "priorities" || noun === "themes" ? noun : "actions", end: asksBest(ask) ? "best" : "worst" };
}

/** "which priority is furthest behind" */
export const ranking: Rule = (utterance) => {
  const { ask } = utterance;
  if (![...isWorst, ...isBest].some((pattern) => pattern.test(ask))) return undefined;
  if (itemsIn(utterance).some((item) => item.type === "action" || item.type === "measure")) return undefined;
  return listed(
    utterance,
    areaTypes,
    (id) => `What is furthest behind in ${id}?`,
    (scope, _, carried) => reading("ranking", { ...rankedBy(ask), scope, carried }),
  );
};

/** "which actions are amber", "helen stroud's ambers" */
export const which: Rule = (utterance) => {
  const { ask, states } = utterance;
  if (!states.length) return undefined;
  const items = itemsIn(utterance);
  const noun = nounOf(ask);
  const person = personOf(utterance);
  // "helen stroud's ambers"
  const onlyPerson = utterance.people.length > 0 && /^(?:‹\d+›|s|and|only|just|all|the|[?.!, ])+$/.test(utterance.rest);
  const asksWhich =
    onlyPerson ||
    /\b(?:which|what|list|any|anything|all|everything|ones|show|name|see|things|items|stuff|are there|is there)\b/.test(utterance.rest) ||
    (noun !== undefined && /\b(?:actions|priorities|themes|measures|milestones)\b/.test(ask));
  if (!asksWhich || (items.length === 1 && !noun && !/\b(?:any|anything|which|everything|things|items|what)\b/.test(ask))) return undefined;
  if (
    /\bwhat (?:is )?(?:the )?(?:status|rag|rating|state|progress|position)\b|\bwhat (?:has|have|is being|did)\b.*\b(?:done|achieved|delivered)\b|^(?:and )?(?:is|are) (?:«|the\b)/.test(
      ask,
    ) &&
    !noun
  )
    return undefined;
  if (noun === "measures" || noun === "milestones") return undefined;
  if (
    noun &&
    /\b(?:action|priority|theme)\b/.test(ask) &&
    !/\b(?:which|what|any) (?:action|priority|theme)\b/.test(ask) &&
    !/\b(?:actions|priorities|themes)\b/.test(ask)
  )
    return undefined;
  const what = noun ?? (/\b(?:red|amber|green|blue)\b/.test(ask) ? "priorities" : "actions");
  if (person !== undefined && (what === "actions" || onlyPerson)) return [reading("actions", { scope: "plan", states, person })];
  // "wifi and computers, any problems?" asks how they stand.
  const worried = /\b(?:problems?|trouble|concerns?|worr\w+|issues?)\b/.test(ask) && !noun;
  if (worried && (utterance.topic.chunks.length || items.length)) return undefined;
  const topical = utterance.topic.chunks.length > 0 || items.length > 0 || utterance.unknown.length > 0;
  if (what === "actions" && topical) {
    const scoped = listed(
      utterance,
      areaTypes,
      (id) => `Which actions in ${id} are ${states[0]}?`,
      (scope, _, carried) => reading("actions", { scope: scope ?? "plan", states, carried }),
    );
    return scoped;
  }
  if (what === "actions") return [reading("actions", { scope: "plan", states })];
  return listed(
    utterance,
    areaTypes,
    (id) => `Which ${what} in ${id} are ${states[0]}?`,
    (scope, _, carried) => reading("count", { what, states, scope, list: true, carried }),
  );
};
