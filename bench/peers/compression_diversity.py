import gzip
import sys

from diversity.compression import compression_ratio
from measured import Kernel, finish, texts

documents = texts(sys.argv[1])
with Kernel() as kernel:
    ratio = compression_ratio(documents, "gzip")
joined = " ".join(documents).encode()
finish(kernel, values=[ratio], once=len(joined) / len(gzip.compress(joined)))
