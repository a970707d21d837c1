import type { Change } from "../audit/index.js";
import { receiptNumber } from "../forms/index.js";
import { instantInWords, type Plan } from "../plan/index.js";

/** The end of every receipt: who, when, and the number to quote. */
export const changeFacts = (change: Change, { plan }: { plan: Pick<Plan, "timeZone"> }): { label: string; value: string }[] => [
  { label: "By", value: byWhom(change) },
  { label: "On", value: instantInWords(change.at, plan.timeZone) },
  { label: "Receipt", value: receiptNumber(change._id) },
];

/** "sam@example.org, for lead@example.org", who was away. */
export const byWhom = ({ by, inPlaceOf }: Pick<Change, "by" | "inPlaceOf">): string => (inPlaceOf ? `${by}, for ${inPlaceOf}` : by);
