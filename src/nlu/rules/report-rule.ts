/** "Report for Q2", "report for committee on Place": a report to be read, not a figure to be reported. */
import { reading, readingsAbout, windowOf } from "../readings.js";
import { itemsIn, type Sketch, timeOf } from "../sketch.js";
import { subjectOf } from "../subject.js";
import { areaTypes, type Rule } from "./rule.js";

const wantsIt =
  "(?:(?:can|could|i|we|you|need|want|would|like|have|get|give|make|create|prepare|produce|write|generate|build|do|me|us|a|an|the|please|quarterly|annual|monthly|progress|committee|board|cabinet|status|summary|full|word|excel|csv|exception|to|my|our|next|for) )*";
const forWhom = "(?:for|to|on) (?:the |our |this |last |next )*(?:committee|board|cabinet|council|scrutiny|panel|quarter|year|month|⟦)";
const forTime = new RegExp(`^${wantsIt}reports?(?: as (?:a )?(?:word|excel|csv)(?: file| document)?)? ${forWhom}`);
const named = new RegExp(`^${wantsIt}(?:(?:committee|board|cabinet|quarterly|progress|annual|exception|status) reports?|reports? (?:on|about|of))\\b`);
const file = new RegExp(`^${wantsIt}reports?[ .!?]*$`);
/** What is reported with a form. */
const aFigure = /\b(?:figures?|numbers?|values?|measures?|data|results?)\b/;
const bareNumber = /(?<![«⟦‹\d.])\b\d[\d,.]*%?(?![»⟧›])/;
const meeting = /\b(?:committee|board|cabinet|council|scrutiny|panel)\b/;
const makes = /\b(?:make|create|prepare|produce|write|generate|build|give|get|need|want|quarterly|annual|progress|exception)\b/;

/** "report for Q2", "give me a Word file for committee" */
export const report: Rule = (sketch) => {
  const { line } = sketch;
  const asks = forTime.test(line) || named.test(line) || (file.test(line) && makes.test(line));
  if (
    !asks ||
    aFigure.test(line) ||
    /\bto report\b/.test(line) ||
    bareNumber.test(line) ||
    itemsIn(sketch).some(({ type }) => type === "measure" || type === "action")
  )
    return undefined;
  const time = timeOf(sketch);
  const window = time && time.step === undefined && !time.soon ? windowOf(time) : undefined;
  const committee = meeting.test(line) || undefined;
  const about = withoutMeeting(sketch);
  const make = (scope?: string) => reading("report", { scope, window, committee });
  if (!about.topic.chunks.length && !itemsIn(about).length && !about.unknown.length) return [make()];
  return readingsAbout(
    about,
    subjectOf(about, { types: areaTypes, throughParts: true }),
    ({ id }) => make(id),
    (id) => `Report on ${id}`,
    () => make(),
  );
};

/** "committee" says who reads it, not what it is about. */
function withoutMeeting(sketch: Sketch): Sketch {
  const chunks = sketch.topic.chunks
    .map((chunk) => chunk.filter((word) => !meeting.test(word) && !/^(?:word|excel|csv|file|document|quarterly|annual|monthly|exception|full)$/.test(word)))
    .filter(({ length }) => length);
  return { ...sketch, topic: { ...sketch.topic, chunks } };
}
