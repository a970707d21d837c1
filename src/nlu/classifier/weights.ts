/** The committed weights of the classifier: `npm run train` makes them. */
import { readSourceFile } from "../../shared/source-file.js";

export interface Weights {
  /** SHA-256 of what they were trained from. */
  trainedFrom: string;
  intents: readonly string[];
  /** Numbers of a sentence vector. */
  dimensions: number;
  /** A feature's name to its row; the rows of the sentence vector come first and have no name. */
  rows: ReadonlyMap<string, number>;
  /** What a row's whole numbers are multiplied by. */
  scales: Float32Array;
  /** By row, then by intent. */
  values: Int8Array;
}

export const weightsFile = ["nlu", "classifier", "weights.bin"] as const;

let loaded: Weights | undefined;

/** Read once, at the first use. */
export function classifierWeights(): Weights {
  loaded ??= weightsIn(readSourceFile(...weightsFile));
  return loaded;
}

interface Head {
  trainedFrom: string;
  intents: readonly string[];
  dimensions: number;
  names: string[];
}

/** Length of a head (uint32) and the head as JSON, a scale a row (float32), the weights row by row (int8); numbers are little-endian. */
export function weightsIn(file: Buffer): Weights {
  const scalesFrom = 4 + file.readUInt32LE(0);
  const { trainedFrom, intents, dimensions, names } = JSON.parse(file.toString("utf8", 4, scalesFrom)) as Head;
  const rows = dimensions + names.length;
  const valuesFrom = scalesFrom + rows * 4;
  if (file.length !== valuesFrom + rows * intents.length) throw new Error(`${weightsFile.at(-1)} is damaged`);
  return {
    trainedFrom,
    intents,
    dimensions,
    rows: new Map(names.map((name, i) => [name, dimensions + i])),
    scales: Float32Array.from({ length: rows }, (_, row) => file.readFloatLE(scalesFrom + row * 4)),
    values: new Int8Array(file.buffer, file.byteOffset + valuesFrom, rows * intents.length),
  };
}

/** The other way round. */
export function fileOfWeights({ trainedFrom, intents, dimensions, rows, scales, values }: Weights): Buffer {
  const head = Buffer.from(JSON.stringify({ trainedFrom, intents, dimensions, names: [...rows.keys()] } satisfies Head));
  const file = Buffer.alloc(4 + head.length + scales.length * 4 + values.length);
  file.writeUInt32LE(head.length, 0);
  head.copy(file, 4);
  scales.forEach((scale, row) => {
    file.writeFloatLE(scale, 4 + head.length + row * 4);
  });
  Buffer.from(values.buffer, values.byteOffset, values.length).copy(file, file.length - values.length);
  return file;
}
