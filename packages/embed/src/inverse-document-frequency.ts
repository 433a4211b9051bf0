/** Smoothed inverse document frequency: as if one more document held every feature (Manning et al. 2008, scikit-learn). */
export function inverseDocumentFrequency(frequency: number, documents: number): number {
  return 1 + Math.log((1 + documents) / (1 + Math.min(frequency, documents)));
}
