/** What the indices of single texts are taken with. */
export interface TextSettings {
  /** The window of MATTR. */
  readonly window: number;
  /** The type–token ratio at which a stretch of MTLD ends. */
  readonly threshold: number;
  /** The tokens that HD-D draws. */
  readonly draws: number;
  /** Documents of fewer tokens are not read. */
  readonly least: number;
}

/**
 * How many numbers there are of each document, in this order: the numbers of types in each of its windows, added up, 0 when it is
 * shorter than a window; its MTLD; and the types expected among the tokens that HD-D draws, when it has so many.
 */
export const TEXT_NUMBERS = 3;
