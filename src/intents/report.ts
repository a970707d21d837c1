/** A report for a quarter or a committee: what needs attention, and the whole of it as a file. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { scopeOf } from "../answers/scope.js";
import { shortened } from "../answers/wording.js";
import { Carried, Scope, Window } from "../request/args.js";
import { fileVerb, type ReportWanted, reportFormats } from "../request/report-maker.js";
import type { Press, Row, Section } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

/** Of each group on the card; the file has them all. */
const mostLines = 5;
const labels = { docx: "Word file", xlsx: "Excel file", csv: "CSV file" };

export const report = defineIntent({
  name: "report",
  about: "A report for a quarter, a year or a committee, on the plan, a theme or a priority: exceptions first; as a Word, Excel or CSV file",
  args: z.object({ scope: Scope.optional(), window: Window.optional(), committee: z.boolean().optional(), ...Carried }),
  traits: {
    subjects: ["theme", "priority"],
    menu: [
      { title: "Report for last quarter", description: "What needs attention first; the whole as a Word, Excel or CSV file", in: ["personal"], place: 10 },
    ],
  },
  examples: [
    "quarterly report",
    "report for {period}",
    "give me a report for the committee",
    "board report please",
    "write up {theme} for {period}",
    "export to word",
    "excel of the plan",
    "can I have it as a spreadsheet",
    "download",
    "csv",
    "produce the {period} report on {theme}",
    "I need a report for cabinet",
    "highlight report",
    "exception report",
    "exceptions only",
    "progress report for scrutiny",
    "annual report",
    "year end report",
    "performance report {period}",
    "something I can print",
    "paper for the board on {item}",
    "print out of the plan",
    "Would you please prepare the quarterly monitoring report?",
    "rport for {period}",
    "generate report",
    "can you do me a word doc of {theme}",
    "end of quarter pack",
    "summary paper for members",
    "pull the report for {period}",
    "send me the plan as a file",
    "write-up for the {period} meeting",
    "need something to send to the minister on {theme}",
    "can you pull together a paper for {time}",
    "monthly report please",
    "report on {topic}",
    "a document I can circulate",
    "turn this into a report",
    "performance report for the trust board, {period}",
    "can i have the committee report on {theme} please",
    "report for {time}",
    "{topic} report",
    "prepare a paper for {theme}",
  ],
  answer: async ({ scope, window, committee, carried }, scene) => {
    scopeOf(scene, scope);
    const wanted: ReportWanted = { ...(scope && scope !== "plan" && { scope }), ...(window && { window }), ...(committee && { committee }) };
    const { title, about, asAt, summary, exceptions } = await scene.report(wanted);
    const sections = exceptions.map(({ heading, lines, count }): Section => {
      const hidden = lines.length - mostLines;
      return {
        heading: `${heading} (${count})`,
        rows: lines.slice(0, mostLines).map(rowOf),
        ...(hidden > 0 && { more: `and ${hidden} more, in the file` }),
      };
    });
    const presses = reportFormats.map((format): Press => ({ label: labels[format], verb: fileVerb, data: { ...wanted, format }, alone: true }));
    return answerIn("rows", {
      carried,
      title,
      lead: [
        about,
        ...summary,
        ...(sections.length ? [] : ["Nothing needs attention."]),
        ...(scene.shared ? ["Ask me in our own chat for the whole of it as a file."] : []),
      ],
      sections,
      ...(!scene.shared && { presses }),
      gaps: [],
      sources: asAt,
      suggestions: suggest("What is overdue?"),
    });
  },
});

/** "2.3.1 was due …" with its id apart. */
function rowOf(line: string): Row {
  const [, id = "", words = line] = /^(\d+(?:\.\w+)+) (.+)$/s.exec(line) ?? [];
  return { id, text: shortened(words, 220) };
}
