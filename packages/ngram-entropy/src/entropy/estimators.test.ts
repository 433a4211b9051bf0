import { describe, expect, test } from "vitest";
import { R_ENTROPY, SPIDERS } from "../fixtures/abundances.ts";
import { chaoShenEntropy } from "./chao-shen-entropy.ts";
import { chaoWangJostEntropy } from "./chao-wang-jost-entropy.ts";
import { grassbergerEntropy } from "./grassberger-entropy.ts";
import { jackknifeEntropy } from "./jackknife-entropy.ts";
import { millerMadowEntropy } from "./miller-madow-entropy.ts";
import { plugInEntropy } from "./plug-in-entropy.ts";

const nats = (bits: number): number => bits * Math.LN2;

describe("the example of R's entropy package, in nats", () => {
  // ML, MM, Chao–Shen: documented by the package; G03, CWJ and jackknife: from an independent script.
  test.each([
    ["plug-in", plugInEntropy, 1.9683824087283812],
    ["Miller–Madow", millerMadowEntropy, 2.152592935044171],
    ["Chao–Shen", chaoShenEntropy, 2.201137101279585],
    ["Grassberger 2003", grassbergerEntropy, 2.1446263860314274],
    ["Chao–Wang–Jost", chaoWangJostEntropy, 2.197116039017334],
    ["jackknife", jackknifeEntropy, 2.2312743141801192],
  ])("%s", (_, estimate, expected) => {
    expect(nats(estimate(R_ENTROPY))).toBeCloseTo(expected, 12);
  });

  // The Bayesian and shrinkage estimates of that package are plug-in entropies of other weights on all 11 cells.
  test.each([
    ["Jeffreys", 0.5, 2.1794803827237024],
    ["Laplace", 1, 2.257875518693044],
    ["Schürmann–Grassberger", 1 / 11, 2.036887808123718],
    ["minimax", Math.sqrt(19) / 11, 2.154091189930961],
  ])("%s: a constant is added to each cell", (_, pseudocount, expected) => {
    expect(nats(plugInEntropy(R_ENTROPY.map((count) => count + pseudocount)))).toBeCloseTo(expected, 12);
  });

  test("James–Stein: shares are shrunk towards 1/11 by λ = 0.766393442622951", () => {
    const lambda = 0.766393442622951;
    const shares = R_ENTROPY.map((count) => lambda / 11 + ((1 - lambda) * count) / 19);
    expect(nats(plugInEntropy(shares))).toBeCloseTo(2.379602895309956, 12);
  });
});

describe("the girdled-tree spiders of iNEXT, in nats", () => {
  test.each([
    ["plug-in", plugInEntropy, 2.489865],
    ["Miller–Madow", millerMadowEntropy, 2.56427],
    ["Chao–Shen", chaoShenEntropy, 2.644388],
    ["Grassberger 2003", grassbergerEntropy, 2.602525],
    ["Chao–Wang–Jost", chaoWangJostEntropy, 2.626569],
    ["jackknife", jackknifeEntropy, 2.603846],
  ])("%s", (_, estimate, expected) => {
    expect(nats(estimate(SPIDERS))).toBeCloseTo(expected, 6);
  });

  test("their exponentials", () => {
    expect(Math.exp(nats(plugInEntropy(SPIDERS)))).toBeCloseTo(12.0597, 4);
    expect(Math.exp(nats(chaoWangJostEntropy(SPIDERS)))).toBeCloseTo(13.8263, 4);
  });
});

/** Chao, Wang and Jost's tail term by term: as slow as the formula is. */
function slowTail(total: number, share: number): number {
  let sum = 0;
  for (let at = 1; share * at < 42; at++) sum += Math.exp(at * Math.log1p(-share)) / (total + at - 1);
  return sum;
}

describe("chaoWangJostEntropy()", () => {
  test.each([
    [300, 1],
    [1500, 3],
    [400, 0],
  ])("equals the sum term by term with %i singletons and %i doubletons", (once, twice) => {
    const counts = [...Array<number>(once).fill(1), ...Array<number>(twice).fill(2), 700, 40];
    const total = counts.reduce((sum, count) => sum + count, 0);
    const pairs = twice > 0 ? (once * once) / (2 * twice) : (once * (once - 1)) / 2;
    const unseen = ((total - 1) / total) * pairs;
    let expected = (once / total) * slowTail(total, once / (total * unseen + once));
    for (const count of counts) {
      let harmonic = 0;
      for (let k = total - 1; k >= count; k--) harmonic += 1 / k;
      expected += (count / total) * harmonic;
    }
    // Forty million terms added up lose the tenth digit of the reference.
    expect(nats(chaoWangJostEntropy(counts))).toBeCloseTo(expected, 9);
  });

  test("is finite and above the plug-in entropy when every one of ten million tokens is new", () => {
    const spectrum = {
      counts: Float64Array.of(1),
      types: Float64Array.of(1e7),
      tokenTotal: 1e7,
      typeTotal: 1e7,
    };
    expect(chaoWangJostEntropy(spectrum)).toBeGreaterThan(plugInEntropy(spectrum));
    expect(chaoWangJostEntropy(spectrum)).toBeLessThan(64);
  });
});

test("one type has no entropy, whatever the estimator", () => {
  for (const estimate of [plugInEntropy, millerMadowEntropy, chaoWangJostEntropy]) expect(estimate([7])).toBe(0);
  expect(plugInEntropy([1])).toBe(0);
  expect(chaoShenEntropy([7])).toBe(0);
});

test("all types seen once: Chao–Shen stays finite", () => {
  expect(chaoShenEntropy([1, 1, 1, 1])).toBeGreaterThan(2);
  expect(Number.isFinite(chaoShenEntropy([1]))).toBe(true);
});

test("nothing to count is an error, and so are parts of tokens where types seen once matter", () => {
  expect(() => plugInEntropy([])).toThrow(RangeError);
  expect(() => plugInEntropy([0, 0])).toThrow(RangeError);
  expect(() => plugInEntropy([1, -1])).toThrow(RangeError);
  expect(() => plugInEntropy([1, Number.NaN])).toThrow(RangeError);
  expect(() => millerMadowEntropy([1.5, 2])).toThrow("each must be a whole number, current value is 1.5");
  expect(() => jackknifeEntropy([1])).toThrow(RangeError);
});
