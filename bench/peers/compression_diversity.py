"""The package as a whole wants spacy, transformers and more; its compression ratio wants none of it."""

import gzip
import importlib.metadata
import importlib.util
import sys

from measured import Kernel, finish, texts

file = importlib.metadata.distribution("diversity").locate_file("diversity/compression.py")
spec = importlib.util.spec_from_file_location("compression", file)
compression = importlib.util.module_from_spec(spec)
spec.loader.exec_module(compression)

documents = texts(sys.argv[1])
with Kernel() as kernel:
    ratio = compression.compression_ratio(documents, "gzip")
joined = " ".join(documents).encode()
finish(kernel, values=[ratio], once=len(joined) / len(gzip.compress(joined)))
