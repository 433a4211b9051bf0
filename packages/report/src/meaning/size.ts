import { formatAbout, formatTimes } from "../format-number.ts";
import type { Meanings } from "../reading.ts";

export const sizeMeanings: Meanings = {
  documents: () => "Texts that were read and measured.",
  tokens: ({ value, documents, noun }) =>
    documents === 0 ? "Nothing to count." : `About ${formatAbout(value / documents)} ${noun} to a document.`,
  types: ({ value, tokens, noun }) =>
    value === 0 || tokens === 0
      ? `Different ${noun}.`
      : `Different ${noun}, each used ${formatTimes(tokens / value)} on average.`,
  document_length_mean: ({ noun }) => `${noun.charAt(0).toUpperCase()}${noun.slice(1)} in a document, on average.`,
  document_length_sd: () => "Typical difference from the mean.",
  document_length_p05: () => "One in twenty is no longer.",
  document_length_p50: () => "Half of the documents are no longer.",
  document_length_p95: () => "One in twenty is longer.",
};
