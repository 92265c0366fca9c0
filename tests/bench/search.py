"""How well and how fast the search works: ``make bench-search``; ``--tune`` writes bot/search/weights.json first.

Every fold of the labelled questions is judged by an index, and a decision, made without it. Texts and questions come
from the same hands, so real people will be served worse than these figures say.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.cli.search_jsonl import passages
from bot.search.corpus import NONE, read_questions
from bot.search.embedding import load_encoder
from bot.search.meaning import Embed
from bot.search.tuning import Judged, judge, table, tune, unseen, unseen_ranks
from tests.bench.search_speed import speed

WEIGHTS = Path("bot/search/weights.json")
Flags = np.ndarray[Any, np.dtype[np.bool_]]
NEAR = ("near", "othercountry", "ext")


def main() -> None:
    """Judge both engines; print a table a kind."""
    encoder = load_encoder(Path("data"))
    engines: dict[str, Embed | None] = {"whole": encoder, "plain": None}
    kept = {}
    for name, embed in engines.items():
        rows = judge(passages(), read_questions(), embed)
        kept[name] = tune(rows)
        report(name, rows, np.array(kept[name]["weights"]), kept[name])
    if "--tune" in sys.argv and encoder:
        WEIGHTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    speed()


def report(
    name: str,
    rows: Sequence[Judged],
    weights: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    kept: dict[str, dict[str, float]],
) -> None:
    """Print one engine's figures."""
    signals, outside, right = table(rows, weights)
    folds = np.array([row.fold for row in rows])
    refused = unseen(signals, outside, folds) >= kept["refuse"]["threshold"]
    direct = ~refused & (unseen(signals, right, folds) >= kept["sure"]["threshold"])
    near = outside & np.array([row.question.kind in NEAR for row in rows])
    top3 = np.array([not set(row.ranked(weights)[:3]).isdisjoint(row.question.labels) for row in rows])
    precision, recall = (refused & outside).sum() / refused.sum(), (refused & outside).sum() / outside.sum()
    print(f"\n{name}: {len(rows)} questions, weights {weights.tolist()}")
    print(f"top-1 {right[~outside].mean():.3f}  top-3 {top3[~outside].mean():.3f}")
    unseen_first = np.mean([ranked[0] in labels for ranked, labels in unseen_ranks(rows)])
    unseen_three = np.mean([not set(ranked[:3]).isdisjoint(labels) for ranked, labels in unseen_ranks(rows)])
    print(f"weights chosen on the other folds: top-1 {unseen_first:.3f}  top-3 {unseen_three:.3f}")
    print(f"none: precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"near recall {refused[near].mean():.3f} (n={near.sum()}); in scope refused {refused[~outside].mean():.3f}")
    print(f"direct: share {direct.mean():.3f} right {right[direct].mean():.3f}")
    print(f"end to end {np.where(outside, refused, right & ~refused).mean():.3f}")
    keys: list[Callable[[Judged], str]] = [lambda row: row.question.language, lambda row: row.question.kind]
    for key in keys:
        _by(rows, key, right, top3)


def _by(rows: Sequence[Judged], key: Callable[[Judged], str], right: Flags, top3: Flags) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.question.labels != (NONE,):
            groups[key(row)].append(at)
    for group, places in sorted(groups.items()):
        first, three = (np.mean([values[at] for at in places]) for values in (right, top3))
        print(f"  {group:10} n={len(places):3}  top-1 {first:.2f}  top-3 {three:.2f}")


if __name__ == "__main__":
    main()
