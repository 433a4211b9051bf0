import { mix } from "./feature-hash.ts";

/** The golden ratio in 32 bits: steps that keep the words of a sign pattern apart (as in splitmix). */
const STEP = 0x9e3779b9;

/**
 * Adds a feature to a projected vector: `weight` times a pattern of signs that follows from the feature's hash, 32
 * dimensions a hash word. Every feature meets every dimension, which distorts dot products least for a given number of
 * dimensions: by about 1/√dimensions.
 *
 * Source: Achlioptas 2003 (random projections with signs).
 */
export function addSigned(target: Float64Array, feature: number, weight: number): void {
  const signed = [weight, -weight];
  let state = feature;
  for (let from = 0; from < target.length; from += 32) {
    state = (state + STEP) | 0;
    let bits = mix(state);
    const to = Math.min(target.length, from + 32);
    for (let k = from; k < to; k++) {
      target[k] += signed[bits & 1];
      bits >>>= 1;
    }
  }
}
