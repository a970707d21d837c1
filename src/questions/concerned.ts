import { leadersOf, leadersOfPriority } from "../plan/index.js";
import type { Scene } from "../request/scene.js";
import type { Reading } from "./desk.js";

/** Addresses of those who may do something about what an answer shows: its leads, deputies and reporter, then the managers. */
export function concerned({ args }: Reading, { catalogue, managers }: Scene): string[] {
  const id = [args.measure, args.action, args.scope].find((each): each is string => typeof each === "string");
  const item = id ? catalogue.find(id) : undefined;
  const leads = item?.type === "action" ? leadersOf(item) : item && "priority" in item ? leadersOfPriority(item.priority) : [];
  const reports = item?.type === "measure" ? [item.measure.reporter, ...(item.measure.deputies ?? [])] : [];
  return [...new Set([...reports, ...leads, ...managers].filter((one) => one !== undefined))];
}
