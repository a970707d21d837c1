/** What a column may hold, by the words that head it. What stands in the cells confirms it; see columns. Pure. */

export type Role =
  | "action"
  | "level"
  | "reference"
  | "lead"
  | "due"
  | "first due"
  | "revised due"
  | "start"
  | "done on"
  | "status"
  | "percent"
  | "note"
  | "measure"
  | "baseline"
  | "target"
  | "frequency"
  | "period";

const prefix = (words: string): string => `(?:(?:${words}) )*`;
const kindsOfActions = prefix(
  "key|main|specific|agreed|proposed|planned|priority|high level|headline|detailed|our|indicative|improvement|required|recommended|smart|project|delivery|the|supporting|proposed|council",
);
const actionNouns = "actions?|activit(?:y|ies)|tasks?|steps?|deliverables?|milestones?|initiatives?|interventions?|commitments?|projects?|work ?packages?";
const kindsOfLeads = prefix(
  "action|lead|project|responsible|accountable|delivery|named|senior|executive|officer|service|task|strategic|operational|exec|risk|main|overall|key",
);
const leadNouns =
  "leads?|leaders?|owners?|officers?|resp|responsib(?:le|ility|ilities)|accountab(?:le|ility)|actionees?|sro|who|managers?|director|sponsor|reporters?|reported by|data owner|collected by|monitored by|assigned|assigned to|allocated to|person|contact|team|department|directorate|by whom|whom|led by|delivered by|post ?holder|initials";
const kindsOfDates = prefix(
  "by|for|to|target|due|end|completion|finish|delivery|planned|proposed|expected|anticipated|agreed|implementation|action|milestone|to be|estimated|est|key|complete|completed|close|closing|next|project|overall|review|deliver|delivered",
);
const dateNouns =
  "dates?|deadlines?|ends|finishes|to be (?:done|completed|finished|delivered)|finish(?:ed)? by|time ?scales?|time ?tables?|schedule|time ?frames?|time ?lines?|timings?|when|due|by|completion|completed|complete|finish|end|years?|delivery|target date|due date";
const moved = "revised|new|current|updated|forecast|amended|latest|extended";
const original = "original|initial|first|baseline|previous";
const levels =
  "themes?|pillars?|strands?|ambitions?|aims?|goals?|priorit(?:y|ies)|objectives?|outcomes?|recommendations?|requirements?|obligations?|pledges?|workstreams?|work ?streams?|service areas?|services?|areas?|area of focus|focus areas?|focus|categor(?:y|ies)|sections?|missions?|domains?|programmes?|drivers?|commitments?|issues?|findings?|standards?|principles?|key lines? of enquiry|topics?|headings?|work ?packages?|portfolios?|issues? (?:identified|raised)|what needs to (?:change|improve|be improved)|buckets?|clusters?|chapters?";
const kindsOfLevels = prefix(
  "strategic|strategy|key|corporate|plan|our|main|high level|council|equality|equalities|priority|improvement|delivery|link to|linked|supporting|the|business|organisational",
);

/** In the order they are tried: the first that fits is the likeliest. */
const patterns: [Role, RegExp][] = [
  [
    "reference",
    /^(?:(?:action|objective|priority|item|strategy|plan|kpi|measure|unique|aim|rec|recommendation|task|activity|job|project|row) )*(?:ref(?:erence)?(?: (?:no|number|code|id))?|no|nr|num|number|id|code|#|item|job)$/,
  ],
  ["percent", /%|\bper ?cent(?:age)?\b/],
  [
    "baseline",
    /^(?:baseline|starting (?:point|position|value)|current (?:performance|figure|level|value)|\d{4}(?: ?[/-] ?\d{2,4})? (?:actual|outturn|baseline)|(?:latest|last) (?:actual|outturn|figure))\b(?! date)/,
  ],
  [
    "measure",
    /^(?:how (?:will |do )?(?:well|we|you|it)(?: will)? (?:know|measure|be measured|judge|tell)|what (?:does )?(?:success|good)|what difference|what will (?:be different|success))/,
  ],
  ["first due", new RegExp(`^(?:${original}) ${kindsOfDates}(?:${dateNouns}|targets?)$`)],
  ["revised due", new RegExp(`^(?:${moved}) ${kindsOfDates}(?:${dateNouns}|targets?)$`)],
  ["start", /^(?:(?:planned|proposed|actual|project|target) )*(?:start|started|starts|commence(?:ment)?|begin|begins|from)(?: (?:date|on|by|month|year))?$/],
  ["done on", /^(?:date (?:completed|closed|achieved|done)|(?:completed|closed|achieved) (?:on|date)|actual (?:completion|end|finish)(?: date)?)$/],
  ["due", new RegExp(`^${kindsOfDates}(?:${dateNouns})(?: (?:for|of|to) (?:completion|delivery|complete))?$`)],
  [
    "status",
    /^(?:(?:current|overall|progress|delivery|action|project|latest) )*(?:b?rag|brag|rygb?|ragb|status|state|stage|b?rag state|state of play|rag rating|b?rag (?:status|rating)|rating|on track|traffic light|colour|done|complete|completed|achieved|implemented|finished|delivered|closed|status b?rag)$/,
  ],
  ["frequency", /^(?:(?:reporting|measure|measurement|review|monitoring|collection) )*(?:frequency|period|how often|reported|cycle)$/],
  ["target", /\btargets?\b/],
  [
    "lead",
    new RegExp(
      `^${kindsOfLeads}(?:${leadNouns})(?: (?:officers?|organisations?|agenc(?:y|ies)|services?|teams?|persons?|people|department|names?|leads?|managers?|directors?|partners?|body|responsible|accountable|by|initials|s))*(?: (?:or|and)\\b.*)?$|^(?:responsib\\p{L}+|accountab\\p{L}+|who)(?: (?:for|is|will|to|by)\\b.*)?$`,
      "u",
    ),
  ],
  [
    "note",
    /^(?:(?:latest|current|recent|progress|status|quarterly|key|overall|monthly) )*(?:progress|updates?|position|commentary|narrative|evidence|achievements?|latest(?: notes?| news)?|notes? of progress|progress notes?)\b/,
  ],
  ["note", /^.{2,40} (?:progress|updates?|position|commentary)$/],
  [
    "action",
    new RegExp(
      `^${kindsOfActions}(?:${actionNouns})(?: (?:to be taken|required|needed|descriptions?|points?|details?|titles?|taken|agreed|we will take|and .*|to .*))?$`,
    ),
  ],
  [
    "action",
    /^(?:what|how)(?: (?:we|will|are|is|do|needs?|to|going|be|done|it|the|this|council|you|get|there|should|must|happen|by|want|plan|intend|aim|hope|now|next|ideally|achieved?|delivered?|respond|improve))*$|^(?:we will|title|action title|details?|(?:full )?description(?: of (?:the )?(?:works?|actions?|tasks?|activit(?:y|ies)))?|(?:what will|our) change|works?)$/,
  ],
  ["measure", /\b(?:kpis?|indicators?|measures?|metrics?|success|outcomes?|outputs?|impacts?|benefits?|results?)\b/],
  ["level", new RegExp(`^${kindsOfLevels}(?:${levels})(?: (?:title|name|description|area|areas|statement|heading)|)$`)],
];

/** A heading in lower case without marks that say nothing. */
export const plainHeading = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\((?:s|es)\)/g, "s")
    .replace(/\([^()]{0,40}\)/g, " ")
    .replace(/[?:.*’']/g, "")
    .replace(/[/&–—_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const canBeLevel = new RegExp(`^${kindsOfLevels}(?:${levels})(?: (?:title|name|description|area|areas|statement|heading))?$`);

/** The roles that a heading may name, likeliest first. */
export function rolesNamed(name: string): Role[] {
  const plain = plainHeading(name);
  if (!plain || plain.length > 70) return [];
  if (periodNamed(name)) return ["period"];
  const found = patterns.filter(([, pattern]) => pattern.test(/%/.test(name) ? `${plain} %` : plain)).map(([role]) => role);
  if (isStatusOfPeriod(name)) found.unshift("status");
  if (canBeLevel.test(plain) && !found.includes("level")) found.push("level");
  return [...new Set(found)];
}

const quarterAround = /^(?:q|qtr|quarter) ?[1-4](?: [\d ]{2,8})? | (?:q|qtr|quarter) ?[1-4](?: [\d ]{2,8})?$/;

/** "RAG Q1", "Q2 status": how it stood in one quarter of several. */
export function isStatusOfPeriod(name: string): boolean {
  const plain = plainHeading(name);
  const rest = plain.replace(quarterAround, "");
  return rest !== plain && /^(?:b?rag|status|rating|b?rag (?:status|rating))$/.test(rest);
}

const monthName = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const periods = new RegExp(
  `^(?:(?:q|qtr|quarter) ?[1-4](?:[ ,/-]*(?:fy ?)?\\d{2,4}(?: ?[/-] ?\\d{2,4})?)?|(?:year|yr|y) ?\\d{1,2}(?: \\(?\\d{4}(?: ?[/-] ?\\d{2,4})?\\)?)?|(?:fy ?)?\\d{4}(?: ?[/-] ?\\d{2,4})?|\\d{2} ?/ ?\\d{2}|${monthName}[ -]?'?(?:\\d{2,4})?|\\d{4}(?: ?[/-] ?\\d{2,4}) (?:q|qtr|quarter) ?[1-4])$`,
);

/** A year, quarter or month that heads a column of marks. */
export const periodNamed = (name: string): boolean => periods.test(name.toLowerCase().replace(/[–—]/g, "-").replace(/\s+/g, " ").trim());

/** High, medium and low are no levels. */
export const isHighLow = (text: string): boolean =>
  /^(?:very )?(?:high|medium|low|med|h|m|l|critical|urgent|important|normal|essential|desirable|must|should|could|[1-5])(?: ?[/-] ?(?:high|medium|low|h|m|l))?$/i.test(
    text.trim(),
  );

const numbered = /^(.{3,40}?)\s+((?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\s*:?$/u;

/** "Action 1.1" is the label "Action" and a reference. */
export function labelIn(label: string): { name: string; reference?: string } {
  const match = numbered.exec(label.trim());
  return match?.[1] && match[2] ? { name: match[1], reference: match[2] } : { name: label };
}
