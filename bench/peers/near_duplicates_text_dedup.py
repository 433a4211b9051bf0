"""text-dedup's own command, with a new cache each time so that nothing is remembered from the last run."""

import os
import sys
import tempfile

folder = tempfile.mkdtemp(dir=os.path.dirname(sys.argv[1]))
command = [
    *(sys.executable, "-m", "text_dedup.minhash"),
    *("--path", "json", "--data_files", sys.argv[1], "--split", "train"),
    *("--cache_dir", f"{folder}/cache", "--output", f"{folder}/out", "--column", "text"),
    *("--ngram", "3", "--num_perm", "128", "--threshold", "0.8", "--batch_size", "1000"),
]
os.execv(sys.executable, command)
