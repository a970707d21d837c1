/** Which measures somebody is looked to for, and which of those are to be reported now. Pure but for one read. */

import type { RequestContext } from "../../people/index.js";
import { type ItemOf, leadersOfPriority, type Span } from "../../plan/index.js";
import type { Figures } from "../figures.js";
import { countedOnce } from "../joined.js";
import { notReportable, periodMeant } from "../reportable.js";
import { type Entry, entriesOf } from "./entries.js";

/** The measures that the plan names somebody to report; where it names no reporter, those of priorities they lead. */
export function ownMeasures({ catalogue, asker }: Pick<RequestContext, "catalogue" | "asker">): ItemOf<"measure">[] {
  const email = asker.email?.toLowerCase();
  if (!email) return [];
  const own = catalogue.measures.filter(({ measure, priority }) => {
    if (measure.reporter === email || measure.deputies?.includes(email)) return true;
    return !measure.reporter && !measure.deputies?.length && leadersOfPriority(priority).includes(email);
  });
  return countedOnce(catalogue, own);
}

/** The newest period of each measure that is over (inside the window, when one is given) and can be reported, whether it was or not. */
export function newestEntries(figures: Figures, context: RequestContext, items: ItemOf<"measure">[], window?: Span): Promise<Entry[]> {
  const wanted = countedOnce(context.catalogue, items).map((item) => ({ item, period: periodMeant(context, item, window) }));
  return entriesOf(
    figures,
    context,
    wanted.filter(({ period }) => !notReportable(context, period)),
  );
}
