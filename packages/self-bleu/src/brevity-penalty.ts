/** The factor by which a text shorter than its closest reference loses: 1 when it is not shorter (Papineni et al. 2002). */
export function brevityPenalty(length: number, referenceLength: number): number {
  if (length >= referenceLength && length > 0) return 1;
  return length === 0 ? 0 : Math.exp(1 - referenceLength / length);
}
