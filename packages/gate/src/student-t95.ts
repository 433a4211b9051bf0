/** Two-sided 95 % points of Student's t for 1…10 degrees of freedom (NIST/SEMATECH e-Handbook, table 1.3.6.7.2, to 6 places). */
const FEW = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139];

/** The same point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The two-sided 95 % point of Student's t: 95 % of draws lie within so many standard deviations. Beyond the table the
 * Cornish–Fisher expansion in 1/ν (Abramowitz & Stegun 26.7.5), right to 5 places.
 */
export function studentT95(degrees: number): number {
  if (degrees <= FEW.length) return FEW[degrees - 1];
  const z3 = Z * Z * Z;
  const z5 = z3 * Z * Z;
  const z7 = z5 * Z * Z;
  const z9 = z7 * Z * Z;
  const terms = [
    (z3 + Z) / 4,
    (5 * z5 + 16 * z3 + 3 * Z) / 96,
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384,
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / 92160,
  ];
  return terms.reduceRight((rest, term) => (rest + term) / degrees, 0) + Z;
}
