import { describe, expect, test } from "vitest";
import { digamma } from "./digamma.ts";
import { hurwitzZeta, zetaMoments } from "./hurwitz-zeta.ts";
import { logGamma } from "./log-gamma.ts";
import { scaledExponentialIntegral } from "./scaled-exponential-integral.ts";
import { utf8Length } from "./utf8-length.ts";

const EULER = 0.5772156649015329;

describe("digamma()", () => {
  // Abramowitz & Stegun 6.3.2, 6.3.3, and the recurrence 6.3.5.
  test("has the known values", () => {
    expect(digamma(1)).toBeCloseTo(-EULER, 14);
    expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 14);
    expect(digamma(1e7 + 1) - digamma(1e7)).toBeCloseTo(1e-7, 14);
  });
});

describe("logGamma()", () => {
  test("is the logarithm of factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  });
});

describe("hurwitzZeta()", () => {
  // DLMF 25.6.1 and 25.11.2; Apéry's constant.
  test("has the known values", () => {
    expect(hurwitzZeta(2, 1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
    expect(hurwitzZeta(4, 1)).toBeCloseTo(Math.PI ** 4 / 90, 14);
    expect(hurwitzZeta(3, 1)).toBeCloseTo(1.2020569031595942, 14);
    expect(hurwitzZeta(2, 0.5)).toBeCloseTo(Math.PI ** 2 / 2, 13);
  });

  test("loses its first term when the argument rises by one", () => {
    for (const s of [1.0001, 1.5, 2, 3.7, 12]) {
      for (const q of [1, 2, 9, 10, 37, 1e6]) {
        const term = Math.exp(-s * Math.log(q));
        expect((hurwitzZeta(s, q) - hurwitzZeta(s, q + 1)) / term).toBeCloseTo(1, 4);
      }
    }
  });

  test("gives the mean logarithm, −ζ′/ζ", () => {
    // ζ′(2) = −0.9375482543158437 (OEIS A073002).
    expect(zetaMoments(2, 1).meanLog).toBeCloseTo(0.9375482543158437 / (Math.PI ** 2 / 6), 13);
    const step = 1e-5;
    const slope = (Math.log(hurwitzZeta(2.5 + step, 7)) - Math.log(hurwitzZeta(2.5 - step, 7))) / (2 * step);
    expect(zetaMoments(2.5, 7).meanLog).toBeCloseTo(-slope, 8);
  });
});

describe("scaledExponentialIntegral()", () => {
  // Abramowitz & Stegun, tables 5.1 and 5.2.
  test.each([
    [0.1, 1.8229239584193906],
    [1, 0.21938393439552062],
    [2, 0.04890051070806112],
    [10, 4.156968929685324e-6],
  ])("at %f", (z, integral) => {
    expect(scaledExponentialIntegral(z) / (integral * Math.exp(z))).toBeCloseTo(1, 10);
  });

  test("its series and its continued fraction meet at 1", () => {
    expect(scaledExponentialIntegral(1 - 1e-9)).toBeCloseTo(scaledExponentialIntegral(1), 8);
    expect(scaledExponentialIntegral(1 - 1e-14)).toBeCloseTo(scaledExponentialIntegral(1), 13);
  });

  test("falls like 1/z", () => {
    expect(scaledExponentialIntegral(1e6) * 1e6).toBeCloseTo(1, 5);
  });
});

test("utf8Length() counts the bytes that an encoder writes", () => {
  for (const text of ["", "plain", "naïve", "日本語", "👩🏽‍🚀", "lone \ud800 surrogate", "\udc00"]) {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  }
});
