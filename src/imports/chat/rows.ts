/** The rows that a person looks at before a plan is imported, each with what may be decided about it. Pure. */
import type { Look, Plan } from "../../plan/index.js";
import type { FormInput } from "../../shared/answer.js";
import { shortened } from "../../shared/words.js";
import type { Changes } from "../changes.js";
import { asBefore, asMeasure, dated, type Edit, homeOf, isUndated, kept, leftOut, named } from "./edits.js";

export interface SettledRow {
  /** Tells the row from the others, also when the card is pressed. */
  key: string;
  id: string;
  why: string;
  /** Missing where there is nothing to decide. */
  input?: Omit<FormInput, "name">;
  /** What a decision makes of the plan that was read; nothing for "as read". */
  edit(value: string): Edit | undefined;
}

const nothing = () => undefined;

interface Option {
  label: string;
  value: string;
  edit?: Edit;
}

const asRead = (label: string): Option => ({ label, value: "read" });

/** A row with one of several to choose; the first is what happens when nobody chooses. */
function choice(row: Pick<SettledRow, "key" | "id" | "why">, label: string, options: Option[]): SettledRow {
  const choices = options.map(({ label: words, value }) => ({ label: words, value }));
  return { ...row, input: { kind: "choice", label, value: "read", choices }, edit: (value) => options.find((option) => option.value === value)?.edit };
}

const years = ["1", "2", "3", "4", "5"];
const longestName = 120;

function lookRow(look: Look, plan: Plan, before: Plan | undefined, place: number): SettledRow {
  const row = { key: `look${place}`, id: look.id, why: look.why };
  const theme = plan.themes.find(({ id }) => id === look.id);
  if (theme?.inferred?.includes("name") && !before?.themes.some(({ id }) => id === theme.id))
    return {
      ...row,
      input: { kind: "line", label: `Name of theme ${theme.id}`, value: theme.name, most: longestName },
      edit: (name) => (name && name !== theme.name ? named(theme.id, name) : undefined),
    };
  const priority = plan.themes.flatMap(({ priorities }) => priorities).find(({ id }) => id === look.id);
  if (priority?.actions.some(isUndated) && look.why.includes("no date"))
    return choice(row, `Date for what has none under ${look.id}`, [
      asRead("Leave without a date"),
      ...years.map((year): Option => ({ label: `End of Year ${year}`, value: `year${year}`, edit: dated(look.id, year) })),
    ]);
  if (look.why.includes("reads like a measure"))
    return choice(row, `What ${look.id} is`, [
      asRead("An action, as read"),
      { label: "A measure", value: "measure", edit: asMeasure(look.id) },
      { label: "Neither: leave it out", value: "out", edit: leftOut(look.id) },
    ]);
  return { ...row, edit: nothing };
}

function changedRows({ reworded, retired }: Changes, plan: Plan, before: Plan): SettledRow[] {
  const said = new Map<string, Changes["reworded"]>();
  for (const one of reworded) said.set(one.id, [...(said.get(one.id) ?? []), one]);
  const worded = [...said].map(([id, changes]) => {
    const why = changes
      .map(({ part, from, to }) => `${part}: was "${shortened(from || "nothing", mostWords)}", now "${shortened(to || "nothing", mostWords)}"`)
      .join("; ");
    return choice({ key: `words${id}`, id: id === "plan" ? "" : id, why }, `Words of ${id === "plan" ? "the title" : id}`, [
      asRead("Take the new words"),
      { label: "Keep what was", value: "keep", edit: asBefore(id, before) },
    ]);
  });
  const gone = retired.map((id): SettledRow => {
    const row = { key: `gone${id}`, id, why: "is not in the file any more" };
    if (!homeOf(id, before, plan)) return { ...row, edit: nothing };
    return choice(row, `What becomes of ${id}`, [
      asRead("Take it out; its history is kept"),
      { label: "Keep it in the plan", value: "keep", edit: kept(id, before) },
    ]);
  });
  return [...worded, ...gone];
}

const mostWords = 160;

/** Those with something to decide first. `before` is the plan in force, when it is a real one. */
export function rowsOf({ plan, look, changes, before }: { plan: Plan; look: Look[]; changes: Changes; before?: Plan }): SettledRow[] {
  const rows = [...look.map((one, place) => lookRow(one, plan, before, place)), ...(before ? changedRows(changes, plan, before) : [])];
  return [...rows.filter(({ input }) => input), ...rows.filter(({ input }) => !input)];
}
