"""Word 3-grams as strings: the same shingles that Corpulse compares by. Lower case, runs of letters and digits."""

import re

WORD = re.compile(r"[^\W_]+")


def shingles(text):
    words = WORD.findall(text.lower())
    if len(words) < 3:
        return [" ".join(words)] if words else []
    return [f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:])]


def save_pairs(path, pairs):
    """Pairs (i, j) with i < j, as 32-bit integers end to end, for the comparison with the exact join."""
    if path is None:
        return
    from array import array

    with open(path, "wb") as out:
        array("I", [number for pair in pairs for number in pair]).tofile(out)
