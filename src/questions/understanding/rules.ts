/** Which question a sketch is: an ordered list, the first that knows the words answers. */
import type { Item } from "../../plan/index.js";
import type { Reading } from "../desk.js";
import type { State } from "../question.js";
import { changeStatus, reportFigure } from "./commands.js";
import { choose, reading, readingsAbout, scopeId, windowOf } from "./readings.js";
import { itemsIn, type Sketch, timeOf } from "./sketch.js";
import { carriedWords, type Subject, saysPlan, subjectOf } from "./subject.js";
import { findTopics } from "./topics.js";

export type Rule = (sketch: Sketch) => Reading[] | undefined;

const areaTypes: Item["type"][] = ["theme", "priority"];
const workTypes: Item["type"][] = ["theme", "priority", "action"];

const help =
  /^(?:help|menu|start|commands?|what next|hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|morning|afternoon|thanks?|thank you|cheers|ta|great|ok|okay)?(?: (?:there|all|waymark|bot|you|very much|so much|a lot|me|please|you very much))*[ !?.,]*$|\b(?:what|which things|what sort of things|what kind of questions) (?:can|could|do|should|may) (?:you|i|we) (?:do|ask|know|say|answer|help)\b|\bhow (?:do|does|can|should) (?:you|i|we|this|it) (?:work|use|talk|ask)\b|\b(?:what are you|what is this|who are you|how to use|what do you do|can you help|need (?:some )?help|list (?:of )?commands|examples?)\b/;

const askHelp: Rule = ({ ask, line, items, times }) => (!items.length && !times.length && (help.test(ask) || help.test(line)) ? [reading("help")] : undefined);

/** Whose: the person named, or the asker. */
function personOf(sketch: Sketch): string | undefined {
  const named = sketch.people[0];
  if (named) return named;
  return sketch.mine ? (sketch.context.asker ?? "") : undefined;
}

/** The scope and person of a list; asks back when several scopes fit alike, refuses an id that does not exist. */
function listed(
  sketch: Sketch,
  types: Item["type"][],
  says: (id: string) => string,
  make: (scope: string | undefined, person: string | undefined, carried?: string) => Reading,
): Reading[] {
  const person = personOf(sketch);
  const itemsNamed = itemsIn(sketch).length > 0 || sketch.unknown.length > 0;
  const subject: Subject =
    itemsNamed || sketch.topic.chunks.length || /\b(?:it|its|that|this|there|their|them|they)\b/.test(sketch.ask)
      ? subjectOf(sketch, { types, throughParts: true })
      : { found: "plan" };
  if (subject.found === "unknown") return [reading("unknown-id", { id: subject.id })];
  if (subject.found === "several") return [choose(sketch, subject.items, says)];
  const item = subject.found === "items" ? subject.items[0] : undefined;
  return [make(scopeId(subject), person, subject.found === "items" && subject.carried && item ? carriedWords(item) : undefined)];
}

const missing: Rule = (sketch) => {
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
  return listed(
    sketch,
    areaTypes,
    (id) => `What figures are missing in ${id}?`,
    (scope, person, carried) =>
      reading("missing", { scope, person, window: window && !window.soon && window.step === undefined ? windowOf(window) : undefined, carried }),
  );
};

const unled: Rule = ({ ask }) =>
  /\b(?:no|without(?: an?| any)?|lacks?|lacking|missing|needs?|not got|not have|have not got)(?: a| an| any| named)* (?:leads?|owners?|reporters?|lead officers?)\b|\b(?:unassigned|not assigned|unowned|orphan(?:ed)?|unled|who has nothing|nobody (?:leads|owns|leading|is leading|in charge)|no one (?:leads|owns|is leading|leading|responsible)|who has no(?:thing| work))\b/.test(
    ask,
  )
    ? [reading("unled", { what: unledWhat(ask) })]
    : undefined;

const unledWhat = (ask: string): string | undefined =>
  /\breporters?\b/.test(ask) ? "measures" : ["priorities", "actions", "measures"].find((noun) => nounOf(ask) === noun);

const leadWords =
  "(?:leads?|leading|led|owns?|owned|owner|owners|responsible|accountable|in charge|charge|looks? after|looking after|runs?|running|handles?|handling|manages?|managing|contact|contacts|speak to|talk to|speak with|talk to|ask about|heads?|heading|drives?|driving|delivers|delivering|working on|works on|doing|person for|officer|sponsors?|on point|chase|email|belongs? to|point of contact|assigned to|name)";
const reporterWords = /\b(?:reports?|reporting|reporter|reporters|provides?|supplies|submits?|gives?|collects?|enters?|records?|sends?|fills? in|inputs?)\b/;

const leads: Rule = (sketch) => {
  const { ask } = sketch;
  const who = /\b(?:who|whom|whose|which (?:officer|person|manager|member of staff|lead))\b/.test(ask);
  const noun =
    /\b(?:leads?|owners?|lead officer|named lead|contact|responsible officer|person responsible|reporter) (?:for|of|on|is|in)\b|\b(?:leads?|owner|lead officer|reporter) ?\??$/.test(
      ask,
    ) && !/\b(?:do|does|did|i|they) (?:\S+ )?(?:lead|own)\b/.test(ask);
  if (!who && (!noun || /\bactions\b/.test(ask))) return undefined;
  if (who && !/^(?:and |so |also )*(?:who|whose|whom)\b/.test(ask) && !new RegExp(`\\b${leadWords}\\b`).test(ask) && !reporterWords.test(ask)) return undefined;
  if (/\b(?:last )?(?:changed|updated|edited|reported last|said|entered|put in|latest figure)\b/.test(ask)) return undefined;
  const reporter = reporterWords.test(ask) && !/\blead\b/.test(ask);
  // "the health lead" asked about with "who" is a subject, not a person known by name.
  const unnamed: Sketch = sketch.byAddress ? sketch : { ...sketch, people: [] };
  const subject = subjectOf(unnamed, { types: reporter ? ["measure"] : workTypes, throughParts: !reporter });
  const make = (item: Item) => reading("leads", { scope: item.id });
  if (subject.found === "nothing" && !subject.strange.length) return [reading("leads", { scope: "plan" })];
  return readingsAbout(
    sketch,
    subject,
    make,
    (id) => `Who ${reporter ? "reports" : "leads"} ${id}?`,
    () => reading("leads", { scope: "plan" }),
  );
};

const held: Rule = (sketch) => {
  const { ask, people } = sketch;
  const person = personOf(sketch);
  if (person === undefined || sketch.states.length || timeOf(sketch) || itemsIn(sketch).length) return undefined;
  const onlyPerson = people.length > 0 && !sketch.topic.chunks.length;
  const has = new RegExp(
    `\\b${leadWords}\\b|\\b(?:have|has|got|plate|working|doing|down for|responsibilities|portfolio|remit|assigned|actions?|priorities|measures?|stuff|work|list|things|items|everything|mine|tasks?|report|reports|reporting)\\b`,
  ).test(ask);
  if (!onlyPerson && !has) return undefined;
  if (/\bmeasures?|figures?\b/.test(ask) && /\b(?:report|reports|reporting)\b/.test(ask) && !sketch.mine && !onlyPerson) return undefined;
  return [reading("held", { person })];
};

const overdue: Rule = (sketch) => {
  const { ask } = sketch;
  if (
    !/\b(?:overdue|late|missed|slipped|slippage|slipping|overrun|overran|lapsed|elapsed|expired|outstanding|delayed|past (?:its|the|their|due|deadline|date)|(?:gone|run|went|going|gone well) (?:past|over|beyond)|passed (?:its|the|their)|behind (?:schedule|time|deadline)|running (?:late|behind|over)|should have (?:been|finished|happened))\b/.test(
      ask,
    )
  )
    return undefined;
  if (/\bhow many\b|\bnumber of\b|\bcount\b/.test(ask) && !/\bdays\b/.test(ask)) return undefined;
  if (/\b(?:most|furthest|worst)\b/.test(ask)) return undefined;
  return listed(
    sketch,
    workTypes,
    (id) => `What is overdue in ${id}?`,
    (scope, person, carried) => reading("overdue", { scope, person, carried }),
  );
};

const nouns: [RegExp, string][] = [
  [/\bmilestones?\b/, "milestones"],
  [/\b(?:actions?|tasks?|projects?|activities)\b/, "actions"],
  [/\bpriorit(?:y|ies)\b/, "priorities"],
  [/\bthemes?\b/, "themes"],
  [/\b(?:measures?|indicators?|kpis?|metrics?)\b/, "measures"],
];
const nounOf = (text: string): string | undefined => nouns.find(([pattern]) => pattern.test(text))?.[1];

const count: Rule = (sketch) => {
  const { ask, states } = sketch;
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
      ? (nounOf(ask) ?? whatFor(sketch))
      : undefined);
  if (!noun) return undefined;
  const subjectPart = { ...sketch, topic: { ...sketch.topic, strange: [] } };
  const previous = /\b(?:of (?:them|those|these)|them)\b/.test(ask) ? sketch : subjectPart;
  return listed(
    previous,
    areaTypes,
    (id) => `How many ${noun} in ${id}?`,
    (scope, _, carried) => reading("count", { what: noun, states: statesAsked(states), scope, list: false, carried }),
  );
};

const statesAsked = (states: State[]): State[] | undefined => (states.length ? states : undefined);
const whatFor = ({ context: { before } }: Sketch): string => {
  const what = before.at(-1)?.args.what;
  return typeof what === "string" ? what : "actions";
};

const compare: Rule = (sketch) => {
  const { ask, states } = sketch;
  if (!/\b(?:compare|compared|comparing|comparison|versus|vs|against|difference between|more|fewer|less|better|worse|further|or|ahead|between)\b/.test(ask))
    return undefined;
  const items = itemsIn(sketch);
  const all = items.length > 1 ? items : areasNamed(sketch);
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

/** Themes named by name, in the order of the plan. */
function areasNamed({ topic, context: { guide } }: Sketch): Item[] {
  const words = new Set(topic.chunks.flat());
  return guide.catalogue.themes.filter(({ theme }) =>
    theme.name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words.has(word)),
  );
}

const ranking: Rule = (sketch) => {
  const { ask } = sketch;
  const worst =
    /\b(?:furthest|farthest|most|worst|weakest|slowest|least|biggest|lowest|poorest)\b.*\b(?:behind|overdue|late|trouble|progress|performing|doing|concern|worry|problem|risk|off track|red|theme|priority|action|one|attention|complete|advanced|on track)\b|\b(?:furthest|most) behind\b|\b(?:doing|performing|going) (?:the )?worst\b|\bworst\b/.test(
      ask,
    );
  const best =
    /\b(?:best|strongest|furthest (?:ahead|along|on|forward)|most (?:complete|advanced|progress|on track|green)|doing well|ahead)\b/.test(ask) &&
    /\b(?:best|strongest|furthest|most)\b/.test(ask);
  if (!worst && !best) return undefined;
  if (itemsIn(sketch).some((item) => item.type === "action" || item.type === "measure")) return undefined;
  const what = nounOf(ask);
  return listed(
    sketch,
    areaTypes,
    (id) => `What is furthest behind in ${id}?`,
    (scope, _, carried) =>
      reading("ranking", { what: what === "priorities" || what === "themes" ? what : "actions", end: best ? "best" : "worst", scope, carried }),
  );
};

const which: Rule = (sketch) => {
  const { ask, states } = sketch;
  if (!states.length) return undefined;
  const items = itemsIn(sketch);
  const noun = nounOf(ask);
  const asksWhich =
    /\b(?:which|what|list|any|anything|all|everything|ones|show|name|see|things|items|stuff|are there|is there)\b/.test(sketch.rest) ||
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
  const person = personOf(sketch);
  if (person !== undefined && what === "actions") return [reading("actions", { scope: "plan", states, person })];
  const topical = sketch.topic.chunks.length > 0 || items.length > 0 || sketch.unknown.length > 0;
  if (what === "actions" && topical) {
    const scoped = listed(
      sketch,
      areaTypes,
      (id) => `Which actions in ${id} are ${states[0]}?`,
      (scope, _, carried) => reading("actions", { scope: scope ?? "plan", states, carried }),
    );
    return scoped;
  }
  return listed(
    sketch,
    areaTypes,
    (id) => `Which ${what} in ${id} are ${states[0]}?`,
    (scope, _, carried) => reading("count", { what, states, scope, list: true, carried }),
  );
};

const calendar: Rule = (sketch) => {
  const { ask } = sketch;
  const time = timeOf(sketch);
  const alone = !itemsIn(sketch).length && !sketch.topic.chunks.length && !sketch.unknown.length;
  if (
    /\b(?:what|which) (?:plan |financial )?(?:year|quarter) (?:are we|is it|is this|am i|do we)\b|\b(?:what|which) (?:year|quarter) of the plan\b|\bwhat (?:is )?(?:the |today is )?(?:date|day)(?: is it)?(?: today)?\b|\bwhere are we in the year\b/.test(
      ask,
    ) &&
    alone
  )
    return [reading("calendar", {})];
  if (!time?.year || !alone) return undefined;
  const asksDates = /\b(?:when|what (?:date|day)s?|dates? (?:of|for)|starts?|ends?|ended|begins?|started|cover|covers|mean|means|run from|how long)\b/.test(
    ask,
  );
  if (
    !asksDates ||
    /\b(?:due|deadlines?|milestones?|actions?|must|has to|have to|should|anything|happening|coming|by ⟦)\b/.test(ask) ||
    /\b(?:by|before|until) the end\b/.test(sketch.line)
  )
    return undefined;
  return [
    reading("calendar", {
      year: time.year,
      quarter: time.quarter,
      of: /\b(?:start|starts|started|begin|begins)\b/.test(ask)
        ? "start"
        : /\b(?:end|ends|finish|finishes|over|close|closes|ended|finished)\b/.test(ask)
          ? "end"
          : undefined,
    }),
  ];
};

const dueWords =
  /\b(?:due|deadlines?|dates?|falls?|falling|expected|expire|expires|finish|finished|finishing|complete|completed|completing|deliver|delivered|happen|happening|coming|scheduled|timetabled|milestones?|upcoming|done by|land|landing|on the horizon|wrap up|must|has to|have to|should|in place|under way|ready|timescales?|needs? to)\b/;

const due: Rule = (sketch) => {
  const { ask } = sketch;
  const time = timeOf(sketch);
  const asksDue = /\bdue\b|\bdeadlines?\b|\bmilestones?\b/.test(ask);
  if (time?.step !== undefined && /^(?:and )?(?:what|in|the|for|due|is|next|⟦\d+⟧|[?.! ])*$/.test(ask)) return undefined;
  if (!time || time.step !== undefined) {
    if (!asksDue || itemsIn(sketch).length || sketch.unknown.length || sketch.topic.chunks.length || /\b(?:when|its|it|they|their|that|them|this)\b/.test(ask))
      return undefined;
    const { today } = sketch.context;
    return [reading("due", { window: { from: today, to: plusDays(today, 28), label: "the next 28 days" }, person: personOf(sketch), soon: true })];
  }
  if (figureWords.test(ask) && !asksDue) return undefined;
  if (itemsIn(sketch).some((item) => item.type === "measure")) return undefined;
  if (/\bwhy\b|\bwho\b/.test(ask)) return undefined;
  const aboutTime =
    dueWords.test(ask) ||
    /^(?:and |what about |how about |anything |whatever |what is |what do we have |what have we got |what )*(?:in |for |on |by |over |within |during |happening |coming up |there |left )*⟦\d+⟧[ ?.]*$/.test(
      ask,
    ) ||
    /\b(?:anything|what|whats|things|stuff)\b/.test(ask);
  if (!aboutTime || (!dueWords.test(ask) && !namesSomething(sketch))) return undefined;
  return listed(
    sketch,
    workTypes,
    (id) => `What is due in ${id} in ${time.label}?`,
    (scope, person, carried) => reading("due", { window: windowOf(time), scope, person, soon: time.soon, carried }),
  );
};

/** False when there are words that could name a subject, and none of the plan's. */
function namesSomething(sketch: Sketch): boolean {
  return !sketch.topic.chunks.length || subjectOf(sketch, { types: workTypes, throughParts: true }).found !== "nothing";
}

const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const deadline: Rule = (sketch) => {
  const { ask } = sketch;
  if (
    !/\b(?:when|by when|what date|which date|what day|deadlines?|due|dates?|timescales?|timelines?|timeframe|time frame|how long|target date|end date|milestones?)\b/.test(
      ask,
    )
  )
    return undefined;
  if (/\b(?:when was|when did|when were)\b.*\b(?:last )?(?:updated|changed|reported|figure|measured)\b/.test(ask)) return undefined;
  const label = milestoneLabel(sketch);
  if (label) return [label];
  const types: Item["type"][] = ["action", "priority", "theme"];
  const byAction = saysAction(sketch) ? subjectOf(sketch, { types: ["action"] }) : undefined;
  const subject = byAction && byAction.found !== "nothing" ? byAction : subjectOf(sketch, { types });
  if (subject.found === "nothing" && !subject.strange.length) return undefined;
  return readingsAbout(
    sketch,
    subject,
    (item) => (item.type === "measure" ? reading("figure", { measure: item.id }) : reading("deadline", { scope: item.id })),
    (id) => `When is ${id} due?`,
  );
};

/** "the action on rural communities", "the pilot": a single action is meant, not its priority. */
const saysAction = ({ ask }: Sketch): boolean => /\b(?:action|task|pilot|project)\b/.test(ask);

/** A milestone called by its label: "the helpers trained milestone", "when is the ECALM roll out". */
function milestoneLabel(sketch: Sketch): Reading | undefined {
  const words = new Set(sketch.ask.split(" "));
  const named = itemsIn(sketch).find((item) => item.type === "action");
  const fits = sketch.context.guide.catalogue.actions.flatMap(({ action, priority }) =>
    (action.milestones ?? []).flatMap(({ label }) =>
      label
        ?.toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .every((word) => words.has(word))
        ? [{ action, priority, label }]
        : [],
    ),
  );
  const inside = named?.type === "action" ? fits.filter(({ action }) => action.id === named.id) : fits;
  if (inside.length === 1 && inside[0]) return reading("deadline", { scope: inside[0].action.id, label: inside[0].label });
  const actions = new Set(inside.map(({ action }) => action.id));
  if (inside.length > 1 && actions.size === 1) return reading("deadline", { scope: inside[0]?.action.id });
  const subject = inside.length ? subjectOf(sketch, { types: ["action"] }) : undefined;
  const fit = subject?.found === "items" ? inside.find(({ action }) => action.id === subject.items[0]?.id) : undefined;
  return fit && reading("deadline", { scope: fit.action.id, label: fit.label });
}

export const figureWords =
  /\b(?:figures?|numbers?|values?|latest|results?|data|readings?|scores?|how many|how much|trends?|trending|going up|going down|up or down|gone up|gone down|(?:come|came|gone|went|going) (?:up|down)|rising|rises|risen|falling|fallen|increas\w+|decreas\w+|improv\w+|worse|better|growing|grown|dropp?\w*|aiming for|(?<!rag )(?:ratings?|scores?)|targets?|baselines?|starting point|percentage|measures?|indicators?|kpis?|metrics?|history|statistics|rate|levels?|total|compared|hit|reached?|met)\b/;

const aspectOf = (ask: string): string | undefined => {
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

const figure: Rule = (sketch) => {
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
const figureInTime: Rule = (sketch) => {
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

const actions: Rule = (sketch) => {
  const { ask } = sketch;
  const plural = /\b(?:actions|tasks|activities|steps|to dos|projects|deliverables)\b/.test(ask);
  const doing =
    /\bwhat (?:are|is|do|have) (?:we|you|they|being|the council|the service|there) (?:actually )?(?:doing|done|planning|planned|going to do|to do|being done|plan to do|committed|promised|in there)\b|\bwhat (?:is|are) (?:being done|planned|in|involved|under|inside|included)\b|\bwhat (?:sits|comes|falls|is there) (?:in|under|within|inside)\b|\bbreak ?down\b|\bwhat does «\d+» (?:involve|include|cover|contain|consist)\b|^(?:list|show|outline|display|what is in|contents of) \b/.test(
      ask,
    );
  if (!plural && !doing) return undefined;
  if (/\b(?:status|rag|progress|how)\b/.test(ask) && !/\b(?:list|which|what|show|all)\b/.test(ask)) return undefined;
  const person = personOf(sketch);
  const states = statesAsked(sketch.states);
  if (person !== undefined) return [reading("actions", { scope: "plan", states, person })];
  if (/\b(?:priorities|themes)\b/.test(ask) && !plural) return undefined;
  const subject = subjectOf(sketch, { types: areaTypes, throughParts: true });
  if (subject.found === "nothing" && subject.strange.length && !plural) return undefined;
  if (subject.found === "nothing" && !subject.strange.length) return plural ? [reading("actions", { scope: "plan", states })] : undefined;
  return readingsAbout(
    sketch,
    subject,
    (item) => (item.type === "action" || item.type === "measure" ? undefined : reading("actions", { scope: item.id, states })),
    (id) => `List the actions in ${id}`,
    () => reading("actions", { scope: "plan", states }),
  );
};

const standingWords =
  /\b(?:how|hows|status|state|rag|rating|doing|going|progress|progressing|track|up to|up to date|where|update|getting on|coming along|coming on|faring|look|looking|finished|complete|completed|done|started|begun|begin|colour|red|amber|green|blue|why|reason|reasons|position|health|shape|performing|performance|things|stand|standing|stands|overview|summary|summarise|tell|about|explain|detail|details|cancelled|late|behind|risk|good|ok|okay|fine|happening|latest|news|any|is|are|has|have|headway|well|closed|under way|underway|ready|met|whats|what|show|give|changed|updated)\b/;

const askedOf: Partial<Record<State, string>> = {
  complete: "complete",
  green: "on-track",
  amber: "at-risk",
  red: "off-track",
  "not-started": "not-started",
  cancelled: "cancelled",
};

const standing: Rule = (sketch) => {
  const { ask, states } = sketch;
  const actionMeant = saysAction(sketch);
  const why = /\bwhy\b|\breasons?\b|\bexplain\b|\bcause\b|\bhow come\b/.test(ask) || undefined;
  const asked =
    /\b(?:started|begun|under way|underway|kicked off)\b/.test(ask) && !states.includes("not-started")
      ? "started"
      : states.length === 1
        ? askedOf[states[0] as State]
        : undefined;
  const make = (scope: string, unknown?: string[]) => reading("standing", { scope, asked, why, unknown: unknown?.length ? unknown : undefined });
  const plan = () => make("plan");
  const measured = actionMeant || itemsIn(sketch).length || sketch.unknown.length ? undefined : measureMeant(sketch);
  if (measured) return measured;
  const subject = actionMeant
    ? subjectOf(sketch, { types: ["action", "priority", "theme"] })
    : byPriority(subjectOf(sketch, { types: workTypes, throughParts: true }), sketch);
  if (subject.found === "nothing") {
    if (subject.strange.length || !standingWords.test(ask) || sketch.topic.chunks.length) return undefined;
    return saysPlan(sketch) || /\b(?:status|progress|overview|summary|how are (?:we|things)|how is (?:it|everything)|priorities|themes)\b/.test(ask)
      ? [plan()]
      : undefined;
  }
  const unknown = subject.found === "items" && itemsIn(sketch).length ? attributeAsked(sketch) : undefined;
  return readingsAbout(
    sketch,
    subject,
    (item) => (item.type === "measure" ? reading("figure", { measure: item.id }) : make(item.id, unknown)),
    (id) => `How is ${id} doing?`,
    plan,
  );
};

/** "how are school visits doing": the words of a measure, and hardly of anything else. */
function measureMeant(sketch: Sketch): Reading[] | undefined {
  const { guide } = sketch.context;
  const best = findTopics(sketch.topic, guide, { types: ["measure"] })[0];
  if (
    !best ||
    best.score < 0.85 ||
    sketch.topic.chunks.flat().length < 2 ||
    findTopics(sketch.topic, guide, { types: workTypes }).some(({ score }) => score >= 0.6)
  )
    return undefined;
  const subject = subjectOf(sketch, { types: ["measure"] });
  return readingsAbout(
    sketch,
    subject,
    (item) => reading("figure", { measure: item.id, aspect: aspectOf(sketch.ask) }),
    (id) => `Latest figure for ${id}`,
  );
}

/** Several actions that fit alike are asked about by their priorities. */
function byPriority(subject: Subject, { context: { guide } }: Sketch): Subject {
  if (subject.found !== "several") return subject;
  const items = [...new Set(subject.items.map((item) => ("priority" in item ? (guide.catalogue.find(item.priority.id) as Item) : item)))];
  return items.length === 1 ? { found: "items", items } : { found: "several", items };
}

/** "what is the budget for 2.3": words asked about that the plan knows nothing of. */
function attributeAsked({ ask, topic }: Sketch): string[] | undefined {
  if (!/\b(?:what|how much|how many|which|where)\b/.test(ask) || /\b(?:status|rag|progress|doing|going|happening)\b/.test(ask)) return undefined;
  return topic.strange.length ? topic.strange.slice(0, 3) : undefined;
}

/** In order: what wants to write, then the narrow questions, then the wide ones. */
export const rules: readonly Rule[] = [
  askHelp,
  reportFigure,
  count,
  changeStatus,
  missing,
  unled,
  compare,
  ranking,
  overdue,
  calendar,
  figureInTime,
  due,
  leads,
  which,
  held,
  deadline,
  figure,
  actions,
  standing,
];
