import { facts, section } from "../../answers/rows.js";
import { are, capital, listedUpTo, plural, shortened } from "../../answers/wording.js";
import { dutySaidOf, type Expected, lastDayToReport } from "../../figures/index.js";
import { dayInWords, type ItemOf, periodInShort } from "../../plan/index.js";
import type { Row, Section } from "../../shared/answer.js";
import { type FigureReturns, figureReturns } from "../../status/index.js";

/** Who has not reported, each with what is missing; else the measures. Each thing stands there once. */
export function sectionsOf(expected: Expected[], gaps: Gap[], who: boolean): Section[] {
  if (!who) return section("", gaps, missingRow);
  return section(
    "",
    shares(expected, (item) => dutySaidOf(item) ?? "Nobody named"),
    (row) => row,
  );
}

/** "2 of 4 in; missing: 1.1.m4, 1.1.m5", most missing first; those with nothing missing are left out. */
function shares(expected: Expected[], whoseOf: (item: ItemOf<"measure">) => string): Row[] {
  const groups = new Map<string, Expected[]>();
  for (const one of expected) groups.set(whoseOf(one.item), [...(groups.get(whoseOf(one.item)) ?? []), one]);
  const lacking = [...groups].map(([text, all]) => ({ text, ...figureReturns(all) })).filter(({ missing }) => missing.length);
  lacking.sort((a, b) => b.missing.length - a.missing.length);
  return lacking.map(({ text, asked, received, missing, late }) => {
    const ids = [...new Set(missing.map(({ item }) => item.id))];
    return {
      id: "",
      text,
      detail: facts(`${received} of ${asked} in`, late > 0 && `${late} late`, `missing: ${listedUpTo(ids, 6)}`),
    };
  });
}

interface Gap {
  item: ItemOf<"measure">;
  missing: Expected[];
}

/** Missing figures gathered by measure, in the order in which the measures come. */
export function byMeasure(missing: Expected[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const one of missing) {
    const gap = found.get(one.item.id) ?? { item: one.item, missing: [] };
    gap.missing.push(one);
    found.set(one.item.id, gap);
  }
  return [...found.values()];
}

/** How many are missing and late, and how many are in. `whose` and `when` begin with a space or are empty. */
export function leadOf({ asked, received, missing, late }: FigureReturns, whose: string, when: string): string[] {
  if (!asked) return [`No figure${whose}${when} can be asked for yet: no period is over.`];
  if (!missing.length) return [`No figure${whose}${when} is missing: ${asked === 1 ? "it is" : `all ${asked} are`} in.`];
  const lateness =
    late === missing.length ? `${late === 1 ? "it is" : "all of them are"} late` : late ? `${late} of them ${are(late)} late` : "none of them is late yet";
  return [`${plural(missing.length, "figure")}${whose}${when} ${are(missing.length)} missing; ${lateness}.`, `${received} of ${asked} ${are(received)} in.`];
}

function missingRow({ item, missing }: Gap) {
  const { id, measure, priority } = item;
  const [newest] = missing as [Expected, ...Expected[]];
  const periods = listedUpTo(
    missing.map(({ period }) => periodInShort({ period: period.name, ends: period.to })),
    4,
  );
  const until = dayInWords(lastDayToReport(newest.period));
  const late = missing.filter((one) => one.late).length;
  const which = missing.length > 1 ? "the newest " : "";
  const lateness = newest.late
    ? `Late: ${which}was due by ${until}`
    : late
      ? `${late} late; ${which}is open until ${until}`
      : capital(`${which}${which && "is "}open until ${until}`);
  const reporter = measure.reporter ?? measure.reporterAs;
  const by = reporter ? `Reporter: ${reporter}` : `No reporter named: ${priority.lead ? `${priority.lead} (lead) or ` : ""}any member of staff`;
  return { id, text: shortened(measure.text, 200), detail: facts(periods, lateness, by) };
}
