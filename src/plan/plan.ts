import { z } from "zod/v4";

/** A calendar day, "2027-03-31", that exists. Days compare as strings. */
export const Day = z.iso.date("must be a date that exists, written 2027-03-31");
export type Day = z.infer<typeof Day>;

const Email = z.email("must be an e-mail address").transform((email) => email.toLowerCase());
const Deputies = z.array(Email).max(20);
const Id = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}.\-/]*$/u, "must be letters, digits, dots and dashes");
const Words = z.string().trim().min(1, "must not be empty").max(4000);
/** Who leads or reports as the source prints it ("Head of Property"), where no address is known. */
const AsPrinted = z.string().trim().min(1, "must not be empty").max(400);

export const statuses = ["not-started", "on-track", "at-risk", "off-track", "complete", "cancelled"] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

export const Milestone = z.object({
  label: Words.optional(),
  due: Day,
  /** The first date, where the source prints a revised one or more time was agreed to; `due` is the one that counts. */
  printed: Day.optional(),
  /** How often more time was agreed to. */
  slips: z.number().int().min(0).max(1000).optional(),
  done: Day.optional(),
  /** Under way by `due` and then kept up: met by any status but not-started, never late for not being complete. */
  ongoing: z.boolean().optional(),
});
export type Milestone = z.infer<typeof Milestone>;

export const kinds = ["number", "percentage", "rating", "currency", "yesno", "narrative"] as const;
export const directions = ["increase", "decrease", "complete", "improve"] as const;
export const frequencies = ["monthly", "quarterly", "yearly"] as const;
export type Kind = (typeof kinds)[number];
export type Direction = (typeof directions)[number];
export type Frequency = (typeof frequencies)[number];

const FigureValue = z.union([z.number(), z.boolean(), z.string().trim().min(1).max(4000)]);

/** One measure in one period. `at` is an instant (ISO 8601), `by` an e-mail address; both absent when the file does not say. */
export const Figure = z.object({
  period: z.string().trim().min(4).max(20),
  value: FigureValue,
  note: Words.optional(),
  by: z.string().trim().min(1).max(200).optional(),
  at: z.iso.datetime({ offset: true, message: "must be an instant, written 2026-10-08T09:30:00Z" }).optional(),
});
export type Figure = z.infer<typeof Figure>;

export const Measure = z.object({
  id: Id,
  text: Words,
  kind: z.enum(kinds).optional(),
  unit: z.string().trim().max(60).optional(),
  direction: z.enum(directions).optional(),
  frequency: z.enum(frequencies).optional(),
  baseline: FigureValue.optional(),
  target: FigureValue.optional(),
  reporter: Email.optional(),
  reporterAs: AsPrinted.optional(),
  /** Who may report it as well. */
  deputies: Deputies.optional(),
  figures: z.array(Figure).optional(),
  /** The measure that it was joined to: the same one, printed under another priority, whose figures count here too. */
  countsAs: Id.optional(),
  /** What the import read from the words because the source does not say it. */
  inferred: z.array(z.enum(["kind", "direction"])).optional(),
  /** Set when the import took the measure out of the plan; kept for its history. */
  retired: z.boolean().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** `timescale` is what is printed; `milestones` what was read from it, or what the file says instead. */
export const PlanAction = z.object({
  id: Id,
  text: Words,
  timescale: z.string().trim().max(400).optional(),
  lead: Email.optional(),
  leadAs: AsPrinted.optional(),
  deputies: Deputies.optional(),
  /** Kept up, without a date of its own: "Ongoing", "Annually". */
  ongoing: z.boolean().optional(),
  status: Status.optional(),
  /** The day it came in, where a date of it was past by then and the source said nothing of how it stands. */
  loaded: Day.optional(),
  note: Words.optional(),
  milestones: z.array(Milestone).optional(),
  retired: z.boolean().optional(),
});
export type PlanAction = z.infer<typeof PlanAction>;

export const Priority = z.object({
  id: Id,
  title: Words,
  aliases: z.array(Words).optional(),
  lead: Email.optional(),
  leadAs: AsPrinted.optional(),
  /** Who may do what the lead may. */
  deputies: Deputies.optional(),
  actions: z.array(PlanAction).default([]),
  measures: z.array(Measure).default([]),
  retired: z.boolean().optional(),
});
export type Priority = z.infer<typeof Priority>;

export const Theme = z.object({
  id: Id,
  name: Words,
  statement: Words.optional(),
  priorities: z.array(Priority).default([]),
  /** The source prints no heading: the name was made from the titles of the theme's priorities. */
  inferred: z.array(z.enum(["name"])).optional(),
  retired: z.boolean().optional(),
});
export type Theme = z.infer<typeof Theme>;

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be a time zone such as "Europe/London"');

/** The plan as it is known: its words, and what was said of it when it was imported. Later progress and figures are kept apart. */
export const Plan = z.object({
  title: Words,
  /** First day of Year 1. */
  starts: Day.refine((day) => /^(?:19|20|21)/.test(day), "must be a day from 1900 to 2199"),
  timeZone: timeZone.default("Europe/London"),
  themes: z.array(Theme).min(1, "must have at least one theme"),
});
export type Plan = z.infer<typeof Plan>;

/** A row that a person should look at after an import, with the reason in words. */
export interface ReviewNote {
  id: string;
  why: string;
}
