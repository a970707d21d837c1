/** A report for a quarter or a committee: how it stands in a few lines, and the whole of it as a file, offered at once. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { scopeOf } from "../answers/scope.js";
import { type Day, daysBetween } from "../plan/index.js";
import { Carried, Scope, Window } from "../request/args.js";
import { fileVerb, type ReportWanted, reportFormats } from "../request/report-maker.js";
import type { Press } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

const labels = { docx: "Word file", xlsx: "Excel file", csv: "CSV file" };

export const report = defineIntent({
  name: "report",
  about: "A report for a quarter, a year or a committee, on the plan, a theme or a priority, offered at once as a Word, Excel or CSV file",
  says: scoped("Give me a report", (name) => `Report on ${name}`),
  args: z.object({
    scope: Scope.optional(),
    window: Window.optional(),
    committee: z.boolean().optional(),
    format: z.enum(reportFormats).optional(),
    ...Carried,
  }),
  traits: {
    subjects: ["theme", "priority"],
    menu: [
      {
        title: "Report for last quarter",
        description: "How it stands in a few lines, and the whole as a Word, Excel or CSV file",
        in: ["personal"],
        place: 10,
      },
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
  answer: async ({ scope, window, committee, format = "docx", carried }, context) => {
    scopeOf(context, scope);
    const of = window && isReported(window, context.today) ? window : undefined;
    const wanted: ReportWanted = { ...(scope && scope !== "plan" && { scope }), ...(of && { window: of }), ...(committee && { committee }) };
    const { title, brief, asAt } = await context.report(wanted);
    const others = reportFormats.filter((one) => one !== format);
    return answerIn("rows", {
      carried,
      title,
      lead: [...brief, ...(context.shared ? ["Ask me in our own chat for the whole of it as a file."] : [])],
      sections: [],
      ...(!context.shared && {
        file: { what: labels[format], data: { ...wanted, format } },
        presses: others.map((one): Press => ({ label: labels[one], verb: fileVerb, data: { ...wanted, format: one }, alone: true })),
      }),
      gaps: [],
      sources: asAt,
      suggestions: suggest("What is overdue?"),
    });
  },
});

/** Figures are of a month or more that has begun; "for Thursday" says when the report is wanted. */
const isReported = ({ from, to }: Window, today: Day): boolean => from <= today && daysBetween(from, to) >= 25;
