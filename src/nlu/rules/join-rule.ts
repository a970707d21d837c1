/** "Join duplicates", "join 1.2.m1 and 1.3.m4", "which measures are printed twice". */
import { reading } from "../readings.js";
import { itemsIn } from "../utterance.js";
import type { Rule } from "./rule.js";

const joining = /^(?:(?:please|can|could|i|we|you|want|need|would|like|to|lets|let|us) )*(?:join|merge|combine|unite|link|separate|part|split|unjoin) /;
const duplicates =
  /\bduplicates?d?\b|\b(?:printed|stands?|standing|listed|counted) (?:twice|several times|more than once|in (?:several|two) places|under several priorities)\b|\bsame measures?\b/;
const alike = /^«\d+» (?:and «\d+» are (?:all )?the same(?: measure)?|is the same (?:measure )?as «\d+»)[ .!]*$/;

/** "1.4.m1 is the same as 2.2.m3", "which measures are printed twice" */
export const join: Rule = (utterance) => {
  const { ask } = utterance;
  const measure = itemsIn(utterance).find(({ type }) => type === "measure");
  if ((joining.test(`${ask} `) || alike.test(ask)) && measure) return [reading("join", { measure: measure.id })];
  if (!duplicates.test(ask) || (!joining.test(`${ask} `) && !/\b(?:measures?|indicators?|figures?|which|what|list|show)\b/.test(ask))) return undefined;
  return [reading("join", { measure: measure?.id })];
};
