/** Measures and their figures, and which are missing. */
import { reading, readingsAbout, windowOf } from "../readings.js";
import { itemsIn, timeOf } from "../sketch.js";
import { carriedWords, type Subject, subjectOf } from "../subject.js";
import { findTopics } from "../topics.js";
import { areaTypes, listed, type Rule } from "./rule.js";

export const missing: Rule = (sketch) => {
  const { ask } = sketch;
  const figureWord =
    /\b(?:figures?|measures?|data|numbers?|returns?|report|reports|reported|reporting|submission|submit|submitted|indicators?|kpis?|entered|values?)\b/.test(
      ask,
    );
  const lacking =
    /\b(?:missing|gaps?|unreported|outstanding|owe|owed|owes|still to (?:report|come|be reported|submit)|lack|lacks|lacking|chase|chasing)\b/.test(ask) ||
    /\b(?:not|no|without|never|nothing) (?:yet |been |had |got |have |a |any |recent |been )*(?:reported|report|figures?|data|submitted|sent|entered|numbers?|returned)\b/.test(
      ask,
    ) ||
    (/\b(?:late|behind|overdue|due|need to|have to|must|should|supposed to|left to|left for|waiting|awaiting|expecting)\b/.test(ask) &&
      /\b(?:figures?|returns?|report|data)\b/.test(ask) &&
      !/\b(?:actions?|milestones?|deadlines?)\b/.test(ask));
  if (
    !lacking ||
    (!figureWord && !/\b(?:missing|gaps?|owe|owes|owed)\b/.test(ask)) ||
    /\b(?:missing|without|no|not|lacks?) (?:an? |any |named )*(?:leads?|owners?|reporters?|dates?|deadlines?)\b/.test(ask)
  )
    return undefined;
  if (/^what (?:do|must|should|am) i (?:\w+ to )?report(?:ing)?(?: on)?[ ?.]*$/.test(ask)) return undefined;
  const window = timeOf(sketch);
  const who = /^(?:and |so |also )*(?:who|whose|which (?:people|staff|reporters|officers))\b/.test(ask) || undefined;
  return listed(
    sketch,
    areaTypes,
    (id) => `What figures are missing in ${id}?`,
    (scope, person, carried) =>
      reading("missing", { scope, person, who, window: window && !window.soon && window.step === undefined ? windowOf(window) : undefined, carried }),
  );
};

export const figureWords =
  /\b(?:figures?|numbers?|values?|latest|results?|data|readings?|scores?|how many|how much|trends?|trending|going up|going down|up or down|gone up|gone down|(?:come|came|gone|went|going) (?:up|down)|rising|rises|risen|falling|fallen|increas\w+|decreas\w+|improv\w+|worse|better|growing|grown|dropp?\w*|aiming for|(?<!rag )(?:ratings?|scores?)|targets?|baselines?|starting point|percentage|measures?|indicators?|kpis?|metrics?|history|statistics|rate|levels?|total|compared|hit|reached?|met)\b/;

export const aspectOf = (ask: string): string | undefined => {
  if (/\b(?:targets?|goal|aim|aiming|on target|hit|reach|reached|met|meet|achieve|short of|off target|how far)\b/.test(ask))
    return /\bbaselines?\b/.test(ask) ? "baseline" : "target";
  if (/\b(?:baselines?|starting point|started from|started at|start from)\b/.test(ask)) return "baseline";
  if (
    /\b(?:trends?|trending|(?:come|came|gone|went|going) (?:up|down)|up or down|rising|rises|risen|falling|fallen|increas\w+|decreas\w+|improv\w+|worse|better|growing|grown|dropp?\w*|direction|moving|heading|climb\w*|compared|change|changed|up|down)\b/.test(
      ask,
    )
  )
    return "trend";
  if (
    /\breporter\b|\bwho\b.*\b(?:report|reports|reported|enters?|entered|provid\w+|suppl\w+|submit\w*|records?|recorded|gave|gives|sent|sends|collects?|put in)\b/.test(
      ask,
    )
  )
    return "reporter";
  return undefined;
};

export const figure: Rule = (sketch) => {
  const { ask } = sketch;
  const items = itemsIn(sketch);
  const measures = items.filter((item) => item.type === "measure");
  if (!measures.length && !figureWords.test(ask)) return undefined;
  const time = timeOf(sketch);
  const about = (measure: string) =>
    reading("figure", {
      measure,
      window: time && time.step === undefined && !time.soon ? windowOf(time) : undefined,
      back: time?.step && time.step > 0 ? time.step : undefined,
      aspect: aspectOf(ask),
    });
  if (measures.length)
    return readingsAbout(
      sketch,
      { found: "items", items: measures },
      (item) => about(item.id),
      (id) => id,
    );
  const area = items[0] ?? undefined;
  const measuresOf = (scope: string, carried?: string) =>
    reading("measures", { scope, aspect: aspectOf(ask) === "baseline" ? "target" : aspectOf(ask) === "reporter" ? undefined : aspectOf(ask), carried });
  if (area && !sketch.topic.chunks.length) return area.type === "action" ? undefined : [measuresOf(area.id)];
  if (sketch.unknown.length && !area) return [reading("unknown-id", { id: sketch.unknown[0] })];
  const scoped = area ? { ...sketch, line: sketch.line.replace(/«\d+»/g, " ") } : sketch;
  const listWanted = /\b(?:measures|indicators|kpis|metrics|figures for|numbers for)\b/.test(ask);
  if (listWanted) {
    const areaFound = subjectOf(sketch, { types: areaTypes });
    if (areaFound.found === "items" && areaFound.items[0] && areaFound.items[0].type !== "measure") {
      const better = subjectOf(scoped, { types: ["measure"] });
      if (
        !(
          better.found === "items" &&
          /\bfigures? for|numbers? for\b/.test(ask) &&
          areaFound.items[0].type !== "theme" &&
          !/\bmeasures|indicators|kpis\b/.test(ask)
        )
      )
        return [measuresOf(areaFound.items[0].id, areaFound.carried ? carriedWords(areaFound.items[0]) : undefined)];
    }
    if (areaFound.found === "plan" || (areaFound.found === "nothing" && !areaFound.strange.length)) return [measuresOf("plan")];
  }
  const subject = subjectOf(scoped, { types: ["measure"] });
  if (subject.found === "items" || subject.found === "several") {
    const inside =
      area && "items" in subject ? subject.items.filter((item) => "priority" in item && "priority" in area && item.priority === area.priority) : subject.items;
    const kept = inside.length ? inside : subject.items;
    const narrowed: Subject =
      kept.length === 1 ? { found: "items", items: kept, carried: subject.found === "items" ? subject.carried : false } : { found: "several", items: kept };
    return readingsAbout(
      sketch,
      narrowed,
      (item) => (item.type === "measure" ? about(item.id) : item.type === "action" ? undefined : measuresOf(item.id)),
      (id) => `${aspectOf(ask) === "target" ? "Target for" : "Latest figure for"} ${id}`,
    );
  }
  if (area && area.type !== "action") return [measuresOf(area.id)];
  const wide = subjectOf(sketch, { types: areaTypes });
  if (
    wide.found === "items" &&
    wide.items[0] &&
    wide.items[0].type !== "action" &&
    /\b(?:figures?|numbers?|measures?|data|results?|indicators?|kpis?|stats)\b/.test(ask)
  )
    return [measuresOf(wide.items[0].id, wide.carried ? carriedWords(wide.items[0]) : undefined)];
  return undefined;
};

/** "formal complaints in September": a time that has begun and the words of a measure, nothing of deadlines. */
export const figureInTime: Rule = (sketch) => {
  const { ask, context } = sketch;
  const time = timeOf(sketch);
  if (!time || time.step !== undefined || time.soon || time.from > context.today || itemsIn(sketch).length || deadlineWords.test(ask)) return undefined;
  const best = findTopics(sketch.topic, context.guide, { types: ["measure"] })[0];
  if (!best || best.score < 0.65) return undefined;
  const subject = subjectOf(sketch, { types: ["measure"] });
  return readingsAbout(
    sketch,
    subject,
    (item) => reading("figure", { measure: item.id, window: windowOf(time), aspect: aspectOf(ask) }),
    (id) => `Figure for ${id} in ${time.label}`,
  );
};

const deadlineWords =
  /\b(?:due|deadlines?|milestones?|must|has to|have to|should|finish\w*|complet\w*|in place|under way|overdue|late|actions?|happening|anything|coming|scheduled|planned)\b/;
