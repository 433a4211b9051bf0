import sys

import numpy as np
from measured import Kernel, finish
from vendi_score import vendi

vectors = np.fromfile(sys.argv[1], dtype=np.float32).reshape(-1, 384)
with Kernel() as kernel:
    values = [float(vendi.score_dual(vectors, q=1)), float(vendi.score_dual(vectors, q=2))]
finish(kernel, values=values)
