/**
 * For each length of a stretch the most types with which its type–token ratio is at the threshold or below it. It saves
 * MTLD a division at every token, and rounds as that division does.
 */
export function fullStretches(threshold: number, longest: number): Int32Array {
  const limits = new Int32Array(longest + 1);
  for (let length = 1; length <= longest; length++) {
    let types = Math.ceil(threshold * length);
    while (types / length > threshold) types--;
    limits[length] = types;
  }
  return limits;
}
