/** How a measure is taken, as a form shows and reads it, and what a change of it makes. Pure. */
import { z } from "zod/v4";
import type { ChangePart } from "../../audit/index.js";
import { type Typed, typed } from "../../forms/index.js";
import { type Amendment, directions, frequencies, kinds, type Measure, misfit } from "../../plan/index.js";
import { plural } from "../../shared/words.js";
import type { KeptFigure } from "../figures.js";
import { readValue, typedValue } from "../read-value.js";
import type { Value } from "../trend.js";

export const fields = ["kind", "unit", "direction", "frequency", "baseline", "target", "reporters"] as const;
export type SettingField = (typeof fields)[number];

/** What stands in the inputs. */
export type Written = Record<SettingField, Typed>;

const most: Record<SettingField, number> = { kind: 20, unit: 40, direction: 20, frequency: 20, baseline: 200, target: 200, reporters: 1_000 };
const mostReporters = 20;

/** What stands in the card's inputs for a measure as it is. */
export const writtenOf = (measure: Measure): Written => {
  const value = (it: Value | undefined) => ({ text: it === undefined ? "" : typedValue(it) });
  return {
    kind: { text: measure.kind ?? "narrative" },
    unit: { text: measure.unit ?? "" },
    direction: { text: measure.direction ?? "" },
    frequency: { text: measure.frequency ?? "quarterly" },
    baseline: value(measure.baseline),
    target: value(measure.target),
    reporters: { text: reportersOf(measure).join(", ") },
  };
};

/** The reporter first, then who may report as well. */
export const reportersOf = ({ reporter, deputies = [] }: Pick<Measure, "reporter" | "deputies">): string[] => [...(reporter ? [reporter] : []), ...deputies];

/** What was typed into the card, by field, with what is too long; `data` is whatever a client sends. */
export const readWritten = (data: Record<string, unknown>): Written =>
  Object.fromEntries(fields.map((field) => [field, typed(data, field, { most: most[field] })])) as Written;

/** What was read, or the same fields with what is wrong with them. */
export type ReadSettings = { said: Amendment } | { written: Written };

/** `figures` are those that the measure has: they must fit what it becomes. `names` says whether the reporters are read at all. */
export function readSettings(measure: Measure, written: Written, figures: KeptFigure[], names: boolean): ReadSettings {
  const wrong: Partial<Record<SettingField, string>> = {};
  const one = <T extends string>(field: SettingField, list: readonly T[]): T | undefined => {
    const found = list.find((each) => each === written[field].text);
    if (!found && written[field].text) wrong[field] = "Please choose one of these.";
    return found;
  };
  const kind = one("kind", kinds) ?? measure.kind ?? "narrative";
  const next: Measure = { ...measure, kind, unit: written.unit.text };
  const value = (field: "baseline" | "target"): Value | undefined => {
    const { text } = written[field];
    const read = text ? readValue(next, text) : undefined;
    if (!read || "value" in read) return read?.value;
    wrong[field] = read.problem;
    return undefined;
  };
  const unfit = figures.filter((figure) => misfit(next, figure.value)).length;
  if (kind !== measure.kind && unfit) wrong.kind = `${plural(unfit, "figure")} of this measure would not fit that kind, so it stays as it is.`;
  const direction = one("direction", directions) ?? measure.direction;
  const frequency = one("frequency", frequencies) ?? measure.frequency;
  const [baseline, target] = [value("baseline"), value("target")];
  const reporters = names ? readReporters(written.reporters.text) : { emails: reportersOf(measure) };
  if ("problem" in reporters) wrong.reporters = reporters.problem;
  for (const field of fields) if (written[field].problem) wrong[field] = written[field].problem;
  if (Object.keys(wrong).length) return { written: withProblems(written, wrong) };
  const [reporter = "", ...deputies] = "emails" in reporters ? reporters.emails : [];
  return {
    said: {
      kind,
      unit: written.unit.text,
      ...(direction && { direction }),
      ...(frequency && { frequency }),
      // Empty is said too: there is none any more, whatever the plan file says.
      baseline: baseline ?? "",
      target: target ?? "",
      ...(names && { reporter, deputies }),
    },
  };
}

const withProblems = (written: Written, wrong: Partial<Record<SettingField, string>>): Written =>
  Object.fromEntries(fields.map((field) => [field, { text: written[field].text, ...(wrong[field] && { problem: wrong[field] }) }])) as Written;

function readReporters(text: string): { emails: string[] } | { problem: string } {
  const emails = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const bad = emails.find((email) => !z.email().safeParse(email).success);
  if (bad) return { problem: `"${bad.slice(0, 60)}" is not an e-mail address. Please type whole addresses, with commas between them.` };
  return emails.length > mostReporters ? { problem: `At most ${mostReporters} people can be named.` } : { emails };
}

/** What is different, a part each. */
export function partsOf(item: string, before: Measure, after: Measure): ChangePart[] {
  const part = (what: string, from: Value | undefined, to: Value | undefined): ChangePart[] =>
    (from ?? "") === (to ?? "") ? [] : [{ item, what, ...(given(from) && { from }), ...(given(to) && { to }) }];
  const [had, has] = [before.deputies ?? [], after.deputies ?? []];
  return [
    ...part("kind", before.kind, after.kind),
    ...part("unit", before.unit, after.unit),
    ...part("direction", before.direction, after.direction),
    ...part("frequency", before.frequency ?? "quarterly", after.frequency ?? "quarterly"),
    ...part("baseline", before.baseline, after.baseline),
    ...part("target", before.target, after.target),
    ...part("reporter", before.reporter, after.reporter),
    ...has.filter((email) => !had.includes(email)).flatMap((email) => part("deputy", undefined, email)),
    ...had.filter((email) => !has.includes(email)).flatMap((email) => part("deputy", email, undefined)),
  ];
}

/** Only what is different: the rest stays as the plan file says. */
export function differing(before: Measure, said: Amendment): Amendment {
  const had: Amendment = { ...before, frequency: before.frequency ?? "quarterly" };
  const kept = Object.entries(said).filter(([field, value]) => JSON.stringify(had[field as keyof Amendment] ?? empty(value)) !== JSON.stringify(value));
  return Object.fromEntries(kept);
}

const empty = (value: unknown): unknown => (Array.isArray(value) ? [] : "");

const given = (value: Value | undefined): value is Value => value !== undefined && value !== "";
