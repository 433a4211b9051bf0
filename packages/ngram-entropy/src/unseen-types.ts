import { type FrequencySpectrum, typesWithCount } from "./frequency-spectrum.ts";

/**
 * f₀, the least number of types that the source must hold beside the ones seen: ((N−1)/N)·f₁²/(2f₂), and with f₂ = 0 the
 * bias-corrected ((N−1)/N)·f₁(f₁−1)/2.
 *
 * Source: Chao 1984, "Nonparametric estimation of the number of classes in a population".
 */
export function unseenTypes(spectrum: FrequencySpectrum): number {
  const { tokenTotal } = spectrum;
  const once = typesWithCount(spectrum, 1);
  const twice = typesWithCount(spectrum, 2);
  const pairs = twice > 0 ? (once * once) / (2 * twice) : (once * (once - 1)) / 2;
  return ((tokenTotal - 1) / tokenTotal) * pairs;
}

/** The mean share in the source of a type that was seen once: f₁/(N f₀ + f₁), written 1 − A by Chao & Jost (2012). */
export function singletonShare(spectrum: FrequencySpectrum): number {
  const once = typesWithCount(spectrum, 1);
  return once === 0 ? 1 : once / (spectrum.tokenTotal * unseenTypes(spectrum) + once);
}
