/** A group of measurements that one package takes: the first word of every signature and the heading in every report. */
export type Family = "size" | "ngram-entropy" | "self-bleu" | "near-duplicates" | "embedding-spread";

/** The families in the order in which every report shows them. */
export const FAMILIES: readonly Family[] = [
  "size",
  "ngram-entropy",
  "self-bleu",
  "near-duplicates",
  "embedding-spread",
];
