/** What people want the bot to write down: figures and changes of status. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { Item } from "../../plan/index.js";
import { choose, reading, readingsAbout, windowOf } from "../readings.js";
import { statusWanted } from "../status-said.js";
import { type Subject, subjectOf } from "../subject.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { statesValue, valueSaid } from "../value-said.js";
import { areaTypes } from "./rule.js";

const lead =
  "(?:(?:ok|okay|right|so|well|and|i|we|you|would|like|want|wish|wanted|need|needs|have|has|got|to|id|let|us|just|now|the|am|are|ready|trying|try|here|how|do|does|can|could|may|help|with|time|gonna|wanna|going|go|ahead|submit|must|should|time|today|also|quickly|a|new|my|be) )*";
const reportVerb =
  "(?:report|reporting|record|recording|log|logging|enter|entering|submit|submitting|input|inputting|key in|put in|put down|put|save|saving|register|send in|send|file|upload|note down|add|provide|give|(?:stick|pop|bung|whack|jot|shove) (?=.* (?:in|down)\\b))";
const reportCommand = new RegExp(`^${lead}(${reportVerb})\\b(?! (?:on|about|back)\\b)`);
const countStatement =
  /^(?:we|i|they|there|our team|staff) (?:have |had |has )?(?:had|did|ran|run|delivered|held|got|made|saw|counted|were|was|took|received|supported|trained|registered|recorded|reached)\b.*(?<![«⟦\d.])\d/;
const updateMeasure = new RegExp(`^${lead}(?:update|updating|change|correct|set) (?:the )?(?:figures? |numbers? |value )?(?:for |of |on )?«`);

/** "1.4.m1: 45" */
const pairStatement = /^«\d+» ?[:=-] ?-?£?\d/;

/** "report figures", "update 1.1.m1": the form, filled in with a figure that was said. */
export function reportFigure(utterance: Utterance): Interpretation[] | undefined {
  const { ask, line } = utterance;
  const items = itemsIn(utterance);
  const namesMeasure = items.some((item) => item.type === "measure");
  const command = reportCommand.test(ask) && !/^\S* ?(?:report|note)s? for (?:the )?(?:committee|council|board|cabinet)/.test(ask);
  // A plan that has "update" among its own words makes no command of it in `ask`; before a measure's id it is one all the same.
  const update = (updateMeasure.test(ask) || updateMeasure.test(line) || pairStatement.test(ask)) && namesMeasure;
  const logThat =
    /\d/.test(ask) &&
    !/\bwhere\b/.test(ask) &&
    /\b(?:log|record|add|note|save|enter|report|submit|fix|correct|amend|put|stick|pop|bung|whack|jot|shove) (?:that|it|this)\b(?! (?:to|back|on hold|off)\b)/.test(
      line,
    );
  const statement = logThat || (!utterance.isQuestion && (statesValue(ask) || countStatement.test(ask)) && !/\b(?:due|overdue|deadline)\b/.test(ask));
  if (!command && !update && !statement) return undefined;
  if (!update && command && items.length && !namesMeasure && items.every((item) => item.type === "action")) return undefined;
  if (command && /\b(?:note|comment)\b/.test(ask) && !namesMeasure) return undefined;
  // "put the footpaths to amber"
  if (command && utterance.states.length && !namesMeasure && !/\d/.test(ask.replace(/[«⟦‹]\d+[»⟧›]/g, " "))) return undefined;
  const { value, ...rest } = valueIn(utterance, ask);
  const subjectUtterance = { ...utterance, ...rest };
  const window = utterance.gone ?? timeOf(utterance);
  const args: Args = (measure, scope) => ({ measure, scope, value, window: window && windowOf(window) });
  if (!namesMeasure && items[0] && items[0].type !== "action") return reportUnder(utterance, items[0], args);
  // "report figures" is about all of the asker's own, whatever was spoken of before.
  if (
    command &&
    value === undefined &&
    !items.length &&
    !utterance.unknown.length &&
    !utterance.topic.chunks.length &&
    /\bfigures|numbers|data\b|\bmy\b/.test(ask)
  )
    return [reading("report-figure", args())];
  const first = subjectOf(subjectUtterance, { types: ["measure"] });
  const subject = first.found === "nothing" && first.strange.length ? subjectOf(withoutStrange(subjectUtterance), { types: ["measure"] }) : first;
  const said = subjectUtterance.topic.chunks.length > 0 || items.length > 0;
  if (subject.found === "nothing" && (!said || (command && !subject.strange.length && /\bfigures?|numbers?|data\b/.test(line))))
    return [reading("report-figure", args())];
  if (subject.found === "plan") return [reading("report-figure", args())];
  if (subject.found === "nothing") {
    const area = subjectOf(subjectUtterance, { types: ["priority", "action"], throughParts: true });
    if (area.found === "items" && area.items[0]) return reportUnder(utterance, area.items[0], args);
  }
  if (subject.found === "several" && value === undefined && /\b(?:figures|numbers|measures|data)\b/.test(ask)) {
    const area = themeNamed(utterance) ?? areaOf(subjectUtterance);
    if (area) return [reading("report-figure", args(undefined, area.id))];
  }
  const period = window ? ` for ${window.label}` : "";
  return readingsAbout(
    utterance,
    ownOf(utterance, subject),
    (item) => (item.type === "measure" ? reading("report-figure", args(item.id)) : undefined),
    (id) => `Report ${value ?? "the figure"} for ${id}${period}`,
  );
}

/** The words that the plan does not have say how it was counted, not what. */
function withoutStrange(utterance: Utterance): Utterance {
  const chunks = utterance.topic.chunks.map((chunk) => chunk.filter((word) => !utterance.topic.strange.includes(word))).filter((chunk) => chunk.length);
  return { ...utterance, topic: { ...utterance.topic, chunks, strange: [] } };
}

const themeNamed = ({ topic, context: { planIndex } }: Utterance): Item | undefined =>
  planIndex.catalogue.themes.find(({ theme }) => topic.chunks.some((chunk) => chunk.join(" ") === theme.name.toLowerCase()));

function areaOf(utterance: Utterance): Item | undefined {
  const found = subjectOf(utterance, { types: areaTypes });
  const [item] = found.found === "items" ? found.items : [];
  return item && areaTypes.includes(item.type) ? item : undefined;
}

/** Where the words fit several measures and one of them is the asker's to report, that one is meant. */
export function ownOf({ context: { asker } }: Utterance, subject: Subject): Subject {
  if (subject.found !== "several" || !asker) return subject;
  const named = subject.items.filter((item) => item.type === "measure" && item.measure.reporter === asker);
  const led = subject.items.filter((item) => item.type === "measure" && !item.measure.reporter && item.priority.lead === asker);
  const own = named.length ? named : led;
  return own.length === 1 ? { found: "items", items: own } : subject;
}

type Args = (measure?: string, scope?: string) => Record<string, unknown>;

/** "report figures for 2.3": all of its measures, unless the words or a value single one out. */
function reportUnder(utterance: Utterance, item: Item, args: Args): Interpretation[] {
  const measures = utterance.context.planIndex.catalogue.measures.filter((it) =>
    item.type === "theme" ? it.theme === item.theme : "priority" in item && it.priority === item.priority,
  );
  const only = measures[0];
  if (!only) return [reading("measures", { scope: item.id })];
  if (measures.length === 1) return [reading("report-figure", args(only.id))];
  const found = subjectOf({ ...utterance, line: utterance.line.replace(/«\d+»/g, " ") }, { types: ["measure"] });
  const inside = found.found === "items" || found.found === "several" ? found.items.filter((it) => measures.some((measure) => measure.id === it.id)) : [];
  if (inside.length === 1) return [reading("report-figure", args(inside[0]?.id))];
  const { value } = args();
  if (value === undefined) return [reading("report-figure", args(undefined, item.id))];
  return [choose(utterance, inside.length ? inside : measures, (id) => `Report ${value} for ${id}`)];
}

const markedValue = new RegExp(`^${lead}${reportVerb} (?:a |the )?(?:figure |value |score |rating )?(?:of |as )?(«(\\d+)»|¤)(?= )`);

/** The value as typed. "report 4.5 for 2.1.m1" may look like an id at first: what follows the verb is the value when a measure comes later. */
function valueIn(utterance: Utterance, ask: string): Partial<Utterance> & { value?: string } {
  const marked = markedValue.exec(ask);
  if (marked?.[1] === "¤" && utterance.unknown[0])
    return { value: utterance.unknown[0], unknown: utterance.unknown.slice(1), line: utterance.line.replace("¤", " ") };
  const first = utterance.items[Number(marked?.[2] ?? -1)];
  if (
    first &&
    first.type === "priority" &&
    (itemsIn(utterance).length > 1 || utterance.topic.chunks.length) &&
    /^\d+\.\d+$/.test(first.id) &&
    /» (?:for|as|on|in|against)\b/.test(ask) === itemsIn(utterance).length > 1
  )
    return { value: first.id, line: utterance.line.replace(`«${marked?.[2]}»`, " ") };
  const value = valueSaid(ask);
  return value ? { value } : {};
}

const changeVerb =
  "(?:mark|marking|set|setting|change|changing|move|moving|flag|flagging|close|closing|close off|close down|sign off|tick off|tick|complete|cancel|drop|reopen|re open|put|turn|switch|update|updating|make|start(?= (?:«|the |action |my ))|amend|shift|downgrade|upgrade|escalate|add|log|record|note|register|finish|pause|(?:scrap|axe|ditch|kill|bin)(?= (?:it|the|this|that|our|off|action|«)))";
const changeCommand = new RegExp(`^${lead}(${changeVerb})\\b(?! (?:on|about)\\b)`);
/** "note on 2.3.1 that …"; "update on 2.3.1" asks. */
const noteOn = /^(?:(?:a|please|quick|new) )*(?:note|comment) (?:on|for|against|to|about) (?:action )?«/;
const changeStatement =
  /^(?:(?:the|action|actions|our|that|this|just to say|fyi|fyi -|good news|bad news|update|,|:|-) )*(?:«\d+»|(?!(?:what|who|when|how|which|is|are|has|why|where|any|anything|everything|all|those|things)\b)[\p{L}\d «»]{3,70}?) (?:,? ?(?:is|are|has|have|had|was|were|has been|have been|got|gone|slipped|moved|now) )+(?:now |all |back |been |finally |officially |just |fully |gone |at last |to |the )*(?:on track|off track|at risk|complete|completed|done|finished|closed|cancelled|red|amber|green|started|under way|underway|not started|delivered|behind)\b/u;
const doneStatement = /^(?:i|we) (?:have |had |just |now |finally |are )*(?:finished|completed|done|closed|started|begun|cancelled|delivered|wrapped up)\b/;

/** "2.3.2 is at risk because the adviser left", "mark 2.3.1 complete" */
export function changeStatus(utterance: Utterance): Interpretation[] | undefined {
  const { ask } = utterance;
  const command = changeCommand.test(ask) || noteOn.test(ask);
  const told = /\b(?:can|could|may) i tell you\b/.test(utterance.line);
  const statement = (told || !utterance.isQuestion) && (changeStatement.test(ask) || doneStatement.test(ask));
  const asked = /\bplease update\b|\bupdate (?:it|that)\b/.test(utterance.line) && utterance.states.length > 0;
  const sweeping = /\b(?:set|mark|make|change|turn|switch|close) (?:everything|all)\b/.test(ask);
  if (!command && !statement && !asked && !sweeping) return undefined;
  const items = itemsIn(utterance);
  if (items.length && items.every((item) => item.type === "measure")) return undefined;
  const status = statusWanted(utterance);
  if (!status && !/\b(?:status|note|comment|milestone|update|rag)\b/.test(ask)) return undefined;
  const subject = subjectOf(utterance, { types: ["action"] });
  const about = (item: Item) =>
    item.type === "action"
      ? reading("change-status", { action: item.id, status })
      : item.type === "measure"
        ? undefined
        : reading("actions", { scope: item.id });
  if (subject.found === "plan" || (subject.found === "nothing" && !subject.strange.length)) return [reading("change-status", { status })];
  return readingsAbout(utterance, subject, about, (id) => `Mark ${id} as ${(status ?? "on-track").replace("-", " ")}`);
}
