/** Measures and their figures, and which are missing. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { Item } from "../../plan/index.js";
import { asksAspect, aspectOf } from "../aspects.js";
import { mostChoices, reading, readingsAbout, windowOf } from "../readings.js";
import { carriedWords, type Subject, subjectOf } from "../subject.js";
import { findTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { areaTypes, listed, type Rule } from "./rule.js";

/** "Has everybody reported", "are all the Q2 figures in", "who still has to report", "how many figures are in": answered with what is not. */
const allIn =
  /\b(?:has|have) (?:every ?one|every ?body|they all|all|‹\d+›|i)\b.*\b(?:reported|submitted|done (?:it|their|my)|sent)\b|\bdid (?:every ?one|every ?body|i|‹\d+›) (?:report|submit|send)\b|\b(?:are|is) (?:all|every) (?:(?:of|the|our|my|⟦\d+⟧) )*(?:figures?|returns?|numbers|data) in\b|\bhow many (?:(?:of|the|our) )*(?:⟦\d+⟧ )?figures (?:are|have come|came) in\b|\bwho (?:still |has |have |else )*(?:needs?|has|have|must|got) (?:still )?to (?:report|submit)\b|\bwho (?:has|have) (?:already )?(?:reported|submitted)\b(?! «)|\bwho (?:has|have) not (?:done|sent|given|handed in|made)\b.*\b(?:returns?|figures?|numbers)\b|^(?:the )?chase list[ ?.]*$/;
/** "Who do I need to chase": for figures, unless something of the plan is named. */
const chase =
  /\b(?:who|whom) (?:do|should|must|can|shall) i (?:\w+ )*chase(?: up)?(?: (?:for|about) (?:(?:the|their|missing|late|⟦\d+⟧) )*(?:figures?|returns?|numbers|reports?|data))?(?: (?:for|in) ⟦\d+⟧)?[ ?.!]*$/;

/** "which figures are missing", "who has not reported" */
export const missing: Rule = (utterance) => {
  const { ask } = utterance;
  const figureWord =
    /\b(?:figures?|measures?|data|numbers?|returns?|report|reports|reported|reporting|submission|submit|submitted|indicators?|kpis?|entered|values?)\b/.test(
      ask,
    );
  const everybody = allIn.test(ask) || chase.test(ask);
  const lacking =
    everybody ||
    /\b(?:missing|gaps?|unreported|outstanding|owe|owed|owes|still to (?:report|come|be reported|submit)|lack|lacks|lacking|chase|chasing)\b/.test(ask) ||
    /\b(?:not|no|without|never|nothing) (?:yet |been |had |got |have |a |any |recent )*(?:reported|report|figures?|data|submitted|sent|entered|numbers?|returned)\b/.test(
      ask,
    ) ||
    (/\b(?:late|behind|overdue|due|need to|have to|must|should|supposed to|left to|left for|waiting|awaiting|expecting)\b/.test(ask) &&
      /\b(?:figures?|numbers|returns?|report|data)\b/.test(ask) &&
      !/\b(?:actions?|milestones?|deadlines?)\b/.test(ask));
  if (
    !lacking ||
    (!figureWord && !everybody && !/\b(?:missing|gaps?|owe|owes|owed)\b/.test(ask)) ||
    /\b(?:missing|without|no|not|lacks?) (?:an? |any |named )*(?:leads?|owners?|reporters?|dates?|deadlines?)\b/.test(ask)
  )
    return undefined;
  if (/^what (?:do|must|should|am) i (?:\w+ to )?report(?:ing)?(?: on)?[ ?.]*$/.test(ask)) return undefined;
  const said = timeOf(utterance);
  const window = everybody && said && said.from > utterance.context.today ? utterance.gone : said;
  const chasing = chase.test(ask);
  const who = chasing || /^(?:and |so |also )*(?:who|whose|which (?:people|staff|reporters|officers))\b/.test(ask) || undefined;
  return listed(
    utterance,
    areaTypes,
    (id) => `What figures are missing in ${id}?`,
    (scope, person, carried) =>
      reading("missing", {
        scope,
        person: chasing ? undefined : person,
        who: who || undefined,
        window: window && !window.soon && window.step === undefined ? windowOf(window) : undefined,
        carried,
      }),
  );
};

export const figureWords =
  /\b(?:figures?|numbers?|values?|latest|results?|data|readings?|scores?|how many|how much|trends?|trending|going up|going down|up or down|gone up|gone down|(?:come|came|gone|went|going) (?:up|down)|rising|rises|risen|falling|fallen|increas\w+|decreas\w+|improv\w+|worse|better|growing|grown|dropp?\w*|aiming for|(?<!rag )(?:ratings?|scores?)|targets?|baselines?|starting point|percentage|measures?|indicators?|kpis?|metrics?|history|statistics|rate|levels?|total|compared|hit|reached?|met)\b/;

/** "within a year" in a measure's own words is no time that was asked about: a figure is never of days to come. */
const isStretchAhead = ({ from, to }: { from: string; to: string }, today: string): boolean => from === today && to > today;

/** Words that ask for a figure and nothing else. */
const surelyFigure =
  /\b(?:figures?|numbers?|values?|data|measures?|indicators?|kpis?|metrics?|targets?|baselines?|trends?|how many|how much|percentage|latest(?! (?:on|with|news|about|rag|status|position)\b))\b/;

/** The figure of a measure, of the period that the text names if it names one. */
function figureOf(utterance: Utterance, measure: string): Interpretation {
  const { today } = utterance.context;
  const aspect = aspectOf(utterance.ask);
  const time = (aspect === "target" ? undefined : utterance.gone) ?? timeOf(utterance);
  const asked = time && time.step === undefined && !time.soon && time.from <= today && !isStretchAhead(time, today);
  // "better than the month before" compares; it does not ask for the month before.
  const back = aspect !== "trend" && time?.step && time.step > 0 ? time.step : undefined;
  return reading("figure", { measure, window: asked ? windowOf(time) : undefined, back, aspect });
}

function measuresOf({ ask }: Utterance, scope: string, carried?: string): Interpretation {
  const aspect = aspectOf(ask);
  return reading("measures", { scope, aspect: aspect === "baseline" ? "target" : aspect === "reporter" ? undefined : aspect, carried });
}

/** The same without words that a plan may well call a priority by ("data", "numbers"). */
const onlyFigure =
  /\b(?:figures?|the (?:number|value)|measures?|indicators?|kpis?|metrics?|targets?|baselines?|trends?|how many|how much|latest(?! (?:on|with|news|about|rag|status|position)\b))\b/;

/** "what is the latest figure for school visits" */
export const figure: Rule = (utterance) => {
  const { ask } = utterance;
  const items = itemsIn(utterance);
  const measures = items.filter((item) => item.type === "measure");
  if (measures.length) return measures.slice(0, mostChoices).map(({ id }) => figureOf(utterance, id));
  if (!figureWords.test(ask) && !asksAspect(ask)) return undefined;
  const [area] = items;
  if (area && !utterance.topic.chunks.length) return area.type === "action" || !surelyFigure.test(ask) ? undefined : [measuresOf(utterance, area.id)];
  const [unknown] = utterance.unknown;
  if (unknown && !area) return [reading("unknown-id", { id: unknown })];
  const scoped = area ? { ...utterance, line: utterance.line.replace(/«\d+»/g, " ") } : utterance;
  return wholeList(utterance, scoped) ?? measureNamed(utterance, scoped, area) ?? listOfArea(utterance, area);
};

/** "measures of the carbon priority", "figures for Place": an area's list rather than one measure. */
function wholeList(utterance: Utterance, scoped: Utterance): Interpretation[] | undefined {
  const { ask } = utterance;
  if (!/\b(?:measures|indicators|kpis|metrics|figures for|numbers for)\b/.test(ask)) return undefined;
  const found = subjectOf(utterance, { types: areaTypes });
  if (found.found === "plan" || (found.found === "nothing" && !found.strange.length)) return [measuresOf(utterance, "plan")];
  const item = found.found === "items" ? found.items[0] : undefined;
  if (!item || item.type === "measure") return undefined;
  const onlyFigures = /\bfigures? for|numbers? for\b/.test(ask) && !/\bmeasures|indicators|kpis\b/.test(ask) && item.type !== "theme";
  if (onlyFigures && subjectOf(scoped, { types: ["measure"] }).found === "items") return undefined;
  return [measuresOf(utterance, item.id, found.found === "items" && found.carried ? carriedWords(item) : undefined)];
}

/** One measure by its words; inside the area where one is named. */
function measureNamed(utterance: Utterance, scoped: Utterance, area: Item | undefined): Interpretation[] | undefined {
  if (!onlyFigure.test(utterance.ask) && areaFitsBetter(scoped)) return [];
  const subject = subjectOf(scoped, { types: ["measure"] });
  if (subject.found !== "items" && subject.found !== "several") return undefined;
  const inside = area ? subject.items.filter((item) => "priority" in item && "priority" in area && item.priority === area.priority) : [];
  const items = inside.length ? inside : subject.items;
  const carried = subject.found === "items" ? subject.carried : false;
  const narrowed: Subject = items.length === 1 ? { found: "items", items, carried } : { found: "several", items };
  return readingsAbout(
    utterance,
    narrowed,
    (item) => (item.type === "measure" ? figureOf(utterance, item.id) : item.type === "action" ? undefined : measuresOf(utterance, item.id)),
    (id) => `${aspectOf(utterance.ask) === "target" ? "Target for" : "Latest figure for"} ${id}`,
  );
}

function listOfArea(utterance: Utterance, area: Item | undefined): Interpretation[] | undefined {
  if (area && area.type !== "action") return surelyFigure.test(utterance.ask) ? [measuresOf(utterance, area.id)] : undefined;
  if (!/\b(?:figures?|numbers?|measures?|data|results?|indicators?|kpis?|stats)\b/.test(utterance.ask)) return undefined;
  const wide = subjectOf(utterance, { types: areaTypes });
  const item = wide.found === "items" ? wide.items[0] : undefined;
  if (!item || item.type === "action") return undefined;
  return [measuresOf(utterance, item.id, wide.found === "items" && wide.carried ? carriedWords(item) : undefined)];
}

/** "falls and pressure ulcers, what is the score": a priority by its own words rather than one of its measures. */
function areaFitsBetter({ topic, context: { planIndex } }: Utterance): boolean {
  const best = (types: Item["type"][]) => findTopics(topic, planIndex, { types })[0]?.score ?? 0;
  return best(areaTypes) > best(["measure"]) + 0.05;
}

/** "formal complaints in September": a time that has begun and the words of a measure, nothing of deadlines. */
export const figureInTime: Rule = (utterance) => {
  const { ask, context } = utterance;
  const time = utterance.gone;
  if (
    !time ||
    time.step !== undefined ||
    time.soon ||
    time.from > context.today ||
    isStretchAhead(time, context.today) ||
    itemsIn(utterance).length ||
    deadlineWords.test(ask)
  )
    return undefined;
  const best = findTopics(utterance.topic, context.planIndex, { types: ["measure"] })[0];
  if (!best || best.score < 0.65) return undefined;
  const subject = subjectOf(utterance, { types: ["measure"] });
  return readingsAbout(
    utterance,
    subject,
    (item) => reading("figure", { measure: item.id, window: windowOf(time), aspect: aspectOf(ask) }),
    (id) => `Figure for ${id} in ${time.label}`,
  );
};

const deadlineWords =
  /\b(?:due|deadlines?|milestones?|must|has to|have to|should|finish\w*|complet\w*|in place|under way|overdue|late|actions?|happening|anything|coming|scheduled|planned)\b/;
