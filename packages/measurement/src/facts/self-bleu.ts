import type { Facts } from "../facts.ts";

const selfBleu = (order: number): Facts => ({
  family: "self-bleu",
  id: `self_bleu_${order}`,
  title: `Self-BLEU-${order}`,
  unit: "fraction",
  range: [0, 1],
  direction: "lower",
  sizeDependent: true,
  measures: `How much of a document, in word sequences of up to ${order}, the other documents already say.`,
  formula: `mean over documents of BLEU-${order} against all others: brevity penalty × geometric mean of clipped precisions`,
  caution: "It rises with the number of documents, so only equal numbers compare.",
  source: "Zhu et al. 2018; Papineni et al. 2002; smoothing method 1 of Chen & Cherry 2014",
});

export const selfBleuFacts: readonly Facts[] = [2, 3, 4, 5].map(selfBleu);
