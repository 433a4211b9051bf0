/** A cost at one size. */
export interface CostPoint {
  readonly size: number;
  readonly cost: number;
}

/** cost ≈ scale · size^exponent. */
export interface PowerLaw {
  readonly exponent: number;
  readonly scale: number;
  /** The share of the variance of log cost that the line explains. */
  readonly r2: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Fits a power law by least squares on the logarithms: an exponent of 1 is a cost in step with the size. */
export function powerLaw(points: readonly CostPoint[]): PowerLaw {
  if (new Set(points.map(({ size }) => size)).size < 2) {
    throw new RangeError(`Cannot fit a power law: it needs at least 2 sizes, current value is ${points.length} points`);
  }
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ cost }) => Math.log(cost));
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - meanX) * (ys[index] - meanY)));
  const varianceX = mean(xs.map((x) => (x - meanX) ** 2));
  const varianceY = mean(ys.map((y) => (y - meanY) ** 2));
  const exponent = covariance / varianceX;
  return {
    exponent,
    scale: Math.exp(meanY - exponent * meanX),
    r2: varianceY === 0 ? 1 : covariance ** 2 / (varianceX * varianceY),
  };
}
