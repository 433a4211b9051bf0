import type { Facts } from "../facts.ts";

const common = { family: "size", direction: "neither", source: "Plain counts" } as const;

const length = {
  ...common,
  unit: "tokens",
  range: [0, null],
  sizeDependent: false,
  caution: "Generated batches often have oddly even lengths: a spread that shrinks is an early sign of collapse.",
} as const;

export const sizeFacts: readonly Facts[] = [
  {
    ...common,
    id: "documents",
    title: "Documents",
    unit: "documents",
    range: [0, null],
    sizeDependent: true,
    measures: "The number of documents that were read and kept.",
    formula: "D",
    caution: "Documents without a single token are counted too.",
  },
  {
    ...common,
    id: "tokens",
    title: "Tokens",
    unit: "tokens",
    range: [0, null],
    sizeDependent: true,
    measures: "The number of tokens over all documents.",
    formula: "N",
    caution: "It depends on the tokenizer, so only counts of the same tokenizer compare.",
  },
  {
    ...common,
    id: "types",
    title: "Types",
    unit: "types",
    range: [0, null],
    direction: "higher",
    sizeDependent: true,
    measures: "The number of different tokens in the whole corpus.",
    formula: "S",
    caution: "It grows with every document that is added; compare `types` at a token budget instead.",
  },
  {
    ...length,
    id: "document_length_mean",
    title: "Mean document length",
    measures: "The mean number of tokens in a document.",
    formula: "N / D",
  },
  {
    ...length,
    id: "document_length_sd",
    title: "Spread of document lengths",
    measures: "The standard deviation of the number of tokens in a document.",
    formula: "√(Σ(ℓ − ℓ̄)² / (D − 1))",
  },
  {
    ...length,
    id: "document_length_p05",
    title: "Short documents (5th percentile)",
    measures: "The length that 5 % of the documents do not exceed.",
    formula: "the ⌈0.05·D⌉-th smallest length",
  },
  {
    ...length,
    id: "document_length_p50",
    title: "Median document length",
    measures: "The length that half of the documents do not exceed.",
    formula: "the ⌈0.50·D⌉-th smallest length",
  },
  {
    ...length,
    id: "document_length_p95",
    title: "Long documents (95th percentile)",
    measures: "The length that 95 % of the documents do not exceed.",
    formula: "the ⌈0.95·D⌉-th smallest length",
  },
];
