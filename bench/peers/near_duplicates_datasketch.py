"""From JSON Lines to candidate pairs: 128 permutations, LSH at 0.8 as the package chooses its bands, or as given."""

import sys

from datasketch import MinHash, MinHashLSH
from measured import Kernel, finish, texts
from shingles import save_pairs, shingles

path, bands, out = sys.argv[1], sys.argv[2], (sys.argv[3:] or [None])[0]
sets = [[shingle.encode() for shingle in shingles(text)] for text in texts(path)]
with Kernel() as kernel:
    params = None if bands == "default" else tuple(map(int, bands.split("x")))
    index = MinHashLSH(num_perm=128, params=params) if params else MinHashLSH(threshold=0.8, num_perm=128)
    pairs = []
    for document, sketch in enumerate(MinHash.generator(sets, num_perm=128)):
        pairs += [(earlier, document) for earlier in index.query(sketch)]
        index.insert(document, sketch)
save_pairs(out, pairs)
finish(kernel, pairs=len(pairs), bands=[index.b, index.r])
