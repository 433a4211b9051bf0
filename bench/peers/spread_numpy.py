"""Vendi 1 and 2, participation ratio and mean pairwise cosine distance, by the covariance form."""

import sys

import numpy as np
from measured import Kernel, finish

vectors = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, 384)
with Kernel() as kernel:
    count = len(vectors)
    rows = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    second = (rows.T @ rows).astype(np.float64) / count
    mean = rows.mean(axis=0, dtype=np.float64)
    eigenvalues = np.linalg.eigvalsh(second)
    eigenvalues = eigenvalues[eigenvalues > 0]
    centred = second - np.outer(mean, mean)
    pairwise = 1 - (count * count * (mean @ mean) - count) / (count * (count - 1))
    values = [
        float(np.exp(-(eigenvalues * np.log(eigenvalues)).sum())),
        float(1 / (eigenvalues**2).sum()),
        float(np.trace(centred) ** 2 / (centred**2).sum()),
        float(pairwise),
    ]
finish(kernel, values=values)
