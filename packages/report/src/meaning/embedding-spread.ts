import { formatAbout, formatNumber } from "../format-number.ts";
import type { Meanings, Reading } from "../reading.ts";

/** For cosine distance a value has a plain reading; for other distances only its scale has. */
function cosine({ settings, value }: Reading): string | null {
  const { distance = "cosine" } = settings;
  return distance === "cosine" ? formatNumber(1 - value) : null;
}

function dimensionsOf({ settings }: Reading): string {
  return settings.dimensions === undefined ? " those" : ` ${formatNumber(Number(settings.dimensions))}`;
}

export const embeddingSpreadMeanings: Meanings = {
  mean_pairwise_distance: (reading) => {
    const similarity = cosine(reading);
    return similarity === null ? "Of two drawn at random." : `Cosine similarity ${similarity}.`;
  },
  mean_nearest_distance: (reading) => {
    const similarity = cosine(reading);
    return similarity === null
      ? `The most similar other document is ${formatNumber(reading.value)} away on average.`
      : `The most similar other document has cosine similarity ${similarity}.`;
  },
  vendi_1: ({ value }) => {
    const kinds = formatAbout(value);
    return `As varied as ${kinds === "1" ? "a single document" : `${kinds} unrelated documents`}.`;
  },
  vendi_2: ({ value }) => `As ${formatAbout(value)}, common kinds weighing more.`,
  participation_ratio: (reading) =>
    `About ${formatAbout(reading.value)} of${dimensionsOf(reading)} in the vector space.`,
  radius: ({ value }) => `A coordinate typically lies ${formatNumber(value)} from its mean.`,
};
