"""Mean cosine distance to the nearest other row, exactly, by blocks of a matrix product."""

import sys

import numpy as np
from measured import Kernel, finish

BLOCK = 1024
vectors = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, 384)
with Kernel() as kernel:
    rows = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    nearest = np.empty(len(rows))
    for start in range(0, len(rows), BLOCK):
        products = rows[start : start + BLOCK] @ rows.T
        own = np.arange(len(products))
        products[own, start + own] = -2
        nearest[start : start + BLOCK] = products.max(axis=1)
    values = [float(1 - nearest.mean())]
finish(kernel, values=values)
