/** What is different between a version that was frozen and the plan as it stands, as an answer. */
import type { RequestContext } from "../../people/index.js";
import { type Catalogue, catalogueOf, dayInWords, instantInWords, type Plan, wordsOf } from "../../plan/index.js";
import type { Answer, Row, Section, Suggestion } from "../../shared/answer.js";
import { answerIn, ask, section } from "../../shared/answer-text.js";
import { capital, listed, listedUpTo, plural, shortened } from "../../shared/words.js";
import type { Frozen } from "../frozen.js";
import { type Difference, differences, within } from "../since-frozen.js";
import type { FreezeParts } from "./freeze-card.js";
import { sinceVersion } from "./words.js";

const howDoing = ask("How is the plan doing?");

/** The version that is meant: the newest where none is named, one by its name, else the only one with all the words that were said in its name or its date. */
function meant(kept: Frozen[], said: string | undefined, timeZone: string): Frozen | undefined {
  if (said === undefined) return kept[0];
  const plain = (name: string) => name.toLowerCase().replace(/\s+/g, " ").trim();
  const exact = kept.find(({ name }) => plain(name) === plain(said));
  const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsIn(said).filter((word) => !["the", "as", "plan", "version"].includes(word));
  const only = (textOf: (one: Frozen) => string) => {
    const fits = kept.filter((one) => words.length && words.every((word) => wordsIn(textOf(one)).includes(word)));
    return fits.length === 1 ? fits[0] : undefined;
  };
  return exact ?? only(({ name }) => name) ?? only(({ at }) => instantInWords(at, timeZone));
}

const others = (kept: Frozen[], but?: Frozen): Suggestion[] =>
  kept
    .filter((one) => one !== but)
    .slice(0, 3)
    .map(({ name }) => ask(`Since "${shortened(name, 40)}"`, sinceVersion(name)));

/** The version that is meant, or the answer that there is none such. */
async function lookedUp({ frozen }: FreezeParts, context: RequestContext, said?: string): Promise<{ version: Frozen; kept: Frozen[] } | { instead: Answer }> {
  const kept = await frozen.all(context.known.id);
  const version = meant(kept, said, context.plan.timeZone);
  return version ? { version, kept } : { instead: kept.length ? noSuch(kept, said) : noneYet() };
}

const inASentence = ({ name, at, by }: Frozen, kept: Frozen[], said: string | undefined, { timeZone }: Plan): string =>
  `"${name}" was frozen on ${instantInWords(at, timeZone)} by ${by}${said === undefined && kept.length > 1 ? `; it is the newest of ${kept.length} versions` : ""}.`;

/** The version that is meant: by its name in any case, the newest when none is named; or an answer that says which there are. */
export async function versionFor(parts: FreezeParts, context: RequestContext, said?: string) {
  const found = await lookedUp(parts, context, said);
  if ("instead" in found) return found;
  const { version, kept } = found;
  const { name, at, by, last } = version;
  return { version: { name, at, by, ...(last && { change: last._id }), said: inASentence(version, kept, said, context.plan) } };
}

/** What changed since a version, in all or under an item. */
export async function sinceAnswer(
  parts: FreezeParts,
  context: RequestContext,
  { name: said, within: part }: { name?: string; within?: { id: string; place: string } },
): Promise<Answer> {
  const found = await lookedUp(parts, context, said);
  if ("instead" in found) return found.instead;
  const { version, kept } = found;
  const [{ content }, now] = await Promise.all([parts.frozen.of(context.known.id, version.name), parts.standing(context.known)]);
  const sections = sectionsOf(content, now, part?.id);
  const rest = others(kept, version);
  const where = part ? ` ${part.place}` : "";
  return answerIn("rows", {
    title: `Changes${where} since "${version.name}"`,
    lead: [
      inASentence(version, kept, said, context.plan),
      sections.length
        ? `Since then${part ? `, ${part.place}` : ""}: ${listed(sections.map(({ count, one, many }) => plural(count, one, many)))}.`
        : `Nothing has changed${where} since then.`,
    ],
    sections: sections.map(({ section }) => section),
    gaps: [],
    sources: [
      ...(context.known.sample ? ["Example data: the leads, statuses and figures in this plan are examples."] : []),
      `As at ${dayInWords(context.today)}. I compared each item then and now: words, dates, leads, statuses and figures. Changes that were undone in between are not listed, nor are reports that there is no figure.`,
    ],
    suggestions: [ask("Who changed it?", `Who changed ${part ? idSaid(now, part.id) : "the plan"} since version "${version.name}"?`), ...rest, howDoing],
  });
}

const noneYet = (): Answer =>
  answerIn("notice", {
    title: "No version was frozen yet",
    lead: ['So there is nothing to compare the plan with. A manager can keep a copy of it as it is now: "freeze the plan as agreed".'],
    suggestions: [ask("Recent changes"), howDoing],
  });

const noSuch = (kept: Frozen[], said = ""): Answer =>
  answerIn("notice", {
    title: "I do not know that version",
    lead: [
      `No version is called "${said}", or more than one could be meant. ${kept.length === 1 ? "There is" : "There are"} ${listedUpTo(
        kept.map(({ name }) => `"${name}"`),
        10,
      )}.`,
    ],
    suggestions: others(kept),
  });

interface Part {
  section: Section;
  count: number;
  one: string;
  many: string;
}

const idSaid = (plan: Plan, id: string): string => (plan.themes.some((theme) => theme.id === id) ? `theme ${id}` : id);

function sectionsOf(before: Plan, now: Plan, part?: string): Part[] {
  const [old, standing] = [catalogueOf(before), catalogueOf(now)];
  const all = differences(before, now);
  const { added, gone, worded, moved, leads, statuses, figures } = part === undefined ? all : within(all, part, [old, standing]);
  const item = (id: string, of: Catalogue, most: number) => {
    const found = of.find(id);
    return found ? shortened(wordsOf(found), most) : "";
  };
  const whole = (of: Catalogue) => (id: string) => ({ id, text: item(id, of, 200) });
  const differs = ({ id, what }: Difference): Row => ({ id, text: item(id, standing, 90), detail: shortened(capital(what), 320) });
  return [
    ...partOf(["New", "new item"], added, whole(standing)),
    ...partOf(["Gone", "item gone", "items gone"], gone, whole(old)),
    ...partOf(["Changed in wording", "change of wording", "changes of wording"], worded, differs),
    ...partOf(["Dates moved", "action with moved dates", "actions with moved dates"], moved, differs),
    ...partOf(["Leads changed", "change of lead", "changes of lead"], leads, differs),
    ...partOf(["Statuses changed", "change of status", "changes of status"], statuses, differs),
    ...partOf(["Figures", "measure with new or corrected figures", "measures with new or corrected figures"], figures, differs),
  ];
}

const partOf = <T>([heading = "", one = "", many = `${one}s`]: string[], things: T[], toRow: (thing: T) => Row): Part[] =>
  section(heading, things, toRow).map((found) => ({ section: found, count: things.length, one, many }));
