import { leadersOf, leadersOfPriority } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Interpretation } from "./assistant.js";

/** Addresses of those who may do something about what an answer shows: its leads, deputies and reporter, then the managers. */
export function concerned({ args }: Interpretation, { catalogue, managers }: AnswerContext): string[] {
  const id = [args.measure, args.action, args.scope].find((each): each is string => typeof each === "string");
  const item = id ? catalogue.find(id) : undefined;
  const leads = item?.type === "action" ? leadersOf(item) : item && "priority" in item ? leadersOfPriority(item.priority) : [];
  const reports = item?.type === "measure" ? [item.measure.reporter, ...(item.measure.deputies ?? [])] : [];
  return [...new Set([...reports, ...leads, ...managers].filter((one) => one !== undefined))];
}
