/** What a text is about tells which kind of question it may be: a measure has figures, an action a status. Pure. */
import type { Item } from "../../plan/index.js";
import type { Guide } from "../guide.js";
import { itemsIn, type Sketch } from "../sketch.js";
import { stem } from "../stem.js";
import { searchTopics } from "../topics.js";
import type { Candidate } from "./candidate.js";
import type { Decidable } from "./decidable.js";

/** By how much better something of one kind must fit to tell. */
const CLEARLY = 0.12;
const ODDS = 3;

const any: readonly Item["type"][] = ["theme", "priority", "action", "measure"];

/** The same candidates with other weights; they need not make 1. */
export function byTopic(candidates: readonly Candidate[], sketch: Sketch, intentNamed: (name: string) => Decidable | undefined): readonly Candidate[] {
  const kind = itemsIn(sketch).length ? undefined : clearKind(sketch);
  if (!kind) return candidates;
  return candidates.map(({ intent, p }) => {
    const about = intentNamed(intent)?.about;
    if (!about) return { intent, p };
    const measures = about.includes("measure");
    const work = about.includes("action") || about.includes("priority");
    if (measures === work) return { intent, p };
    return { intent, p: measures === (kind === "measure") ? p * ODDS : p };
  });
}

/** Something that is worked on is called by its own name or acronym, and hardly anything else is said. */
const called = ({ chunks, telling }: Sketch["topic"], guide: Guide): boolean =>
  chunks.flat().every((word) => telling.has(word) && guide.names.get(stem(word))?.some(({ type }) => type !== "measure")) && chunks.length > 0;

/** Whether the best topic is a measure or what is worked on; nothing when both fit. */
function clearKind({ topic, context: { guide } }: Sketch): "measure" | "work" | undefined {
  const { topics } = searchTopics(topic, guide, { types: any });
  const best = (measure: boolean) => topics.find(({ item }) => (item.type === "measure") === measure)?.score ?? 0;
  const [measure, work] = [best(true), best(false)];
  if (called(topic, guide)) return "work";
  if (measure - work >= CLEARLY) return "measure";
  return work - measure >= CLEARLY ? "work" : undefined;
}
