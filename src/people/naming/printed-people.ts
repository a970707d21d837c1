/** Leads and reporters that the plan names in words, and who that is as far as it was said. Pure. */
import { createHash } from "node:crypto";
import { type Catalogue, type PrintedPerson, personMeant, printedKey } from "../../plan/index.js";

export interface PrintedLead {
  /** Short, and the same for the same words; fit for the name of an input. */
  key: string;
  /** As printed where they stand first. */
  words: string;
  /** Ids of priorities and actions that they lead, and of measures that they report. */
  leads: string[];
  reports: string[];
  /** Who was said to be meant. */
  who?: string;
}

/** Those with the most items first. Items for which somebody else was named are left out. */
export function printedPeople({ priorities, actions, measures }: Catalogue, printed?: readonly PrintedPerson[]): PrintedLead[] {
  const meant = personMeant(printed);
  const found = new Map<string, PrintedLead>();
  const add = (as: string | undefined, named: string | undefined, list: "leads" | "reports", id: string): void => {
    const who = meant(as);
    if (!as || (named && named !== who)) return;
    const words = printedKey(as);
    const one = found.get(words) ?? {
      key: createHash("sha256").update(words).digest("hex").slice(0, 12),
      words: as,
      leads: [],
      reports: [],
      ...(who && { who }),
    };
    one[list].push(id);
    found.set(words, one);
  };
  for (const { id, priority } of priorities) add(priority.leadAs, priority.lead, "leads", id);
  for (const { id, action } of actions) add(action.leadAs, action.lead, "leads", id);
  for (const { id, measure } of measures) add(measure.reporterAs, measure.reporter, "reports", id);
  const count = ({ leads, reports }: PrintedLead) => leads.length + reports.length;
  return [...found.values()].sort((a, b) => count(b) - count(a));
}

/** Those of whom it was not said yet who they are. */
export const peopleToSettle = (catalogue: Catalogue, printed?: readonly PrintedPerson[]): PrintedLead[] =>
  printedPeople(catalogue, printed).filter(({ who }) => !who);
