import type { Document } from "../storage/port.js";
import type { Plan, Priority, ReviewNote, Theme } from "./plan.js";

/** Rows that come with a plan but are kept elsewhere (its figures), waiting to be added there. */
export type StagedRow = Document;

/** One document of a plan's content: few enough words to stay far below a database's limit, whatever the plan's size. */
export interface PlanPart extends Document {
  /** Id of the plan. */
  plan: string;
  /** Names one import's content; parts of the same content belong together. */
  content: string;
  revision: number;
  place: number;
  head?: Omit<Plan, "themes"> & { themes: Omit<Theme, "priorities">[] };
  /** A priority and the place of its theme. */
  theme?: number;
  priority?: Priority;
  look?: ReviewNote[];
  staged?: StagedRow[];
}

export interface PlanContent {
  /** Of the plan. */
  id: string;
  plan: Plan;
  look: ReviewNote[];
  staged: StagedRow[];
}

const rowsInPart = 100;

function inPieces<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, piece) => rows.slice(piece * rowsInPart, (piece + 1) * rowsInPart));
}

type Filling = Omit<PlanPart, "_id" | "plan" | "content" | "revision" | "place">;

/** The content as documents: one for the plan's head, one for each priority, one for each hundred rows of the rest. */
export function partsOf({ id, plan, look, staged }: PlanContent, content: string, revision: number): PlanPart[] {
  const { themes, ...head } = plan;
  const fillings: Filling[] = [
    { head: { ...head, themes: themes.map(({ priorities: _, ...theme }) => theme) } },
    ...themes.flatMap(({ priorities }, theme) => priorities.map((priority): Filling => ({ theme, priority }))),
    ...inPieces(look).map((rows): Filling => ({ look: rows })),
    ...inPieces(staged).map((rows): Filling => ({ staged: rows })),
  ];
  return fillings.map((filling, place) => ({ _id: `${content}/${place}`, plan: id, content, revision, place, ...filling }));
}

/** The content again; parts in any order. Throws when there is no head among them. */
export function contentOf(parts: PlanPart[]): { plan: Plan; look: ReviewNote[] } {
  const ordered = [...parts].sort((a, b) => a.place - b.place);
  const head = ordered[0]?.head;
  if (!head) throw new Error("The plan's parts have no head");
  const themes = head.themes.map((theme): Theme => ({ ...theme, priorities: [] }));
  for (const { theme, priority } of ordered) if (priority) themes[theme ?? 0]?.priorities.push(priority);
  return { plan: { ...head, themes }, look: ordered.flatMap(({ look }) => look ?? []) };
}
