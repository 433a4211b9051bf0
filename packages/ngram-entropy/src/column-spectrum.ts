import type { NgramColumn } from "@corpulse/tokens";
import { type FrequencySpectrum, frequencySpectrum } from "./frequency-spectrum.ts";

/** A spectrum with so many types more that occur once. */
function withOnce(spectrum: FrequencySpectrum, once: number): FrequencySpectrum {
  if (once === 0) return spectrum;
  const { counts, types, tokenTotal, typeTotal } = spectrum;
  const has = counts[0] === 1;
  return {
    counts: has ? counts : Float64Array.of(1, ...counts),
    types: has ? types.with(0, types[0] + once) : Float64Array.of(once, ...types),
    tokenTotal: tokenTotal + once,
    typeTotal: typeTotal + once,
  };
}

/** How often the n-grams of a column occur. */
export function columnSpectrum({ counts, once }: NgramColumn): FrequencySpectrum {
  return withOnce(frequencySpectrum(counts), once);
}

/**
 * How often the n-grams of a column are followed by a token: their counts without the occurrences that end a document. It is
 * the margin of the next order's table, so that an entropy of one less that of the other cannot come out negative.
 */
export function prefixSpectrum({ ids, order, counts, once }: NgramColumn, offsets: Uint32Array): FrequencySpectrum {
  const followed = counts.slice();
  let onceFollowed = once;
  for (let document = 1; document < offsets.length; document++) {
    if (offsets[document] - offsets[document - 1] < order) continue;
    const last = ids[offsets[document] - 1];
    if (last < 0) onceFollowed--;
    else followed[last]--;
  }
  return withOnce(frequencySpectrum(followed), onceFollowed);
}
