/** What of a digest is of one plan: a block for actions, one for figures, one for each kind of what managers hear. */
import type { FigureForms } from "../figures/index.js";
import type { RequestContext } from "../people/index.js";
import { dayInWords, type ItemOf, type KnownPlan, type Period, periodNamed } from "../plan/index.js";
import type { KeptProgress } from "../progress/index.js";
import type { DigestBlock, FormPart, Press } from "../shared/answer.js";
import { opening } from "../shared/words.js";
import { actionsBlock } from "./commands/actions-block.js";
import { type DueItem, insteadInWords, type LeadItem, type ReporterItem } from "./due-item.js";
import { managerBlocks } from "./manager-blocks.js";

/** One plan on the card. */
export interface Page {
  context: RequestContext;
  /** By action id. */
  said: ReadonlyMap<string, KeptProgress>;
}

/** `first` is its most pressing item. */
export interface Block {
  first: DueItem;
  block: DigestBlock;
  known: KnownPlan;
}

/** The blocks of one plan's part of a digest, with the item that stands first in each. `hidden` are counted, not shown. */
export async function blocksOf(
  { context, said }: Page,
  { shown, hidden, figureForms }: { shown: DueItem[]; hidden: DueItem[]; figureForms: FigureForms },
): Promise<Block[]> {
  const leads = shown.filter((item) => item.part === "lead");
  const figures = shown.filter((item) => item.part === "reporter");
  const manager = shown.filter((item) => item.part === "manager");
  const blocks = [
    { first: leads[0], block: leads.length ? actionsBlock(context, leads.map(withDate), said) : undefined },
    { first: figures[0], block: figures.length ? await figuresBlock(figureForms, context, figures) : undefined },
    ...managerBlocks(manager, hidden),
  ];
  return blocks.flatMap(({ first, block }) => (first && block ? [{ first, block, known: context.known }] : []));
}

/** "due in 28 days, on 31 March 2027"; what is overdue says since when. */
function withDate(item: LeadItem): LeadItem {
  const on = dayInWords(item.due);
  if (item.unreported || /\boverdue\b/.test(item.why)) return { ...item, more: [`Was due on ${on}`, ...item.more] };
  return { ...item, why: /\btoday\b/.test(item.why) ? item.why : `${item.why}, on ${on}` };
}

async function figuresBlock(figureForms: FigureForms, context: RequestContext, items: ReporterItem[]): Promise<DigestBlock> {
  const wanted = items.flatMap(({ id, period: name }): { item: ItemOf<"measure">; period: Period }[] => {
    const item = context.catalogue.find(id);
    const period = periodNamed(context.plan, name);
    return item?.type === "measure" && period ? [{ item, period }] : [];
  });
  const form = await figureForms.named(context, wanted);
  const onForm = form?.view === "form" ? form.data : undefined;
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
