"""text-dedup's own command, with a new cache each time so that nothing is remembered from the last run."""

import runpy
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.argv = [
        "minhash",
        *("--path", "json", "--data_files", sys.argv[1], "--split", "train"),
        *("--cache_dir", f"{folder}/cache", "--output", f"{folder}/out", "--column", "text"),
        *("--ngram", "3", "--num_perm", "128", "--threshold", "0.8", "--batch_size", "1000"),
    ]
    try:
        runpy.run_module("text_dedup.minhash", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
