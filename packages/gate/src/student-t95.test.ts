import { describe, expect, test } from "vitest";
import { studentT95 } from "./student-t95.ts";

/** The share within ±t, in closed form for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4). */
function shareWithin(t: number, degrees: number): number {
  const theta = Math.atan(t / Math.sqrt(degrees));
  const [sin, cos] = [Math.sin(theta), Math.cos(theta)];
  const odd = degrees % 2 === 1;
  let term = odd ? cos : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cos * cos;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (theta + sin * sum) : sin * sum;
}

describe("studentT95()", () => {
  test("leaves 95 % of the distribution between its two signs, for every number of draws a policy may ask for", () => {
    for (let degrees = 1; degrees < 1000; degrees++) {
      expect(shareWithin(studentT95(degrees), degrees)).toBeCloseTo(0.95, 5);
    }
  });

  test("falls with every degree of freedom towards the point of the normal distribution", () => {
    for (let degrees = 2; degrees < 1000; degrees++) expect(studentT95(degrees)).toBeLessThan(studentT95(degrees - 1));
    expect(studentT95(1e9)).toBeCloseTo(1.959963985, 8);
  });
});
