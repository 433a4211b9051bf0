"""From JSON Lines to duplicates with the batch API of Rensa's README; with a file to write to, pairs by LSH queries.

mode full: every shingle is read; mode rho: the position-sampling pipeline of its headline."""

import sys

import rensa
from measured import Kernel, finish, texts
from shingles import save_pairs, shingles

path, mode, bands, out = sys.argv[1], sys.argv[2], int(sys.argv[3]), (sys.argv[4:] or [None])[0]
sets = [shingles(text) for text in texts(path)]
with Kernel() as kernel:
    sketch = (
        rensa.RMinHash.digest_matrix_from_token_sets_rho
        if mode == "rho"
        else rensa.RMinHash.digest_matrix_from_token_sets
    )
    matrix = sketch(sets, num_perm=128, seed=42)
    index = rensa.RMinHashLSH(threshold=0.8, num_perm=128, num_bands=bands)
    flags = index.query_duplicate_flags_matrix_one_shot(matrix)
if out is not None:
    sketches = rensa.RMinHash.from_token_sets(sets, num_perm=128, seed=42)
    index = rensa.RMinHashLSH(threshold=0.8, num_perm=128, num_bands=bands)
    pairs = []
    for document, sketch in enumerate(sketches):
        pairs += [(earlier, document) for earlier in index.query(sketch)]
        index.insert(document, sketch)
    save_pairs(out, pairs)
finish(kernel, flagged=int(sum(flags)), bands=[bands, 128 // bands])
