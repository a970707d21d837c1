/** What is known of a file while it is read from front to back: how its tables are read, and what stood last. Pure. */
import { commonTitle } from "./common-title.js";
import type { LevelName } from "./draft.js";
import { hasNumberedActions } from "./numbered-lines.js";
import type { Reading } from "./reading.js";
import type { Piece, Segment } from "./segments.js";
import { areLevels } from "./sheets.js";
import { hasActions, kindOfTable, type TableKind } from "./table-kind.js";

export interface Walk {
  reading: Reading;
  pieces: Piece[];
  kinds: Map<string, TableKind>;
  /** "Housing Service Plan" where each table's title is that and its own name behind a colon. */
  common: string | undefined;
  sheetsAreLevels: boolean;
  /** Headings say which they are by how they look. */
  styled: boolean;
  bulletsAreActions: boolean;
  numberedAreActions: boolean;
  caption: string;
  sheet?: string;
  /** The table before, while nothing came between. */
  before?: { kind: TableKind; levels: Map<number, LevelName>; head: Segment["head"] };
  /** The last table of actions, whatever came since. */
  last?: TableKind;
}

/** The words that head a table. */
export const keyOf = ({ head }: Pick<Segment, "head">): string => head.names.map((name) => name.toLowerCase().replace(/\s+/g, " ").trim()).join("|");

/** Tables under the same words are read alike. */
function kindsIn(pieces: Piece[]): Map<string, TableKind> {
  const pooled = new Map<string, Segment>();
  for (const piece of pieces) {
    if (piece.type !== "segment") continue;
    const known = pooled.get(keyOf(piece));
    pooled.set(keyOf(piece), known ? { ...known, rows: [...known.rows, ...piece.rows] } : piece);
  }
  return new Map([...pooled].map(([key, { head, rows }]) => [key, kindOfTable(head, rows)]));
}

/** How the tables under the words of this one are read. */
export const kindOf = (kinds: Map<string, TableKind>, segment: Segment): TableKind => kinds.get(keyOf(segment)) as TableKind;

function sheetsOf(pieces: Piece[], kinds: Map<string, TableKind>): string[] {
  const sheets = pieces.flatMap((piece) => (piece.type === "segment" && piece.sheet !== undefined && hasActions(kindOf(kinds, piece)) ? [piece.sheet] : []));
  return [...new Set(sheets)];
}

/** The start of a file. */
export function walkOf(pieces: Piece[], reading: Reading): Walk {
  const kinds = kindsIn(pieces);
  const sheets = sheetsOf(pieces, kinds);
  const isTable = pieces.some((piece) => piece.type === "segment" && hasActions(kindOf(kinds, piece)));
  return {
    ...{ reading, pieces, kinds, common: commonTitle(pieces), caption: "" },
    sheetsAreLevels: areLevels(sheets, pieces),
    styled: pieces.some((piece) => piece.type === "line" && (piece.level ?? 0) > 0),
    bulletsAreActions: !isTable,
    numberedAreActions: !isTable && hasNumberedActions(pieces, reading.starts),
  };
}
