/** Small tables that say one action each, a label and its words side by side: "Lead | Head of Housing". Pure. */
import { filled, type GridCell, type GridRow, type GridTable } from "./grid.js";
import { labelIn, type Role, rolesNamed } from "./heading-words.js";
import type { Segment } from "./table-head.js";

interface Labelled {
  label: string;
  cell: GridCell;
}

const telling: Role[] = ["lead", "due", "status", "start"];
const namesAction = (label: string): boolean => rolesNamed(labelIn(label).name)[0] === "action";

/** The labels of a row with what stands beside each; nothing where it is no such row. */
function labelsOf(row: GridRow): Labelled[] | undefined {
  const cells = row.cells.filter(({ covered }) => !covered);
  if ((cells.length !== 2 && cells.length !== 4) || !cells[0]?.text) return undefined;
  return cells.flatMap((cell, at): Labelled[] => (at % 2 || !cell.text ? [] : [{ label: cell.text, cell: cells[at + 1] as GridCell }]));
}

/** The words of a row that go across a card as its action. */
const acrossOf = (row: GridRow | undefined): GridCell | undefined => {
  const [only, ...others] = row ? filled(row) : [];
  return only && !others.length && only.cell.span > 1 ? only.cell : undefined;
};

const plainCell = (text: string): GridCell => ({ text, paragraphs: text ? [{ text, listed: false }] : [], above: false, covered: false, span: 1 });

function segmentOf({ name, sheet }: GridTable, where: string, labels: Labelled[]): Segment {
  const reference = labels.map(({ label }) => labelIn(label).reference).find(Boolean);
  const all = [
    ...(reference ? [{ label: "Ref", cell: plainCell(reference) }] : []),
    ...labels.map(({ label, cell }) => ({ label: labelIn(label).name, cell })),
  ];
  return {
    type: "segment",
    table: name,
    ...(sheet !== undefined && { sheet }),
    head: { names: all.map(({ label }) => label), rows: 0 },
    rows: [{ where, cells: all.map(({ cell }) => ({ ...cell, span: 1 })) }],
  };
}

/** A table's cards, a segment each; nothing where it is a table of another kind. */
export function cardsIn(table: GridTable): Segment[] | undefined {
  const rows = table.rows.filter((row) => filled(row).length);
  const cards: { where: string; labels: Labelled[] }[] = [];
  for (const row of rows) {
    const across = acrossOf(row);
    const labels = across ? [{ label: "Action", cell: across }] : labelsOf(row);
    const [first] = labels ?? [];
    if (!labels || !first || (!across && !rolesNamed(labelIn(first.label).name).length)) return undefined;
    if (namesAction(first.label)) cards.push({ where: row.where, labels: [] });
    if (!cards.length) return undefined;
    cards.at(-1)?.labels.push(...labels);
  }
  const isCard = ({ labels }: { labels: Labelled[] }) => labels.length >= 3 && labels.some(({ label }) => telling.includes(rolesNamed(label)[0] as Role));
  return cards.length && cards.every(isCard) ? cards.map(({ where, labels }) => segmentOf(table, where, labels)) : undefined;
}
