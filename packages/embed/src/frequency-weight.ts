/** What a word weighs that stands in a document once: weights are integers of 16 bits. */
const ONE = 512;

/** The most that the weights of one batch of words may add up to, so that sums of their vectors fit 32 bits. */
export const MOST_WEIGHT = 0xffff;

/** The sublinear weight of a word by how often it stands in a document, 1 + ln frequency. */
export function frequencyWeight(frequency: number): number {
  return Math.round(ONE * (1 + Math.log(frequency)));
}
