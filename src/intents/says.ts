/** How an interpretation is said, so that it can stand on a button and is read back as just that. Pure. */

/** Words for an interpretation: `name` writes an item, by its id alone or with its words. Nothing for what cannot be said in one short sentence. */
export type Says = (args: Record<string, unknown>, name: (id: string) => string) => string | undefined;

/** A text, where the argument is one. */
export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
/** Said alike whatever its arguments are. */
export const always =
  (words: string): Says =>
  () =>
    words;
/** `whole` for the plan or no scope, `part` for an item. */
export const scoped =
  (whole: string, part: (name: string) => string): Says =>
  ({ scope }, name) => {
    const id = text(scope);
    return !id || id === "plan" ? whole : part(name(id));
  };
/** Of a measure; `none` without one. */
export const aboutMeasure =
  (part: (name: string) => string, none?: string): Says =>
  ({ measure }, name) => {
    const id = text(measure);
    return id ? part(name(id)) : none;
  };
/** Of an action; `none` without one. */
export const aboutAction =
  (part: (name: string) => string, none?: string): Says =>
  ({ action }, name) => {
    const id = text(action);
    return id ? part(name(id)) : none;
  };
/** `own` of somebody, where no part of the plan is named with it; the others otherwise. */
export const ofPerson =
  (own: string, others: Says): Says =>
  (args, name) =>
    args.person === undefined ? others(args, name) : args.scope && args.scope !== "plan" ? undefined : own;

/** States as they are said on buttons. */
export const statusWords: Record<string, string> = {
  red: "off track",
  amber: "at risk",
  green: "on track",
  complete: "complete",
  "not-started": "not started",
  cancelled: "cancelled",
  overdue: "overdue",
};
