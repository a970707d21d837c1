/** The committed file of word-piece vectors: `tools/vectors` made it, NOTICE.md tells from what. */
import { readSourceFile } from "../../shared/source-file.js";

/** A vector for each word piece, as whole numbers with a scale each. */
export interface PieceVectors {
  dimensions: number;
  /** Piece ("cycl", "##ing") to its row. */
  rows: ReadonlyMap<string, number>;
  scales: Float32Array;
  values: Int8Array;
}

const fileName = "word-pieces.bin";

let loaded: PieceVectors | undefined;

/** Read once, at the first use. */
export function pieceVectors(): PieceVectors {
  loaded ??= parsed(readSourceFile("nlu", "vectors", fileName));
  return loaded;
}

/** Dimensions and length of the list of pieces (uint32), the list, a scale a piece (float32), the values row by row (int8); numbers are little-endian. */
function parsed(file: Buffer): PieceVectors {
  const dimensions = file.readUInt32LE(0);
  const end = 8 + file.readUInt32LE(4);
  const pieces = file.toString("ascii", 8, end).split("\n");
  const valuesFrom = end + pieces.length * 4;
  if (file.length !== valuesFrom + pieces.length * dimensions) throw new Error(`${fileName} is damaged`);
  return {
    dimensions,
    rows: new Map(pieces.map((piece, row) => [piece, row])),
    scales: Float32Array.from(pieces, (_, row) => file.readFloatLE(end + row * 4)),
    values: new Int8Array(file.buffer, file.byteOffset + valuesFrom, pieces.length * dimensions),
  };
}
