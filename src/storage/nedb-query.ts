/** Our filters in NeDB's words. Pure. */
import type { Condition, Filter } from "./port.js";

export type NedbQuery = Record<string, unknown>;

/** How many documents an index has under a value. */
export interface IndexSizes {
  has(field: string): boolean;
  under(field: string, value: unknown): number;
}

/**
 * NeDB looks into one index only, that of the last plain value at the top of the query, however many documents that has. So
 * only the best indexed field stands there and the rest goes under $and: the fewest by value, else a range, else all documents.
 */
export function nedbQuery(filter: Filter, indexes: IndexSizes): NedbQuery {
  const parts = Object.entries(filter).flatMap(([field, condition]) => partsOf(field, condition));
  const best = bestPart(parts, indexes);
  const rest = parts.filter((part) => part !== best);
  return { ...best, ...(rest.length > 0 && { $and: rest }) };
}

/** One part an operator, but both ends of a range together. Says $ne and $exists in a way that holds for lists, and $eq, which NeDB lacks. */
function partsOf(field: string, condition: Condition): NedbQuery[] {
  if (typeof condition !== "object") return [{ [field]: condition }];
  const { $eq, $ne, $in, $exists, ...range } = condition;
  const parts: NedbQuery[] = [];
  if ($eq !== undefined) parts.push({ [field]: $eq });
  if ($ne !== undefined) parts.push({ $not: { [field]: $ne } });
  if ($in) parts.push({ [field]: { $in } });
  if ($exists !== undefined) parts.push($exists ? { $not: { [field]: { $exists: false } } } : { [field]: { $exists: false } });
  if (Object.keys(range).length) parts.push({ [field]: range });
  return parts;
}

function bestPart(parts: NedbQuery[], indexes: IndexSizes): NedbQuery | undefined {
  let best: NedbQuery | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const size = sizeOf(part, indexes);
    if (size >= fewest) continue;
    best = part;
    fewest = size;
  }
  return best;
}

/** A range's size is not known without walking it: it comes after every value. */
function sizeOf(part: NedbQuery, indexes: IndexSizes): number {
  const [field, condition] = Object.entries(part)[0] as [string, unknown];
  if (!indexes.has(field)) return Number.POSITIVE_INFINITY;
  if (typeof condition !== "object" || condition === null) return indexes.under(field, condition);
  if ("$in" in condition) return (condition.$in as unknown[]).reduce<number>((sum, value) => sum + indexes.under(field, value), 0);
  return "$exists" in condition ? Number.POSITIVE_INFINITY : Number.MAX_VALUE;
}
