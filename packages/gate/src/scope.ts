/**
 * What a rule looks at: the new documents alone, their overlap with the base, or the corpus that the merge would leave.
 * Merged against base alone would fail every harmless merge, and pass a bad one that is small.
 */
export type Scope = "candidate" | "overlap" | "merged";

/** The scopes in the order in which a gate goes through them. */
export const SCOPES: readonly Scope[] = ["candidate", "overlap", "merged"];
