import { catalogueOf, type ItemOf } from "../plan/catalogue.js";
import { printedTwice } from "../plan/duplicates.js";
import { kinds, type Plan } from "../plan/plan.js";
import { idList } from "./id-list.js";
import type { ReviewIssue } from "./look-row.js";

const readsLikeMeasure =
  /^(?:(?:increased|improved|reduced|decreased|greater|higher|lower|fewer|better)\s+(?!and\b)|(?:number|percentage|proportion|level|completion|rate) of\b|%)/i;

function lookAtDuplicates(measures: ItemOf<"measure">[]): ReviewIssue[] {
  return printedTwice(measures).map((group) => {
    const [first] = group as [ItemOf<"measure">];
    const alike = group.every(({ measure }) => measure.text === first.measure.text) ? "the same measure" : "the same measure, but for its ending or spelling,";
    return {
      id: first.id,
      kind: "printed twice",
      measures: group.map(({ id }) => id),
      why: `${alike} stands under several priorities, as ${idList(group.map(({ id }) => id))}: "${first.measure.text}"; each keeps its own figures`,
    };
  });
}

/** The id of the line on inferred kinds and directions. */
export const inferredId = "measures";

/** One line on all measures whose kind or direction was read from their words; none when there are none. */
export function inferredView(plan: Plan): ReviewIssue[] {
  const inferred = catalogueOf(plan).measures.filter(({ measure }) => measure.inferred?.length);
  if (!inferred.length) return [];
  const byKind = kinds.flatMap((kind) => {
    const ids = inferred.filter(({ measure }) => measure.kind === kind && measure.inferred?.includes("kind")).map(({ id }) => id);
    return ids.length ? [`${ids.length} ${kind} (${idList(ids)})`] : [];
  });
  const directions = inferred.filter(({ measure }) => measure.inferred?.includes("direction")).length;
  const kindCount = inferred.filter(({ measure }) => measure.inferred?.includes("kind")).length;
  const parts = [
    kindCount
      ? `the kind of ${kindCount === 1 ? "1 measure is inferred from its" : `${kindCount} measures is inferred from their`} words: ${byKind.join("; ")}`
      : "",
    directions ? `the direction of ${directions} is inferred${kindCount ? " too" : ""}` : "",
  ];
  return [{ id: inferredId, kind: "inferred", why: parts.filter(Boolean).join("; ") }];
}

/** What a person should look at in any plan, however it came in. */
export function lookOver(plan: Plan): ReviewIssue[] {
  const { actions, measures } = catalogueOf(plan);
  const likeMeasures = actions
    .filter(({ action }) => readsLikeMeasure.test(action.text))
    .map(({ id, action }): ReviewIssue => ({ id, kind: "like a measure", why: `it is printed among the actions but reads like a measure: "${action.text}"` }));
  return [...likeMeasures, ...lookAtDuplicates(measures), ...inferredView(plan)];
}
