import type { ChosenRows } from "./chosen-rows.ts";
import { gramMatrix, type SymmetricMatrix } from "./gram-matrix.ts";
import { type Moments, moments } from "./moments.ts";
import { inMemory } from "./usable-rows.ts";

/** Rows with what several metrics derive from them, each computed once when it is first asked for. */
export interface Geometry<Rows extends ChosenRows = ChosenRows> {
  readonly rows: Rows;
  readonly moments: () => Moments;
  /** The Gram matrix of the rows, their mean removed. */
  readonly centredGram: () => SymmetricMatrix;
  /** The Gram matrix of the rows as they are. */
  readonly gram: () => SymmetricMatrix;
}

function addMean({ size, values }: SymmetricMatrix, mean: Float64Array, count: number): SymmetricMatrix {
  const sum = values.slice();
  for (let i = 0; i < size; i++) {
    const times = count * mean[i];
    for (let j = 0; j <= i; j++) sum[i * size + j] += times * mean[j];
  }
  return { size, values: sum };
}

/** From this many rows on, vectors that came in 32 bits are multiplied in 16: rounding goes out of sums of so many terms. */
export const ROUNDED_ROWS = 4096;

function mayRound({ given, dimensions, count }: ChosenRows): boolean {
  return given.doubles === null && count >= Math.max(ROUNDED_ROWS, dimensions);
}

/** A power of two, so that vectors of any size are rounded alike. */
function factorFor(totalVariance: number): number {
  return totalVariance > 0 ? 2 ** Math.round(-Math.log2(totalVariance) / 2) : 1;
}

/** What the variances sum up to, as far as their digits have not cancelled: known before the rows are centred. */
function expectedVariance({ sum, squares, count }: ChosenRows): number {
  let squared = 0;
  for (const value of sum) squared += (value / count) ** 2;
  return squares / count - squared;
}

/** What is derived from rows beside what is asked for. */
export interface GeometryOptions {
  /** Whether the moments come with the rows' directions from the mean, which costs less in the same pass. @default false */
  readonly directions?: boolean;
  /** Whether a Gram matrix will be asked for, the products of which cost less in the same pass. @default false */
  readonly products?: boolean;
  /** Called with the share of the matrix that is done. */
  readonly progress?: (share: number) => void;
}

/**
 * Prepares rows. The centred matrix is the one that is summed up: adding the mean to it again loses nothing, whereas
 * taking the mean out of the other one would cancel the digits of a tight cluster.
 */
export function geometry<Rows extends ChosenRows>(
  rows: Rows,
  { directions = false, products = false, progress = () => {} }: GeometryOptions = {},
): Geometry<Rows> {
  let knownMoments: Moments | undefined;
  let knownCentred: SymmetricMatrix | undefined;
  let knownGram: SymmetricMatrix | undefined;
  const rounds = mayRound(rows);
  const expectedFactor = (): number => factorFor(expectedVariance(rows));
  const pass = (factor: number | null): Moments => moments(rows, { directions, factor, progress });

  function roundedMatrix(): SymmetricMatrix {
    knownMoments ??= pass(expectedFactor());
    const factor = factorFor(knownMoments.totalVariance);
    // The rows pass once more where nobody had said that products will be wanted, and where another factor was expected.
    while (knownMoments.gram?.factor !== factor) knownMoments = pass(factor);
    return knownMoments.gram.matrix(knownMoments.variances, rows.count);
  }

  const self: Geometry<Rows> = {
    rows,
    moments: () => (knownMoments ??= pass(products && rounds ? expectedFactor() : null)),
    centredGram: () =>
      (knownCentred ??= rounds
        ? roundedMatrix()
        : gramMatrix(inMemory(rows), { offset: self.moments().mean, progress })),
    gram: () =>
      (knownGram ??=
        rows.dimensions <= rows.count
          ? addMean(self.centredGram(), self.moments().mean, rows.count)
          : gramMatrix(inMemory(rows), { offset: null })),
  };
  return self;
}
