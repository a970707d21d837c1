/** What is different between a version that was frozen and the plan as it stands, as an answer. */
import type { Moment } from "../../people/index.js";
import { type Catalogue, catalogueOf, dayInWords, instantInWords, type Plan, wordsOf } from "../../plan/index.js";
import type { Answer, Row, Section, Suggestion } from "../../shared/answer.js";
import { answerIn, ask, section } from "../../shared/answer-text.js";
import { capital, listed, listedUpTo, plural, shortened } from "../../shared/words.js";
import type { Frozen } from "../frozen.js";
import { type Difference, differences } from "../since-frozen.js";
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

export async function sinceAnswer({ frozen, standing }: FreezeParts, moment: Moment, said?: string): Promise<Answer> {
  const kept = await frozen.all(moment.known.id);
  const version = meant(kept, said, moment.plan.timeZone);
  if (!version) return kept.length ? noSuch(kept, said) : noneYet();
  const [{ content }, now] = await Promise.all([frozen.of(moment.known.id, version.name), standing(moment.known)]);
  const sections = sectionsOf(content, now);
  const { timeZone } = moment.plan;
  const rest = others(kept, version);
  return answerIn("rows", {
    title: `Changes since "${version.name}"`,
    lead: [
      `"${version.name}" was frozen on ${instantInWords(version.at, timeZone)} by ${version.by}${said === undefined && rest.length ? `; it is the newest of ${kept.length} versions` : ""}.`,
      sections.length ? `Since then: ${listed(sections.map(({ count, one, many }) => plural(count, one, many)))}.` : "Nothing has changed since then.",
    ],
    sections: sections.map(({ section }) => section),
    gaps: [],
    sources: [
      ...(moment.known.sample ? ["Example data: the leads, statuses and figures in this plan are examples."] : []),
      `As at ${dayInWords(moment.today)}. Compared item by item: words, dates, leads and statuses; figures are not compared.`,
    ],
    suggestions: [...rest, howDoing],
  });
}

const noneYet = (): Answer =>
  answerIn("notice", {
    title: "No version was frozen yet",
    lead: ['So there is nothing to hold the plan against. A manager can keep it as it stands: "freeze the plan as agreed".'],
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

function sectionsOf(before: Plan, now: Plan): Part[] {
  const { added, gone, worded, moved, leads, statuses } = differences(before, now);
  const [old, standing] = [catalogueOf(before), catalogueOf(now)];
  const item = (id: string, of: Catalogue, most: number) => {
    const found = of.find(id);
    return found ? shortened(wordsOf(found), most) : "";
  };
  const whole = (of: Catalogue) => (id: string) => ({ id, text: item(id, of, 200) });
  const differs = ({ id, what }: Difference): Row => ({ id, text: item(id, standing, 90), detail: shortened(capital(what), 320) });
  return [
    ...part(["New", "new item"], added, whole(standing)),
    ...part(["Gone", "item gone", "items gone"], gone, whole(old)),
    ...part(["Changed in wording", "change of wording", "changes of wording"], worded, differs),
    ...part(["Dates moved", "action with moved dates", "actions with moved dates"], moved, differs),
    ...part(["Leads changed", "change of lead", "changes of lead"], leads, differs),
    ...part(["Statuses changed", "change of status", "changes of status"], statuses, differs),
  ];
}

const part = <T>([heading = "", one = "", many = `${one}s`]: string[], things: T[], toRow: (thing: T) => Row): Part[] =>
  section(heading, things, toRow).map((found) => ({ section: found, count: things.length, one, many }));
