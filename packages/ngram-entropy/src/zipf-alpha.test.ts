import { seededRandom } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { hurwitzZeta } from "./hurwitz-zeta.ts";
import { zipfAlpha } from "./zipf-alpha.ts";

/** Draws from p(x) ∝ x^−α, x ≥ minimum, through the cumulated weights. */
function drawPowerLaw(alpha: number, minimum: number, size: number, seed: number): number[] {
  const top = 400_000;
  const cumulated = new Float64Array(top + 1);
  for (let x = minimum; x <= top; x++) cumulated[x] = cumulated[x - 1] + Math.exp(-alpha * Math.log(x));
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => {
    const at = random() * cumulated[top];
    let [low, high] = [minimum, top];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** −ln likelihood of a tail, ζ summed term by term and by the integral of the rest. */
function slowLoss(tail: readonly number[], alpha: number, minimum: number): number {
  let zeta = 0;
  const head = 3000;
  for (let x = minimum; x < head; x++) zeta += x ** -alpha;
  zeta += head ** (1 - alpha) / (alpha - 1) + head ** -alpha / 2;
  return tail.length * Math.log(zeta) + alpha * tail.reduce((sum, x) => sum + Math.log(x), 0);
}

describe("zipfAlpha()", () => {
  test.each([
    [1.8, 1],
    [2, 1],
    [2.5, 1],
    [2, 6],
  ])("recovers α = %f above %i", (alpha, minimum) => {
    const fit = zipfAlpha(drawPowerLaw(alpha, minimum, 8000, 5));
    expect(fit?.minimumCount).toBeGreaterThanOrEqual(minimum);
    expect(Math.abs((fit?.alpha ?? 0) - alpha)).toBeLessThan(4 * (fit?.standardError ?? 0));
    expect(fit?.distance).toBeLessThan(0.03);
  });

  test("finds where the power law begins", () => {
    const random = seededRandom(11);
    const flat = Array.from({ length: 6000 }, () => 1 + Math.floor(random() * 19));
    const fit = zipfAlpha([...flat, ...drawPowerLaw(2.2, 20, 6000, 12)]);
    expect(fit?.minimumCount).toBeGreaterThanOrEqual(18);
    expect(fit?.minimumCount).toBeLessThanOrEqual(30);
  });

  test("is the best of a grid of exponents", () => {
    const counts = drawPowerLaw(2.1, 1, 1500, 8);
    const fit = zipfAlpha(counts);
    const tail = counts.filter((count) => count >= (fit?.minimumCount ?? 0));
    expect(fit?.tailTypes).toBe(tail.length);
    let best = 0;
    let least = Infinity;
    for (let alpha = 1.5; alpha < 3.5; alpha += 0.0005) {
      const loss = slowLoss(tail, alpha, fit?.minimumCount ?? 0);
      if (loss < least) [best, least] = [alpha, loss];
    }
    expect(fit?.alpha).toBeCloseTo(best, 3);
    expect(fit?.standardError).toBeCloseTo(((fit?.alpha ?? 0) - 1) / Math.sqrt(tail.length), 12);
  });

  test("chooses the x_min of least Kolmogorov–Smirnov distance among tails of 50 types", () => {
    const counts = drawPowerLaw(1.9, 3, 300, 21);
    const fit = zipfAlpha(counts);
    expect(fit?.tailTypes).toBeGreaterThanOrEqual(50);
    let least = Infinity;
    for (const minimum of new Set(counts)) {
      const tail = counts.filter((count) => count >= minimum);
      if (tail.length < 50 || new Set(tail).size < 2) continue;
      let alpha = 0;
      let loss = Infinity;
      for (let tried = 1.3; tried < 4; tried += 0.004) {
        const now = slowLoss(tail, tried, minimum);
        if (now < loss) [alpha, loss] = [tried, now];
      }
      let zeta = 0;
      for (let x = minimum; x < 200_000; x++) zeta += x ** -alpha;
      zeta += 200_000 ** (1 - alpha) / (alpha - 1);
      let model = 0;
      let distance = 0;
      for (let x = minimum; x <= Math.max(...tail) && x < 20_000; x++) {
        model += x ** -alpha / zeta;
        distance = Math.max(distance, Math.abs(model - tail.filter((count) => count <= x).length / tail.length));
        if (distance > least) break;
      }
      least = Math.min(least, distance);
    }
    expect(fit?.distance).toBeCloseTo(least, 2);
  });

  test("is undefined when no tail has enough types, or all are equally frequent", () => {
    expect(zipfAlpha([1, 2, 3, 4, 5])).toBeUndefined();
    expect(zipfAlpha(Array<number>(100).fill(3))).toBeUndefined();
    expect(zipfAlpha([1, 2, 3, 4, 5], { minimumTypes: 3 })?.tailTypes).toBeGreaterThanOrEqual(3);
  });

  test("passes over no tail and no count that matters", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const flat = Array.from({ length: 40 * seed }, (_, at) => 1 + (at % 17));
      const counts = [...drawPowerLaw(1.6 + seed / 20, 4, 400, seed), ...flat];
      const alone = [...new Set(counts)].flatMap((minimum) => {
        const tail = counts.filter((count) => count >= minimum);
        // No shorter tail has as many types.
        return tail.length < 50 ? [] : [zipfAlpha(tail, { minimumTypes: tail.length })];
      });
      const fits = alone.filter((fit) => fit !== undefined);
      const least = Math.min(...fits.map(({ distance }) => distance));
      const best = fits
        .filter(({ distance }) => distance === least)
        .toSorted((a, b) => b.minimumCount - a.minimumCount)[0];
      expect(zipfAlpha(counts)).toEqual(best);

      const tail = counts.filter((count) => count >= best.minimumCount).toSorted((a, b) => a - b);
      const all = hurwitzZeta(best.alpha, best.minimumCount);
      const distances = tail.flatMap((count) => {
        const share = tail.filter((other) => other <= count).length / tail.length;
        const next = tail.find((other) => other > count) ?? count + 1;
        return [count + 1, next].map((above) => Math.abs(share - 1 + hurwitzZeta(best.alpha, above) / all));
      });
      expect(best.distance).toBe(Math.max(...distances));
    }
  });
});
