import sys

from measured import Kernel, finish, texts
from sacrebleu.metrics import BLEU

documents = texts(sys.argv[1])
others = [[documents[(i + 1 + shift) % len(documents)] for i in range(len(documents))] for shift in range(len(documents) - 1)]
values = []
with Kernel() as kernel:
    for order in (2, 3, 4, 5):
        metric = BLEU(max_ngram_order=order, tokenize="none", smooth_method="none", force=True)
        values.append(metric.corpus_score(documents, others).score / 100)
finish(kernel, values=values)
