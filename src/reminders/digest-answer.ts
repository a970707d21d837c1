/** A digest as the one card a person gets: their actions with what they can say of them, the figures form, the managers' sections, each of its plan. */
import type { FigureForms } from "../figures/index.js";
import type { Managers, RequestContext } from "../people/index.js";
import { type Day, dayInWords, type KnownPlan, type Plans, planInShort } from "../plan/index.js";
import { type Progress, requestsSays } from "../progress/index.js";
import type { Answer, DigestBlock, Suggestion } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { withOwnFields } from "../shared/block-fields.js";
import { UserFacingError } from "../shared/errors.js";
import { listed, plural } from "../shared/words.js";
import { type Block, blocksOf, type Page } from "./digest-blocks.js";
import { type Digest, type DueItem, type ManagerStep, mostItems, plansIn } from "./due-item.js";
import type { SettingsStore } from "./settings-store.js";

/** Made when it is about to go, for the id that the person has in the channel. What is of several plans is bound to each already. */
export type MakeDigestAnswer = (digest: Digest, person: { id: string; email: string }, at: Date) => Answer | Promise<Answer>;

export interface DigestAnswerParts {
  plans: Pick<Plans, "of">;
  managers: Pick<Managers, "all">;
  progress: Pick<Progress, "of">;
  settings: Pick<SettingsStore, "awayWith">;
  figureForms: FigureForms;
}

/** Makes the card of a digest as things stand when it is sent, not when it was planned. */
export const openDigestAnswer =
  (parts: DigestAnswerParts): MakeDigestAnswer =>
  async (digest, person, at) => {
    const shown = onCard(digest);
    const asked = { shown, today: digest.day, asker: person, at };
    const pages = await Promise.all(plansIn(digest).map((plan) => pageOf(parts, { plan, items: itemsOf(plan, digest.items), ...asked })));
    return digestCard(digest, shown, pages, parts.figureForms);
  };

const itemsOf = (plan: string, items: readonly DueItem[]): DueItem[] => items.filter(({ of }) => !of || of.id === plan);

/** What is looked up of one plan for the card. */
async function pageOf(
  { plans, managers, progress, settings }: DigestAnswerParts,
  { plan: id, items, shown, ...context }: Pick<RequestContext, "asker" | "at"> & { plan: string; items: DueItem[]; shown: DueItem[]; today: Day },
): Promise<Page> {
  const [known, all] = await Promise.all([plans.of(id), managers.all()]);
  if (!known) throw new UserFacingError("There is no plan yet.");
  const { email = "" } = context.asker;
  const standsInFor = items.some(({ instead }) => instead) ? await settings.awayWith(known.id, email, context.today) : [];
  const priorities = new Set(itemsOf(id, shown).flatMap((item) => priorityOf(known, item.id)));
  const said = new Map((await Promise.all([...priorities].map((priority) => progress.of(known.id, priority)))).flatMap((one) => [...one]));
  return { context: { known, plan: known.plan, catalogue: known.catalogue, managers: all, standsInFor, ...context }, said };
}

const priorityOf = ({ catalogue }: KnownPlan, id: string): string[] => {
  const item = catalogue.find(id);
  return item?.type === "action" ? [item.priority.id] : [];
};

/** Of a manager's kinds of things each keeps a place, so that a long list of one hides none of the others. */
const mostKinds = 5;

/** How alive the plan is is no thing to do: it stands beside those. */
const isToDo = ({ step }: DueItem): boolean => step !== "kept alive";

/** What stands on the card: a person's own first, most pressing first, then the managers' kinds of things, at least one of each. */
export function onCard({ items }: Pick<Digest, "items">): DueItem[] {
  const manages = items.filter((item) => item.part === "manager" && isToDo(item));
  const kinds = new Map<string, DueItem>();
  const kindOf = ({ of, step }: DueItem) => `${of?.id ?? ""} ${step}`;
  for (const item of manages) if (!kinds.has(kindOf(item))) kinds.set(kindOf(item), item);
  const own = items.filter(({ part }) => part !== "manager").slice(0, mostItems - Math.min(kinds.size, mostKinds));
  const first = [...kinds.values()].slice(0, mostItems - own.length);
  const more = manages.filter((item) => !first.includes(item)).slice(0, mostItems - own.length - first.length);
  const shown = new Set<DueItem>([...own, ...first, ...more]);
  return items.filter((item) => shown.has(item) || !isToDo(item));
}

async function digestCard(digest: Digest, shown: DueItem[], pages: Page[], figureForms: FigureForms): Promise<Answer> {
  const hidden = digest.items.filter((item) => !shown.includes(item));
  const several = pages.length > 1;
  const blocks: Block[] = [];
  for (const page of pages) {
    const { id } = page.context.known;
    blocks.push(...(await blocksOf(page, { shown: itemsOf(id, shown), hidden: itemsOf(id, hidden), figureForms })));
  }
  // The block with the most pressing item stands first.
  blocks.sort((a, b) => shown.indexOf(a.first) - shown.indexOf(b.first));
  return answerIn("digest", {
    eyebrow: [`Reminder for ${dayInWords(digest.day)}`, several && plural(pages.length, "plan")].filter(Boolean).join(" · "),
    title: titleOf(digest),
    lead: leadOf(digest, hidden, several),
    blocks: several ? blocks.map(ofItsPlan) : blocks.map(({ block }) => block),
    suggestions: [...(several ? [] : suggestionsOf(digest.items).slice(0, 3)), ask("My reminder settings")],
  });
}

/** Where a card is of several plans, each block says of which, what it leads to stands in it, and all its buttons are that plan's. */
function ofItsPlan({ block, first, known: plan }: Block, number: number): DigestBlock {
  const { heading, presses, ...own } = withOwnFields(block, number);
  return {
    ...own,
    heading: `${heading} · ${planInShort(plan)}`,
    presses: presses.map((press) => ({ ...press, data: { ...press.data, plan: plan.id } })),
    suggestions: suggestionsOf([first]).map((one) => ({ ...one, plan: plan.id })),
  };
}

function titleOf({ items: all }: Digest): string {
  const items = all.filter(isToDo);
  const [first] = items;
  const manages = items.every(({ part }) => part === "manager");
  if (manages) return `${plural(items.length, "thing")} for you as a manager`;
  if (items.every(({ part }) => part === "reporter"))
    return items.length === 1 && first ? `Please report the figure for ${first.id}` : `Please report ${plural(items.length, "figure")}`;
  if (items.length === 1 && first) return `${first.id}: ${first.why}`;
  return `${plural(items.length, "thing")} ${items.length === 1 ? "needs" : "need"} you`;
}

/** What is not shown, by kind; and what may have been said before. */
function leadOf({ items: all }: Digest, hidden: DueItem[], several: boolean): string[] {
  const items = all.filter(isToDo);
  const again = [...new Set(items.flatMap((item) => item.again ?? []))].sort().map(dayInWords);
  const instead = [...new Set(items.flatMap((item) => (item.again ? [] : (item.instead ?? []))))];
  return [
    ...(instead.length
      ? [
          `${instead.join(" and ")} ${instead.length === 1 ? "is" : "are"} away, and you stand in. What you save here is recorded as done by you for ${instead.length === 1 ? "them" : "whose it is"}.`,
        ]
      : []),
    ...(again.length === 1 ? [`My message of ${again[0]} may not have reached you; what was in it is here again.`] : []),
    ...(again.length > 1 ? [`My messages of ${listed(again)} may not have reached you; what was in them is here again.`] : []),
    ...(hidden.length
      ? [
          `The ${items.length - hidden.length} most pressing are shown, and there ${hidden.length === 1 ? "is" : "are"} ${hidden.length} more: ${hidden.some(({ part }) => part !== "manager") ? `say "my reminders"${several ? ", with the plan's name," : ""} for what is yours.` : "ask what is overdue to see them."}`,
        ]
      : []),
  ];
}

const asking: [ManagerStep, Suggestion][] = [
  ["more time asked for", ask("Answer the requests", requestsSays)],
  ["escalated", ask("What is overdue?")],
  ["newly overdue", ask("What is overdue?")],
  ["newly at risk", ask("What should I worry about?")],
  ["no lead", ask("Who has no lead?")],
  ["figures missing", ask("Which figures are missing?")],
  ["not delivered", ask("Who cannot be reached?")],
  ["cannot be reached", ask("Who cannot be reached?")],
  ["kept alive", ask("How alive is the plan?")],
];

function suggestionsOf(items: readonly DueItem[]): Suggestion[] {
  const steps = new Set(items.flatMap((item) => (item.part === "manager" ? [item.step] : [])));
  const reassign = items.find((item) => item.part === "manager" && item.step === "to be reassigned");
  const found = [
    ...(reassign ? [ask(`Name a lead for ${reassign.id}`, `Name the lead of ${reassign.id}`)] : []),
    ...asking.flatMap(([step, one]) => (steps.has(step) ? [one] : [])),
  ];
  return [...new Map(found.map((one) => [one.says, one])).values()];
}
