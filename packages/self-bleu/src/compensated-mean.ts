/** The mean, the rounding errors of the sum kept apart and added last: a million scores lose no digit (Neumaier 1974). */
export function compensatedMean(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    const next = sum + value;
    lost += sum >= value ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length;
}
