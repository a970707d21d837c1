"""Fits src/nlu/vectors/word-pieces.bin, as distil.py left it, on everyday-phrases.tsv. Not needed to build or run Waymark.

  python -m venv .venv && .venv/bin/pip install numpy scipy
  .venv/bin/python tools/vectors/fit.py

everyday-phrases.tsv: 144 plans that were made up for it; of each item its id, its title, and four ways in which people call it without the title's words.
Each phrase is to be nearer to its item than to the others of its plan (the items' vectors as src/nlu/item-vectors.ts makes them): first by one linear map of
the whole space, then piece by piece; words of phrases are left out by chance, so that none decides alone. Of plans that were left out, the first item found is
right for 46 of 100 phrases and one of three for 71 (with 88 of the plans), where the vectors as distilled have 35 and 60 and the whole network 44 and 70.
"""

import random
import re
import struct
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from scipy import sparse

VECTORS = Path("src/nlu/vectors/word-pieces.bin")
PHRASES = Path(__file__).with_name("everyday-phrases.tsv")
TEMPERATURE, DROPPED, RELATED = 0.1, 0.3, 0.4
ROUNDS = {"map": 2, "pieces": 9}
RATES = {"map": 1e-3, "pieces": 2e-3}
LESS = set(
    "a an the of for and or in on to with at by from as our under their its this that is are was were be been do does did has have had it they them we i you he"
    " she how what when where who which why not no so but if then than there here more some any all can could would should will up out off about into over".split()
)


def load(path):
    data = path.read_bytes()
    dimensions, length = struct.unpack("<II", data[:8])
    names = data[8 : 8 + length].decode().split("\n")
    scales = np.frombuffer(data, "<f4", len(names), 8 + length)
    values = np.frombuffer(data, np.int8, len(names) * dimensions, 8 + length + 4 * len(names))
    return names, values.reshape(len(names), dimensions).astype(np.float32) * scales[:, None]


def save(path, names, vectors):
    scales = np.maximum(np.abs(vectors).max(1) / 127, 1e-9)
    listed = "\n".join(names).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<II", vectors.shape[1], len(listed)) + listed)
        file.write(scales.astype("<f4").tobytes() + np.round(vectors / scales[:, None]).astype(np.int8).tobytes())


def pieces_of(word, row_of):
    found, start = [], 0
    while start < len(word):
        ends = range(min(len(word), start + 20), start, -1)
        end = next((end for end in ends if ("##" if start else "") + word[start:end] in row_of), None)
        if end is None:
            return []
        found.append(row_of[("##" if start else "") + word[start:end]])
        start = end
    return found


def counted(text, row_of, less):
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark)).lower()
    counts = {}
    for word in re.findall("[a-z0-9]+", plain)[:60]:
        for row in pieces_of(word, row_of):
            counts[row] = counts.get(row, 0) + (less if word in LESS else 1)
    return counts


def matrix(all_counts, column_of):
    cells = [(row, column_of[piece], count) for row, counts in enumerate(all_counts) for piece, count in counts.items()]
    rows, columns, values = zip(*cells)
    return sparse.csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(all_counts), len(column_of)))


def plan_of(lines, row_of):
    items, above, theme, priority = [], [], -1, -1
    for line in lines:
        identifier, title, phrases = (field.strip() for field in line.split("\t"))
        is_theme, is_measure = "." not in identifier, "m" in identifier.split(".")[-1]
        is_priority = identifier.count(".") == 1 and not is_measure
        above.append(-1 if is_theme else theme if is_priority else priority)
        theme, priority = (len(items) if is_theme else theme), (len(items) if is_priority else priority)
        items.append((title, is_measure, [phrase.strip() for phrase in phrases.split(" | ")]))
    titles = [counted(title, row_of, 1) for title, _, _ in items]
    asked = [(counted(phrase, row_of, 0.5), at) for at, (_, _, phrases) in enumerate(items) for phrase in phrases]
    asked = [(counts, at) for counts, at in asked if counts]
    pieces = sorted({piece for counts in titles + [counts for counts, _ in asked] for piece in counts})
    column_of = {piece: column for column, piece in enumerate(pieces)}
    up, down = np.eye(len(items), dtype=np.float32), np.zeros((len(items), len(items)), np.float32)
    for at, parent in enumerate(above):
        if parent >= 0:
            up[at, parent] += RELATED
            down[parent, at] = 1
    measures = np.array([is_measure for _, is_measure, _ in items])
    wanted = np.array([at for _, at in asked])
    # Who asks for a figure is never answered with an action.
    closed = np.where(measures[None, :] == measures[wanted][:, None], 0, -1e9).astype(np.float32)
    matrices = matrix(titles, column_of), matrix([counts for counts, _ in asked], column_of)
    return SimpleNamespace(pieces=np.array(pieces), titles=matrices[0], phrases=matrices[1], wanted=wanted, up=up, down=down, closed=closed)


def unit(rows):
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    return rows / lengths, lengths


def through(slope, units, lengths):
    return (slope - units * (units * slope).sum(1, keepdims=True)) / lengths


def slope_of(plan, vectors, rng):
    """Of the vectors of the plan's pieces, for the cross entropy of the right items."""
    phrases = plan.phrases.copy()
    phrases.data = phrases.data * (rng.random(len(phrases.data)) > DROPPED).astype(np.float32)
    asked, asked_lengths = unit(phrases @ vectors)
    own, own_lengths = unit(plan.titles @ vectors)
    parts, parts_lengths = unit(plan.down @ own)
    has_parts = (plan.down.sum(1) > 0)[:, None]
    items, item_lengths = unit(plan.up @ own + RELATED * parts * has_parts)
    scores = asked @ items.T / TEMPERATURE + plan.closed
    odds = np.exp(scores - scores.max(1, keepdims=True))
    error = odds / odds.sum(1, keepdims=True)
    error[np.arange(len(plan.wanted)), plan.wanted] -= 1
    error /= len(plan.wanted) * TEMPERATURE
    of_items = through(error.T @ asked, items, item_lengths)
    of_own = plan.up.T @ of_items + plan.down.T @ through(RELATED * of_items * has_parts, parts, parts_lengths)
    return phrases.T @ through(error @ items, asked, asked_lengths) + plan.titles.T @ through(of_own, own, own_lengths)


class Adam:
    def __init__(self, shape, rate):
        self.first, self.second, self.steps, self.rate = np.zeros(shape, np.float32), np.zeros(shape, np.float32), np.zeros((shape[0], 1), np.float32), rate

    def step(self, values, rows, slope):
        self.steps[rows] += 1
        self.first[rows] = 0.9 * self.first[rows] + 0.1 * slope
        self.second[rows] = 0.999 * self.second[rows] + 0.001 * slope * slope
        mean, spread = self.first[rows] / (1 - 0.9 ** self.steps[rows]), self.second[rows] / (1 - 0.999 ** self.steps[rows])
        values[rows] -= self.rate * mean / (np.sqrt(spread) + 1e-8)


def fitted(plans, distilled):
    order, rng = random.Random(1), np.random.default_rng(1)
    turned = np.eye(distilled.shape[1], dtype=np.float32)
    by_map = Adam(turned.shape, RATES["map"])
    for _ in range(ROUNDS["map"]):
        order.shuffle(plans)
        for plan in plans:
            own = distilled[plan.pieces]
            by_map.step(turned, np.arange(len(turned)), own.T @ slope_of(plan, own @ turned, rng))
    vectors = distilled @ turned
    by_piece = Adam(vectors.shape, RATES["pieces"])
    for _ in range(ROUNDS["pieces"]):
        order.shuffle(plans)
        for plan in plans:
            by_piece.step(vectors, plan.pieces, slope_of(plan, vectors[plan.pieces], rng))
    return vectors


def main():
    names, distilled = load(VECTORS)
    row_of = {name: row for row, name in enumerate(names)}
    texts = re.split(r"(?m)^#.*\n", PHRASES.read_text(encoding="utf8"))
    plans = [plan_of([line for line in text.split("\n") if line.strip()], row_of) for text in texts if text.strip()]
    save(VECTORS, names, fitted(plans, distilled))
    print(sum(len(plan.wanted) for plan in plans), "phrases of", len(plans), "plans in", VECTORS)


if __name__ == "__main__":
    main()
