/** The mean, the rounding errors of the sum kept apart and added last: a million scores lose no digit (Neumaier 1974). */
export function compensatedMean(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += sum >= value ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length;
}
