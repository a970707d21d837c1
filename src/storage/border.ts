/** What passes into either database: plain JSON without null, known operators, harmless names. Anything else is a programming error (TypeError). */
import type { Condition, Document, Filter, FindOptions, Update } from "./port.js";

const operators = new Set(["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$exists"]);
const ranges = new Set(["$gt", "$gte", "$lt", "$lte"]);
const updates = new Set(["$set", "$unset", "$inc", "$push"]);
const loneSurrogate = /\p{Surrogate}/gu;

/** A copy fit for storing: no undefined fields, nothing shared with the caller. */
export function storable<T extends Document>(document: T): T {
  checkId(document._id);
  return copied(document, "document") as T;
}

/** The id as both databases keep it. Throws a TypeError for an empty one. */
export function checkId(id: string): string {
  if (typeof id !== "string" || !id || id === "__proto__") throw new TypeError("An id is a string with something in it");
  return id.replace(loneSurrogate, "\ufffd");
}

/** A copy with nothing in it that the two databases take differently. Throws a TypeError for what neither may be asked. */
export function checkFilter(filter: Filter): Filter {
  const checked: Filter = {};
  for (const [path, condition] of Object.entries(filter)) {
    checkPath(path);
    checked[path] = checkedCondition(path, condition);
  }
  return checked;
}

/** Adds `_id` to a sort, so that both databases give the same order. */
export function checkOptions(options: FindOptions = {}): FindOptions {
  const { limit, sort } = options;
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) throw new TypeError("A limit is a whole number from 1");
  if (!sort) return { limit };
  for (const path of Object.keys(sort)) checkPath(path);
  return { limit, sort: { ...sort, ...(!("_id" in sort) && { _id: 1 }) } };
}

/** The update without what is undefined; nothing when nothing is left of it. */
export function storableUpdate(update: Update): Update | undefined {
  const kept: Record<string, Record<string, unknown>> = {};
  const paths: string[] = [];
  for (const [operator, changes] of Object.entries(update) as [string, Record<string, unknown> | undefined][]) {
    if (!updates.has(operator)) throw new TypeError(`${operator} is no update`);
    for (const [path, value] of Object.entries(changes ?? {})) {
      if (value === undefined) continue;
      checkPath(path);
      if (operator === "$inc" && typeof value !== "number") throw new TypeError(`$inc of ${path} takes a number`);
      paths.push(path);
      kept[operator] = { ...kept[operator], [path]: copied(value, path) };
    }
  }
  checkApart(paths);
  return paths.length ? kept : undefined;
}

/** Paths are applied in no particular order, so none may lie on or under another. */
function checkApart(paths: string[]): void {
  const clash = paths.find((path, place) => path === "_id" || paths.some((other, at) => at !== place && (other === path || other.startsWith(`${path}.`))));
  if (clash) throw new TypeError(clash === "_id" ? "An id never changes" : `An update changes ${clash} twice`);
}

function checkedCondition(path: string, condition: Condition): Condition {
  if (typeof condition !== "object" || condition === null) return scalar(condition, path);
  const entries = Object.entries(condition);
  if (!entries.length || !isPlain(condition)) throw new TypeError(`The filter of ${path} is neither a value nor operators`);
  const checked = entries.map(([operator, value]) => {
    if (!operators.has(operator)) throw new TypeError(`${operator} is no operator (filter of ${path})`);
    if (ranges.has(operator) && typeof value === "boolean") throw new TypeError(`${operator} compares numbers or strings (filter of ${path})`);
    if (operator === "$in" && !Array.isArray(value)) throw new TypeError(`$in takes a list (filter of ${path})`);
    return [operator, Array.isArray(value) ? value.map((one) => scalar(one, path)) : scalar(value, path)];
  });
  return Object.fromEntries(checked);
}

function scalar<T>(value: T, path: string): T {
  if (value === null || typeof value === "object") throw new TypeError(`The filter of ${path} takes a string, a number or a boolean`);
  return copied(value, path) as T;
}

function copied(value: unknown, path: string): unknown {
  if (typeof value === "string") return value.replace(loneSurrogate, "\ufffd");
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return value.map((one, place) => copied(one, `${path}.${place}`));
  if (typeof value !== "object" || value === null || !isPlain(value)) throw new TypeError(`${path} cannot be stored: ${kindOf(value)}`);
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    checkName(name, path);
    if (name.includes(".")) throw new TypeError(`A field name in ${path} has a dot: ${name}`);
    copy[name] = copied(inner, `${path}.${name}`);
  }
  return copy;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(value: unknown): string {
  return typeof value === "object" && value !== null ? (value.constructor?.name ?? "object") : String(value);
}

/** Throws a TypeError for a field's name that begins with "$" or is otherwise none. */
export function checkPath(path: string): void {
  for (const name of path.split(".")) checkName(name, path);
}

/** Names that every object has would reach the prototype in the embedded database. */
function checkName(name: string, path: string): void {
  if (!name || name.startsWith("$") || name in Object.prototype || name.includes("\0"))
    throw new TypeError(`${name || "An empty name"} cannot be used (${path})`);
}
