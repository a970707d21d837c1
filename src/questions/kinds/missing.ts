/** Which figures are missing, late or just open, and who should report each. */
import { z } from "zod/v4";
import type { KeptFigure } from "../../figures/index.js";
import { type Expected, expectedFigures, lastDayToReport } from "../../figures/index.js";
import { addMonths, dayInWords, type ItemOf } from "../../plan/index.js";
import { Carried, Person, question, Scope, Window } from "../question.js";
import type { Scene } from "../scene.js";
import { answerIn, suggest } from "../wording/answer-text.js";
import { facts, mostRows, section } from "../wording/rows.js";
import { isAsker, measuresIn, placeOf, scopeOf } from "../wording/scope.js";
import { sourcesOf } from "../wording/sources.js";
import { are, inWindow, listed, listedUpTo, plural, shortened } from "../wording/wording.js";

export const missing = question({
  name: "missing",
  about: "Measures whose figure is missing for the newest period that is over, or for the periods in a window; who should report each",
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  answer: async ({ scope, person, window, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const items = measuresIn(scene, scoped).filter((item) => !person || dutyOf(item) === person.toLowerCase());
    const expected = expectedFigures(scene.plan, items, await figuresOf(scene, items, window?.from), scene.today, window);
    const gaps = byMeasure(expected.filter(({ figure }) => !figure));
    const place = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    const whose = person ? `${place} that ${isAsker(scene, person) ? "you report" : `${person} reports`}` : place;
    const when = window ? ` for periods ${inWindow(window)}` : "";
    return answerIn("rows", {
      carried,
      title: `Missing figures${whose}${when}`,
      lead: leadOf({ items, expected, gaps, whose, when }),
      sections: section("", gaps, missingRow),
      gaps:
        window || !gaps.length ? [] : ["Counted is the newest period that is over: the last month, quarter or year, by how often each measure is reported."],
      sources: sourcesOf(scene, { statuses: false }),
      suggestions: suggest(
        gaps[0] && `Who reports ${gaps[0].item.id}?`,
        gaps[0] && `What is the latest figure for ${gaps[0].item.id}?`,
        !person && "Which figures are missing from me?",
      ),
    });
  },
});

/** Who is looked to for a figure: the reporter, else the priority's lead. */
const dutyOf = ({ measure, priority }: ItemOf<"measure">): string | undefined => measure.reporter ?? priority.lead;

/** Recent figures reach back two years; a window before that needs them all. */
async function figuresOf(scene: Scene, items: ItemOf<"measure">[], from = scene.today): Promise<Map<string, KeptFigure[]>> {
  if (from >= addMonths(scene.today, -24)) return scene.recent(items.map(({ id }) => id));
  const all = await Promise.all(items.map(async ({ id }): Promise<[string, KeptFigure[]]> => [id, await scene.allFigures(id)]));
  return new Map(all);
}

interface Gap {
  item: ItemOf<"measure">;
  missing: Expected[];
}

function byMeasure(missing: Expected[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const one of missing) {
    const gap = found.get(one.item.id) ?? { item: one.item, missing: [] };
    gap.missing.push(one);
    found.set(one.item.id, gap);
  }
  return [...found.values()];
}

function leadOf({ items, expected, gaps, whose, when }: { items: unknown[]; expected: Expected[]; gaps: Gap[]; whose: string; when: string }): string[] {
  if (!items.length) return [`There are no measures${whose}.`];
  if (!expected.length) return [`No figure${whose}${when} can be asked for yet: no period is over.`];
  const missing = gaps.flatMap((gap) => gap.missing);
  const late = missing.filter((one) => one.late).length;
  const inSoFar = `${expected.length - missing.length} of ${expected.length} ${are(expected.length - missing.length)} in.`;
  if (!missing.length) return [`No figure${whose}${when} is missing: ${expected.length === 1 ? "it is" : `all ${expected.length} are`} in.`];
  const lateness =
    late === missing.length ? `${late === 1 ? "it is" : "all of them are"} late` : late ? `${late} of them ${are(late)} late` : "none of them is late yet";
  return [`${plural(missing.length, "figure")}${whose}${when} ${are(missing.length)} missing; ${lateness}.`, inSoFar, ...byReporter(gaps)];
}

/** Who owes most, where the list is too long to show it all. */
function byReporter(gaps: Gap[]): string[] {
  if (gaps.length <= mostRows) return [];
  const owed = new Map<string, number>();
  for (const { item, missing } of gaps) owed.set(dutyOf(item) ?? "nobody named", (owed.get(dutyOf(item) ?? "nobody named") ?? 0) + missing.length);
  const most = [...owed].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return [`Most are looked for from ${listed(most.map(([who, number]) => `${who} (${number})`))}.`];
}

function missingRow({ item, missing }: Gap) {
  const { id, measure, priority } = item;
  const [newest] = missing as [Expected, ...Expected[]];
  const periods = listedUpTo(
    missing.map(({ period }) => period.name),
    4,
  );
  const until = dayInWords(lastDayToReport(newest.period));
  const by = measure.reporter ? `Reporter: ${measure.reporter}` : `No reporter named: ${priority.lead ? `${priority.lead} (lead) or ` : ""}any member of staff`;
  return { id, text: shortened(measure.text, 200), detail: facts(periods, newest.late ? `Late: was due by ${until}` : `Open until ${until}`, by) };
}
