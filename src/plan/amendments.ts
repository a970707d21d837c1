/** What managers and leads said in the chat of who leads and reports and how measures are taken. It stands before what a plan file says. Pure. */
import type { Recorded } from "../audit/index.js";
import type { Measure, Plan, PlanAction, Priority } from "./plan.js";

/** Of one item. An empty `lead` or `reporter` means that nobody is, an empty `baseline` or `target` that there is none, an empty `countsAs` that it counts by itself; what is missing is as the plan file says. */
export interface Amendment extends Partial<Pick<Measure, "kind" | "unit" | "direction" | "frequency" | "baseline" | "target" | "countsAs">> {
  /** Of a priority or an action. */
  lead?: string;
  deputies?: string[];
  /** Of a measure. */
  reporter?: string;
}

/** Who is meant by the words that the source prints for a lead or a reporter. An empty `lead` is nobody any more. */
export interface PrintedPerson {
  words: string;
  lead: string;
}

/** All of one plan's in one document, so that any number of them change at once or not at all; `_id` is the plan's. */
export interface Amendments extends Recorded {
  /** By key of the item; see amendmentKey. */
  of: Record<string, Amendment>;
  printed?: PrintedPerson[];
}

/** The same for words that differ in case and spaces only. */
export const printedKey = (words: string): string => words.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

type PersonMeant = (words: string | undefined) => string | undefined;

/** Whom printed words mean, by what a manager has settled; nothing where nobody has. */
export function personMeant(printed: readonly PrintedPerson[] = []): PersonMeant {
  const byWords = new Map(printed.map(({ words, lead }) => [printedKey(words), lead]));
  return (words) => (words && byWords.get(printedKey(words))) || undefined;
}

/** An item's id as a field's name, which has no dots. */
export const amendmentKey = (id: string): string => `#${id.toLowerCase().replaceAll(".", ",")}`;

/** The plan with its amendments put over it; the plan given stays as it is. */
export function amended(plan: Plan, { of, printed }: Pick<Amendments, "of" | "printed">): Plan {
  const meant = personMeant(printed);
  const said = (id: string): Amendment | undefined => of[amendmentKey(id)];
  const action = (it: PlanAction): PlanAction => ({ ...it, ...people(it, said(it.id), meant) });
  const measure = (it: Measure): Measure => amendedMeasure(reportedBy(it, meant), said(it.id));
  const priority = (it: Priority): Priority => ({
    ...it,
    ...people(it, said(it.id), meant),
    actions: it.actions.map(action),
    measures: it.measures.map(measure),
  });
  return { ...plan, themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(priority) })) };
}

/** What was said of the item stands before who is meant by the words printed there. */
function people(it: Pick<Priority, "lead" | "leadAs">, { lead: said, deputies }: Amendment = {}, meant: PersonMeant): Partial<Priority> {
  const lead = said ?? it.lead ?? meant(it.leadAs);
  return { ...(lead !== undefined && { lead: lead || undefined }), ...(said === "" && { leadAs: undefined }), ...(deputies && { deputies }) };
}

function reportedBy(measure: Measure, meant: PersonMeant): Measure {
  const reporter = measure.reporter ?? meant(measure.reporterAs);
  return reporter ? { ...measure, reporter } : measure;
}

/** The plan without the leads and reporters that only follow from printed words, so that they go on following from them. */
export function withoutMeant(plan: Plan, printed: readonly PrintedPerson[] | undefined): Plan {
  if (!printed?.length) return plan;
  const meant = personMeant(printed);
  const led = <T extends Pick<Priority, "lead" | "leadAs">>(it: T): T => (it.lead && meant(it.leadAs) === it.lead ? { ...it, lead: undefined } : it);
  const measure = (it: Measure): Measure => (it.reporter && meant(it.reporterAs) === it.reporter ? { ...it, reporter: undefined } : it);
  const priority = (it: Priority): Priority => ({ ...led(it), actions: it.actions.map(led), measures: it.measures.map(measure) });
  return { ...plan, themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(priority) })) };
}

/** The measure with what was said of it since. */
export function amendedMeasure(measure: Measure, said: Amendment | undefined): Measure {
  if (!said) return measure;
  const { reporter, lead: _, ...rest } = said;
  const inferred = measure.inferred?.filter((field) => said[field] === undefined);
  return {
    ...measure,
    ...rest,
    ...(reporter !== undefined && { reporter: reporter || undefined, ...(!reporter && { reporterAs: undefined }) }),
    ...(rest.baseline === "" && { baseline: undefined }),
    ...(rest.target === "" && { target: undefined }),
    ...(rest.countsAs === "" && { countsAs: undefined }),
    inferred: inferred?.length ? inferred : undefined,
  };
}
