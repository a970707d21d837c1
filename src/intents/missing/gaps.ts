import { facts, section } from "../../answers/rows.js";
import { are, capital, listedUpTo, plural, shortened } from "../../answers/wording.js";
import { dutySaidOf, type Expected, lastDayToReport, type Report } from "../../figures/index.js";
import { addMonths, dayInWords, type ItemOf, periodInShort } from "../../plan/index.js";
import type { Scene } from "../../request/scene.js";
import type { Row, Section } from "../../shared/answer.js";

/** Recent reports reach back two years; a window before that needs them all. */
export async function reportsOf(scene: Scene, items: ItemOf<"measure">[], from = scene.today): Promise<Map<string, Report[]>> {
  if (from >= addMonths(scene.today, -24)) return scene.recentReports(items.map(({ id }) => id));
  const all = await Promise.all(items.map(async ({ id }): Promise<[string, Report[]]> => [id, await scene.allReports(id)]));
  return new Map(all);
}

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
  const lacking = [...groups].map(([text, all]) => ({ text, all, without: all.filter(({ report }) => !report) })).filter(({ without }) => without.length);
  lacking.sort((a, b) => b.without.length - a.without.length);
  return lacking.map(({ text, all, without }) => {
    const late = without.filter((one) => one.late).length;
    const ids = [...new Set(without.map(({ item }) => item.id))];
    return {
      id: "",
      text,
      detail: facts(`${all.length - without.length} of ${all.length} in`, late > 0 && `${late} late`, `missing: ${listedUpTo(ids, 6)}`),
    };
  });
}

interface Gap {
  item: ItemOf<"measure">;
  missing: Expected[];
}

export function byMeasure(missing: Expected[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const one of missing) {
    const gap = found.get(one.item.id) ?? { item: one.item, missing: [] };
    gap.missing.push(one);
    found.set(one.item.id, gap);
  }
  return [...found.values()];
}

export function leadOf({ items, expected, gaps, whose, when }: { items: unknown[]; expected: Expected[]; gaps: Gap[]; whose: string; when: string }): string[] {
  if (!items.length) return [`There are no measures${whose}.`];
  if (!expected.length) return [`No figure${whose}${when} can be asked for yet: no period is over.`];
  const missing = gaps.flatMap((gap) => gap.missing);
  const late = missing.filter((one) => one.late).length;
  const inSoFar = `${expected.length - missing.length} of ${expected.length} ${are(expected.length - missing.length)} in.`;
  if (!missing.length) return [`No figure${whose}${when} is missing: ${expected.length === 1 ? "it is" : `all ${expected.length} are`} in.`];
  const lateness =
    late === missing.length ? `${late === 1 ? "it is" : "all of them are"} late` : late ? `${late} of them ${are(late)} late` : "none of them is late yet";
  return [`${plural(missing.length, "figure")}${whose}${when} ${are(missing.length)} missing; ${lateness}.`, inSoFar];
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
