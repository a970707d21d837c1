/** What managers and leads said in the chat of who leads and reports and how measures are taken. It stands before what a plan file says. Pure. */
import type { Recorded } from "../record/index.js";
import type { Measure, Plan, PlanAction, Priority } from "./plan.js";

/** Of one item. An empty `lead` or `reporter` means that nobody is, an empty `baseline` or `target` that there is none, an empty `countsAs` that it counts by itself; what is missing is as the plan file says. */
export interface Amendment extends Partial<Pick<Measure, "kind" | "unit" | "direction" | "frequency" | "baseline" | "target" | "countsAs">> {
  /** Of a priority or an action. */
  lead?: string;
  deputies?: string[];
  /** Of a measure. */
  reporter?: string;
}

/** All of one plan's in one document, so that any number of them change at once or not at all; `_id` is the plan's. */
export interface Amendments extends Recorded {
  /** By key of the item; see amendmentKey. */
  of: Record<string, Amendment>;
}

/** An item's id as a field's name, which has no dots. */
export const amendmentKey = (id: string): string => `#${id.toLowerCase().replaceAll(".", ",")}`;

export function amended(plan: Plan, { of }: Pick<Amendments, "of">): Plan {
  const said = (id: string): Amendment | undefined => of[amendmentKey(id)];
  const action = (it: PlanAction): PlanAction => ({ ...it, ...people(said(it.id)) });
  const measure = (it: Measure): Measure => amendedMeasure(it, said(it.id));
  const priority = (it: Priority): Priority => ({
    ...it,
    ...people(said(it.id)),
    actions: it.actions.map(action),
    measures: it.measures.map(measure),
  });
  return { ...plan, themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(priority) })) };
}

const people = ({ lead, deputies }: Amendment = {}): Pick<Priority, "lead" | "deputies"> => ({
  ...(lead !== undefined && { lead: lead || undefined }),
  ...(deputies && { deputies }),
});

/** The measure with what was said of it since. */
export function amendedMeasure(measure: Measure, said: Amendment | undefined): Measure {
  if (!said) return measure;
  const { reporter, lead: _, ...rest } = said;
  const inferred = measure.inferred?.filter((field) => said[field] === undefined);
  return {
    ...measure,
    ...rest,
    ...(reporter !== undefined && { reporter: reporter || undefined }),
    ...(rest.baseline === "" && { baseline: undefined }),
    ...(rest.target === "" && { target: undefined }),
    ...(rest.countsAs === "" && { countsAs: undefined }),
    inferred: inferred?.length ? inferred : undefined,
  };
}
