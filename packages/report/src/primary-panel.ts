import type { Family } from "@corpulse/measurement";

/**
 * The numbers that notice collapse first and most reliably, the ones to look at in each family. In simulations with real
 * corpora others moved late or the wrong way: mean pairwise distance, Vendi of order 2, entropies of pairs and triples.
 */
export const PRIMARY_PANEL: Readonly<Record<Family, readonly string[]>> = {
  size: [],
  "ngram-entropy": ["unseen_mass_2", "types", "distinct_2"],
  "self-bleu": ["self_bleu_3"],
  "near-duplicates": ["near_duplicate_removable_rate", "near_duplicate_pair_rate"],
  "embedding-spread": ["mean_nearest_distance"],
};
