/** A digest as the one card a person gets: their actions with what they can say of them, the figures form, the managers' sections. */
import type { FigureForms } from "../figures/index.js";
import type { Managers, Moment } from "../people/index.js";
import { dayInWords, type ItemOf, type Period, type Plans, periodNamed } from "../plan/index.js";
import { type KeptProgress, type Progress, requestsSays } from "../progress/index.js";
import type { Answer, DigestBlock, FormPart, Press, Suggestion } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { UserFacingError } from "../shared/errors.js";
import { opening, plural } from "../shared/words.js";
import { actionsBlock } from "./desk/actions-block.js";
import { type Digest, type DueItem, insteadInWords, type LeadItem, type ManagerRung, mostItems, type ReporterItem } from "./due-item.js";
import { managerBlocks } from "./manager-blocks.js";
import type { SettingsStore } from "./settings-store.js";

/** Made when it is about to go, for the id that the person has in the channel. */
export type MakeDigestAnswer = (digest: Digest, person: { id: string; email: string }, at: Date) => Answer | Promise<Answer>;

export interface DigestAnswerParts {
  plans: Pick<Plans, "of">;
  managers: Pick<Managers, "recent">;
  progress: Pick<Progress, "of">;
  settings: Pick<SettingsStore, "awayWith">;
  figureForms: FigureForms;
}

export const openDigestAnswer =
  ({ plans, managers, progress, settings, figureForms }: DigestAnswerParts): MakeDigestAnswer =>
  async (digest, person, at) => {
    const [known, all] = await Promise.all([plans.of(digest.plan), managers.recent()]);
    if (!known) throw new UserFacingError("There is no plan yet.");
    const standsInFor = digest.items.some(({ instead }) => instead) ? await settings.awayWith(known.id, person.email, digest.day) : [];
    const moment: Moment = { known, plan: known.plan, catalogue: known.catalogue, today: digest.day, at, asker: person, managers: all, standsInFor };
    const priorities = new Set(onCard(digest).flatMap(({ id }) => priorityOf(moment, id)));
    const said = new Map((await Promise.all([...priorities].map((id) => progress.of(known.id, id)))).flatMap((one) => [...one]));
    return digestCard(digest, moment, { figureForms, said });
  };

const priorityOf = ({ catalogue }: Moment, id: string): string[] => {
  const item = catalogue.find(id);
  return item?.type === "action" ? [item.priority.id] : [];
};

/** Of a manager's kinds of things each keeps a place, so that a long list of one hides none of the others. */
const mostKinds = 5;

/** What stands on the card: a person's own first, most pressing first, then the managers' kinds of things, at least one of each. */
export function onCard({ items }: Pick<Digest, "items">): DueItem[] {
  const manages = items.filter((item) => item.part === "manager");
  const kinds = new Map<string, DueItem>();
  for (const item of manages) if (!kinds.has(item.rung)) kinds.set(item.rung, item);
  const own = items.filter(({ part }) => part !== "manager").slice(0, mostItems - Math.min(kinds.size, mostKinds));
  const first = [...kinds.values()].slice(0, mostItems - own.length);
  const more = manages.filter((item) => !first.includes(item)).slice(0, mostItems - own.length - first.length);
  const shown = new Set<DueItem>([...own, ...first, ...more]);
  return items.filter((item) => shown.has(item));
}

export async function digestCard(
  digest: Digest,
  moment: Moment,
  parts: { figureForms: FigureForms; said: ReadonlyMap<string, KeptProgress> },
): Promise<Answer> {
  const shown = onCard(digest);
  const hidden = digest.items.filter((item) => !shown.includes(item));
  const leads = shown.filter((item) => item.part === "lead");
  const figures = shown.filter((item) => item.part === "reporter");
  const manager = shown.filter((item) => item.part === "manager");
  const blocks = [
    { first: leads[0], block: leads.length ? actionsBlock(moment, leads.map(withDate), parts.said) : undefined },
    { first: figures[0], block: figures.length ? await figuresBlock(parts.figureForms, moment, figures) : undefined },
    ...managerBlocks(manager, hidden),
  ].filter((one): one is { first: DueItem; block: DigestBlock } => one.first !== undefined && one.block !== undefined);
  // The block with the most pressing item stands first.
  blocks.sort((a, b) => shown.indexOf(a.first) - shown.indexOf(b.first));
  return answerIn("digest", {
    eyebrow: `Reminder for ${dayInWords(digest.day)}`,
    title: titleOf(digest),
    lead: leadOf(digest, hidden),
    blocks: blocks.map(({ block }) => block),
    suggestions: suggestionsFor(digest),
  });
}

/** "due in 28 days, on 31 March 2027"; what is overdue says since when. */
function withDate(item: LeadItem): LeadItem {
  const on = dayInWords(item.due);
  if (/\boverdue\b/.test(item.why)) return { ...item, more: [`Was due on ${on}`, ...item.more] };
  return { ...item, why: /\btoday\b/.test(item.why) ? item.why : `${item.why}, on ${on}` };
}

function titleOf({ items }: Digest): string {
  const [first] = items;
  const manages = items.every(({ part }) => part === "manager");
  if (manages) return `${plural(items.length, "thing")} for you as a manager`;
  if (items.every(({ part }) => part === "reporter"))
    return items.length === 1 && first ? `Please report the figure for ${first.id}` : `Please report ${plural(items.length, "figure")}`;
  if (items.length === 1 && first) return `${first.id}: ${first.why}`;
  return `${plural(items.length, "thing")} ${items.length === 1 ? "needs" : "need"} you`;
}

/** What is not shown, by kind; and what may have been said before. */
function leadOf({ items }: Digest, hidden: DueItem[]): string[] {
  const again = items.find((item) => item.again)?.again;
  const instead = [...new Set(items.flatMap((item) => (item.again ? [] : (item.instead ?? []))))];
  return [
    ...(instead.length
      ? [
          `${instead.join(" and ")} ${instead.length === 1 ? "is" : "are"} away, and you stand in. What you save here is recorded as done by you for ${instead.length === 1 ? "them" : "whose it is"}.`,
        ]
      : []),
    ...(again ? [`My message of ${dayInWords(again)} may not have reached you; what was in it is here again.`] : []),
    ...(hidden.length
      ? [
          `The ${items.length - hidden.length} most pressing are shown, and there ${hidden.length === 1 ? "is" : "are"} ${hidden.length} more: ${hidden.some(({ part }) => part !== "manager") ? 'say "my reminders" for what is yours.' : "ask what is overdue to see them."}`,
        ]
      : []),
  ];
}

async function figuresBlock(figureForms: FigureForms, moment: Moment, items: ReporterItem[]): Promise<DigestBlock> {
  const wanted = items.flatMap(({ id, period: name }): { item: ItemOf<"measure">; period: Period }[] => {
    const item = moment.catalogue.find(id);
    const period = periodNamed(moment.plan, name);
    return item?.type === "measure" && period ? [{ item, period }] : [];
  });
  const form = await figureForms.named(moment, wanted);
  const onForm = form?.look === "form" ? form.data : undefined;
  const parts: FormPart[] = onForm?.parts ?? [];
  const presses: Press[] = onForm?.presses ?? [];
  const without = items.filter(({ id }) => !parts.some((part) => part.id === id));
  return {
    heading: "Figures asked for",
    lead:
      parts.length > 1
        ? ["Leave empty what you do not have yet. Nothing is saved until you press Save."]
        : parts.length
          ? ["Nothing is saved until you press Save."]
          : [],
    rows: without.map(rowOf),
    parts,
    presses: presses.map((press) =>
      press.label === "Save" ? { ...press, label: parts.length > 1 ? "Save the figures" : "Save the figure", data: { ...press.data, back: "list" } } : press,
    ),
  };
}

const rowOf = (item: DueItem) => ({
  id: item.id,
  text: item.text,
  detail: [opening(item.why), ...insteadInWords(item), ...item.more].join(" · "),
});

const asking: [ManagerRung, Suggestion][] = [
  ["more time asked for", ask("Answer the requests", requestsSays)],
  ["escalated", ask("What is overdue?")],
  ["newly overdue", ask("What is overdue?")],
  ["no lead", ask("Who has no lead?")],
  ["figures missing", ask("Which figures are missing?")],
  ["not delivered", ask("Who cannot be reached?")],
  ["cannot be reached", ask("Who cannot be reached?")],
];

function suggestionsFor({ items }: Digest): Suggestion[] {
  const rungs = new Set(items.flatMap((item) => (item.part === "manager" ? [item.rung] : [])));
  const reassign = items.find((item) => item.part === "manager" && item.rung === "to be reassigned");
  const found = [
    ...(reassign ? [ask(`Name a lead for ${reassign.id}`, `Name the lead of ${reassign.id}`)] : []),
    ...asking.flatMap(([rung, one]) => (rungs.has(rung) ? [one] : [])),
  ];
  const unique = [...new Map(found.map((one) => [one.says, one])).values()].slice(0, 3);
  return [...unique, ask("My reminder settings")];
}
