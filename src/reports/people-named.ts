/** Papers name people or roles, never addresses. */
import { leadAsOf, leadOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { ReportContents } from "../request/report-maker.js";

/** What somebody is called who has an address. */
type CalledBy = (address: string) => string;

/** By name where it is known, else by role as the plan prints it, else by what the address says before its sign. */
async function calledIn({ catalogue, names }: Pick<AnswerContext, "catalogue" | "names">, addresses: string[]): Promise<CalledBy> {
  const roles = new Map<string, string>();
  const role = (address: string | undefined, as: string | undefined) => {
    if (address && as && !roles.has(address)) roles.set(address, as);
  };
  for (const one of catalogue.actions) role(leadOf(one), leadAsOf(one));
  for (const { priority } of catalogue.priorities) role(priority.lead, priority.leadAs);
  for (const { measure } of catalogue.measures) role(measure.reporter, measure.reporterAs);
  const known = await names(addresses.map((address) => address.toLowerCase()));
  return (address) => known.get(address.toLowerCase()) ?? roles.get(address.toLowerCase()) ?? fromAddress(address);
}

/** "Business Lead" of business.lead@example.org */
const fromAddress = (address: string): string =>
  (address.split("@")[0] ?? "")
    .split(/[._-]/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");

const letter = /[\p{L}\p{N}]/u;

/** The text with names in the place of addresses. */
export const withNames = (text: string, called: CalledBy): string =>
  text.includes("@")
    ? text
        .split(/([\s,;<>()"'])/)
        .map((word) => inPlaceOf(word, called))
        .join("")
    : text;

function inPlaceOf(word: string, called: CalledBy): string {
  const at = word.indexOf("@");
  let end = word.length;
  while (end > at && !letter.test(word.charAt(end - 1))) end--;
  const address = word.slice(0, end);
  return at > 0 && address.indexOf(".", at) > at + 1 ? `${called(address)}${word.slice(end)}` : word;
}

/** A report of which no part has an address. */
export async function namingPeople(contents: ReportContents, context: Pick<AnswerContext, "catalogue" | "names">): Promise<ReportContents> {
  const found = new Set<string>();
  replaced(contents, (address) => {
    found.add(address);
    return address;
  });
  return replaced(contents, await calledIn(context, [...found]));
}

function replaced(contents: ReportContents, called: CalledBy): ReportContents {
  const line = (text: string) => withNames(text, called);
  return {
    ...contents,
    asAt: contents.asAt.map(line),
    brief: contents.brief.map(line),
    summary: contents.summary.map(line),
    exceptions: contents.exceptions.map((group) => ({ ...group, lines: group.lines.map(line) })),
    tables: contents.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(line)) })),
  };
}
