import { parseShingle, type Shingle } from "@corpulse/near-duplicates";

/** What near-duplicates depend on. */
export interface NearDuplicateOptions {
  readonly shingle: Shingle;
  readonly similarity: number;
  readonly seed: number;
}

/** What near-duplicates depend on, of the settings of a run. */
export function nearDuplicateOptions({
  shingle,
  similarity,
  seed,
}: Omit<NearDuplicateOptions, "shingle"> & { readonly shingle: string }): NearDuplicateOptions {
  return { shingle: parseShingle(shingle), similarity, seed };
}
