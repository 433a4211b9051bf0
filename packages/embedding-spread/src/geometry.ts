import { gramMatrix, type SymmetricMatrix } from "./gram-matrix.ts";
import { type Moments, moments } from "./moments.ts";
import type { UsableRows } from "./usable-rows.ts";

/** Rows with what several metrics derive from them, each computed once when it is first asked for. */
export interface Geometry {
  readonly rows: UsableRows;
  readonly moments: () => Moments;
  /** The Gram matrix of the rows, their mean removed. */
  readonly centredGram: () => SymmetricMatrix;
  /** The Gram matrix of the rows as they are. */
  readonly gram: () => SymmetricMatrix;
}

function addMean({ size, values }: SymmetricMatrix, mean: Float64Array, count: number): SymmetricMatrix {
  const sum = values.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sum[i * size + j] += count * mean[i] * mean[j];
  }
  return { size, values: sum };
}

/** From this many rows on, vectors that came in 32 bits are multiplied in 32 bits. */
export const SINGLE_ROWS = 4096;

/** What brings rows of this variance near length 1, a power of two; `null` where sums are to be in 64 bits from the start. */
function singleScale({ data, dimensions, count }: UsableRows, variance: number): number | null {
  if (!(data instanceof Float32Array) || count < Math.max(SINGLE_ROWS, dimensions)) return null;
  return variance > 0 ? 2 ** Math.round(-Math.log2(variance) / 2) : 1;
}

/** What is derived from rows beside what is asked for. */
export interface GeometryOptions {
  /** Whether the moments come with the rows' directions from the mean, which costs less in the same pass. @default false */
  readonly directions?: boolean;
  /** Called with the share of the matrix that is done. */
  readonly progress?: (share: number) => void;
}

/**
 * Prepares rows. The centred matrix is the one that is summed up: adding the mean to it again loses nothing, whereas
 * taking the mean out of the other one would cancel the digits of a tight cluster.
 */
export function geometry(
  rows: UsableRows,
  { directions = false, progress = () => {} }: GeometryOptions = {},
): Geometry {
  let knownMoments: Moments | undefined;
  let knownCentred: SymmetricMatrix | undefined;
  let knownGram: SymmetricMatrix | undefined;
  const self: Geometry = {
    rows,
    moments: () => (knownMoments ??= moments(rows, directions)),
    centredGram() {
      const { mean, totalVariance } = self.moments();
      const options = { offset: mean, singleScale: singleScale(rows, totalVariance), progress };
      return (knownCentred ??= gramMatrix(rows, options));
    },
    gram: () =>
      (knownGram ??=
        rows.dimensions <= rows.count
          ? addMean(self.centredGram(), self.moments().mean, rows.count)
          : gramMatrix(rows, { offset: null, singleScale: null })),
  };
  return self;
}
