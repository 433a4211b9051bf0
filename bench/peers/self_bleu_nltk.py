import sys

from measured import Kernel, finish, texts
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

tokens = [text.split() for text in texts(sys.argv[1])]
smoothing = SmoothingFunction().method1
weights = [tuple([1 / n] * n) for n in (2, 3, 4, 5)]
with Kernel() as kernel:
    scores = [
        sentence_bleu(tokens[:i] + tokens[i + 1 :], tokens[i], weights, smoothing_function=smoothing)
        for i in range(len(tokens))
    ]
finish(kernel, values=[sum(score[order] for score in scores) / len(scores) for order in range(4)])
