import type { Direction, Kind, Measure } from "../plan/plan.js";

const kindWords: [RegExp, Kind][] = [
  [/%|\bper\s?cent\b|\bpercentage\b|\bproportion of\b/i, "percentage"],
  [/\bratings?\b|\bsatisfaction scores?\b/i, "rating"],
  [/\bnumbers?(?:\/\p{L}+)? of\b|\bno\. of\b/iu, "number"],
  [
    /\b(?:capital|revenue|level of|amount of|value of)\b.{0,200}\b(?:investment|funding|income)\b|\binvestment\b|\bincome (?:generated|raised)\b|£/i,
    "currency",
  ],
  [/^(?:completion|creation|adoption|publication|establishment|launch|embedding) of\b|^complete\b/i, "yesno"],
];

const directionWords: [RegExp, Direction][] = [
  [/^(?:completion|creation|adoption|publication|establishment|launch|embedding) of\b|^complete\b/i, "complete"],
  [/^(?:reduced|decreased|fewer|lower|less|reduction|decrease)\b|\b(?:reduced|decreased)$/i, "decrease"],
  [/^(?:increased?|more|greater|higher|growth)\b|\bincreased$/i, "increase"],
  [/^(?:improved?|better|improvement)\b/i, "improve"],
];

const counted: Kind[] = ["number", "currency", "percentage"];

/** The kind of measure that its words mean: "% of", "£", "satisfaction"; a narrative where they say nothing. */
export const kindInWords = (text: string): Kind => kindWords.find(([pattern]) => pattern.test(text))?.[1] ?? "narrative";

/** Which way is better by its words; where they say nothing, more of what is counted. */
export const directionInWords = (text: string, kind: Kind): Direction =>
  directionWords.find(([pattern]) => pattern.test(text))?.[1] ?? (kind === "yesno" ? "complete" : counted.includes(kind) ? "increase" : "improve");

/** The figures a plan file gives say more of a measure's kind than its words do. */
function kindOf({ text, figures = [], baseline, target }: Pick<Measure, "text" | "figures" | "baseline" | "target">): Kind {
  const read = kindInWords(text);
  const value = [...figures.map((figure) => figure.value), target, baseline].find((given) => given !== undefined);
  if (value === undefined) return read;
  if (typeof value === "boolean") return "yesno";
  if (typeof value === "string") return "narrative";
  return read === "yesno" || read === "narrative" ? "number" : read;
}

/** The measure with kind and direction read from its words where it does not say them; `inferred` names which. */
export function withInferred<M extends Omit<Measure, "id">>(measure: M): M {
  const kind = measure.kind ?? kindOf(measure);
  const direction = measure.direction ?? directionInWords(measure.text, kind);
  const inferred = new Set(measure.inferred ?? []);
  if (!measure.kind) inferred.add("kind");
  if (!measure.direction) inferred.add("direction");
  return { ...measure, kind, direction, ...(inferred.size && { inferred: [...inferred] }) };
}
