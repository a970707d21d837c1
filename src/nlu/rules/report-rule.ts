/** "Report for Q2", "export to excel", "a paper for members": a report to be read, not a figure to be reported. */
import type { Item } from "../../plan/index.js";
import type { ReportFormat } from "../../request/report-maker.js";
import { reading, readingsAbout, windowOf } from "../readings.js";
import { subjectOf } from "../subject.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { areaTypes, type Rule } from "./rule.js";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words beside "report" that leave it a report. */
const asking = wordsOf(
  "how can could i we you need want would like have get give make create prepare produce write generate build do send show run pull me us a an the please pls quarterly annual monthly yearly progress status summary full short quick latest new whole exception highlight performance monitoring update my our next last this for as in of to on up out together now just some kind and ms microsoft version file format copy quarter's year's month's s",
);
const readers = wordsOf("committee board cabinet council scrutiny panel member members councillor councillors trustees governors executive");
const occasions = wordsOf("minister meeting meetings");
const meeting = /\b(?:committee|board|cabinet|council|scrutiny|panel)\b/;
const papers = wordsOf("paper papers pack handout document doc summary report reports");
const files = wordsOf(
  "word excel csv pdf docx xlsx xls spreadsheet spreadsheets workbook file files document doc docs version export exported download print printout printable copy",
);

const wantsIt =
  "(?:(?:can|could|i|we|you|need|want|would|like|have|get|give|make|create|prepare|produce|write|generate|build|do|me|us|a|an|the|please|quarterly|annual|monthly|progress|committee|board|cabinet|status|summary|full|word|excel|csv|exception|to|my|our|next|for) )*";
const forWhom = "(?:for|to|on) (?:the |our |this |last |next )*(?:committee|board|cabinet|council|scrutiny|panel|quarter|year|month|⟦)";
const forTime = new RegExp(`^${wantsIt}reports?(?: as (?:a )?(?:word|excel|csv)(?: file| document)?)? ${forWhom}`);
const named = new RegExp(`^${wantsIt}(?:(?:committee|board|cabinet|quarterly|progress|annual|exception|status) reports?|reports? (?:on|about|of))\\b`);

/** What is reported with a form. */
const aFigure = /\b(?:figures?|numbers?|values?|measures?|data|results?)\b/;
const bareNumber = /(?<![«⟦‹\d.])\b\d[\d,.]*%?(?![»⟧›])/;
/** Somebody reports. */
const aVerb = /\b(?:to|i|we|they|who|he|she|must|should) reports?\b|^report (?:it|this|that|progress)\b/;
/** A file that somebody has, or a program that fails. */
const otherFile =
  /\b(?:import|upload|load|attach|read|accept|replace|send you|give you|crash\w*|trouble|broken|problems?|working|formulas?|install\w*|licen[cs]e|course|training|learn|app|we excel)\b/;

const toWord = /\b(?:docx|pdf|word (?:doc|docs|document|file|version|format|report|copy))\b|\b(?:in|as|to|into) (?:ms |microsoft )?word\b/;
const toExcel = /\b(?:excel|xlsx?|spreadsheets?|workbook)\b/;
const exported = /\b(?:export|exported|download|print|printout|printable)\b/;
const something = /\b(?:something|anything|document|copy|version)\b/;
const handedOn = /\b(?:print|circulate|hand out|hand round|give out|give to|send to|share with|take to|pass round)\b/;

/** The file that was asked for by name. */
function formatOf(line: string): ReportFormat | undefined {
  if (/\bcsv\b/.test(line)) return "csv";
  if (toExcel.test(line)) return "xlsx";
  return toWord.test(line) || line.split(" ").every((word) => word === "word" || asking.has(word))
    ? /\b(?:word|docx|pdf)\b/.test(line)
      ? "docx"
      : undefined
    : undefined;
}

/** A file, whatever it is to be called. */
function asksFile({ line, isQuestion }: Utterance, format: ReportFormat | undefined): boolean {
  if (otherFile.test(line)) return false;
  if (format || exported.test(line)) return true;
  if (something.test(line) && handedOn.test(line)) return true;
  if (isQuestion && !/^(?:can|could|may|will|would)\b/.test(line)) return false;
  const words = line.split(" ");
  return words.some((word) => papers.has(word)) && words.some((word) => readers.has(word)) && !aFigure.test(line);
}

/** "Report", "the Q2 report", "can we have a report please", "I need a paper for Thursday". */
const isBare = ({ line }: Utterance): boolean => {
  const rest = line.split(" ").filter((word) => !asking.has(word) && !readers.has(word) && !word.startsWith("⟦"));
  return rest.length > 0 && rest.every((word) => /^(?:report|paper)s?[.!?]*$/.test(word));
};

export const report: Rule = (utterance) => {
  const { line } = utterance;
  const format = formatOf(line);
  const file = asksFile(utterance, format);
  if (!file && !forTime.test(line) && !named.test(line) && !isBare(utterance)) return undefined;
  const items = itemsIn(utterance);
  if (bareNumber.test(line) || (aVerb.test(line) && !exported.test(line))) return undefined;
  if (!file && (aFigure.test(line) || items.some(({ type }) => type === "measure" || type === "action"))) return undefined;
  const window = reported(utterance);
  const committee = meeting.test(line) || undefined;
  const about = withoutFile(utterance);
  const make = (scope?: string) => reading("report", { scope, window, committee, format });
  if (!about.topic.chunks.length && !itemsIn(about).length && !about.unknown.length) return [again(utterance, format) ?? pointedAt(utterance, make) ?? make()];
  const found = readingsAbout(
    about,
    subjectOf(about, { types: areaTypes, throughParts: true }),
    (item) => make(areaOf(item)),
    (id) => `Report on ${id}`,
    () => make(),
  );
  return file && found.some(({ question }) => question === "not-understood") ? [make()] : found;
};

/** What is to be had as a file says so itself, whatever it is about. */
export const fileAsked: Rule = (utterance) => {
  const file = asksFile(utterance, formatOf(utterance.line)) || isBare(utterance);
  return file && !/\b(?:not|never|dont|don't|without)\b/.test(utterance.line) ? report(utterance) : undefined;
};

const areaOf = (item: Item): string => (item.type === "action" || item.type === "measure" ? item.priority.id : item.id);

/** "In Excel" after a report: the same, as another file. */
function again({ line, context: { before } }: Utterance, format: ReportFormat | undefined) {
  const last = before.at(-1);
  if (!format || last?.question !== "report" || /\b(?:reports?|plan|everything)\b/.test(line)) return undefined;
  return reading("report", { ...last.args, format, carried: undefined });
}

/** "Can I have that in Word" after something else: a report on what it was about. */
function pointedAt(utterance: Utterance, make: (scope?: string) => ReturnType<typeof reading>) {
  if (!/\b(?:this|that|it)\b/.test(utterance.line)) return undefined;
  const subject = subjectOf(utterance, { types: areaTypes });
  const item = subject.found === "items" ? subject.items[0] : undefined;
  return item && make(areaOf(item));
}

/** Figures are of a time that has begun; "for Thursday" says when it is wanted. */
function reported(utterance: Utterance) {
  const { today } = utterance.context;
  const time = timeOf(utterance);
  const begun = time && time.from > today ? utterance.gone : time;
  return begun && begun.from <= today && begun.step === undefined && !begun.soon ? windowOf(begun) : undefined;
}

/** "committee" says who reads it and "excel" what it comes as, not what it is about. */
function withoutFile(utterance: Utterance): Utterance {
  const beside = (word: string) =>
    readers.has(word) ||
    occasions.has(word) ||
    papers.has(word) ||
    files.has(word) ||
    asking.has(word) ||
    /^(?:figures?|data|numbers?|something|hand|circulate|print|plan|everything|all)$/.test(word);
  const chunks = utterance.topic.chunks.map((chunk) => chunk.filter((word) => !beside(word))).filter(({ length }) => length);
  return { ...utterance, topic: { ...utterance.topic, chunks } };
}
