import type { Facts } from "../facts.ts";

const rate = {
  family: "near-duplicates",
  unit: "fraction",
  range: [0, 1],
  direction: "lower",
  sizeDependent: true,
  source: "Broder 1997; Lee et al. 2022; every pair verified",
} as const;

export const nearDuplicatesFacts: readonly Facts[] = [
  {
    ...rate,
    id: "exact_duplicate_rate",
    title: "Exact copies",
    measures: "The share of documents that repeat an earlier document character for character.",
    formula: "(D − number of different texts) / D",
    caution: "It grows with the corpus, because more documents meet more others.",
  },
  {
    ...rate,
    id: "near_duplicate_candidate_rate",
    title: "Candidates before verification",
    direction: "neither",
    measures: "The share of documents that banding pairs with another one, before any pair is checked.",
    formula: "documents in at least one candidate pair / D, after setting aside those that cannot have a partner",
    caution: "It is not a duplicate rate: tools that do not verify would report this, or more. The seed moves it.",
  },
  {
    ...rate,
    id: "near_duplicate_affected_rate",
    title: "Documents with a near-copy",
    measures: "The share of documents that have at least one verified near-copy, exact copies included.",
    formula: "documents in at least one verified pair / D",
    caution: "It grows with the corpus; the pair rate does not.",
  },
  {
    ...rate,
    id: "near_duplicate_removable_rate",
    title: "Removable near-copies",
    measures: "The share of documents that could go if one of each group of near-copies stayed.",
    formula: "(D − number of connected components) / D; part `greedy_removable` keeps the first seen instead",
    caution: "Components chain: A is like B and B like C, yet A need not be like C. Compare with the greedy count.",
  },
  {
    ...rate,
    id: "near_duplicate_pair_rate",
    title: "Pairs that are near-copies",
    sizeDependent: false,
    measures: "The chance that two documents drawn at random are near-copies of each other.",
    formula: "verified pairs / (D·(D − 1)/2)",
    caution: "It is tiny even in bad corpora: look at its size beside other corpora, not beside 1.",
  },
  {
    ...rate,
    id: "near_duplicate_largest_cluster",
    title: "Largest group of near-copies",
    unit: "documents",
    range: [0, null],
    measures: "The number of documents in the largest group that near-copies link together.",
    formula: "size of the largest connected component; 0 when no two documents are near-copies",
    caution:
      "A large group may be a chain: part `star` counts the documents that are like one of its members directly.",
  },
];
