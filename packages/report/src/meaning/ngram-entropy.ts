import { formatAbout, formatNumber, formatTimes } from "../format-number.ts";
import { plainShare } from "../plain-share.ts";
import type { Meanings, Reading } from "../reading.ts";

function gramsOf(order: number, noun: string): string {
  if (order === 1) return noun;
  const one = noun === "words" ? "word" : "character";
  return order === 2 ? `${one} pairs` : order === 3 ? `${one} triples` : `${one} ${order}-grams`;
}

/** The token budget of a rarefied number, from its parts or its signature. */
function budgetOf({ parts, settings }: Reading): string {
  const budget = Number(parts.budget ?? settings.budget);
  return Number.isFinite(budget) && budget > 0 ? `a draw of ${formatNumber(budget)}` : "a draw of the token budget";
}

const entropy = (reading: Reading): string => `As if ${formatAbout(2 ** reading.value)} were equally common.`;

const conditionalEntropy = ({ value }: Reading): string => {
  const choices = formatAbout(2 ** value);
  if (choices !== "1") return `Like a choice among ${choices}.`;
  return value === 0 ? "There is none, it is always the same." : "There is hardly a choice.";
};

const newOnes = ({ value }: Reading): string => {
  if (value === 0) return "There are none.";
  const { count, of } = plainShare(value);
  return `${value > 0 && value < 1 ? "About " : ""}${count} of every ${of}.`;
};

function newPairs({ value, noun }: Reading): string {
  if (value === 0) return `No ${gramsOf(2, noun)} in a new document would be new.`;
  if (value === 1) return `All ${gramsOf(2, noun)} in a new document would be new.`;
  const { count, of } = plainShare(value);
  return `Of ${of} ${gramsOf(2, noun)} in a new document about ${count} would be new.`;
}

function coverage({ value }: Reading): string {
  if (value === 0) return "None of the next are known.";
  if (value === 1) return "All of the next are known.";
  const { count, of } = plainShare(value);
  return `About ${count} of the next ${of} are known.`;
}

function distinct(reading: Reading): string {
  if (reading.value === 1) return `All of ${budgetOf(reading)} are different.`;
  const { count, of } = plainShare(reading.value);
  return `About ${count} of ${of} in ${budgetOf(reading)}.`;
}

function distinctPairs(reading: Reading): string {
  if (reading.value === 1) return `All ${gramsOf(2, reading.noun)} in ${budgetOf(reading)} are different.`;
  const { count, of } = plainShare(reading.value);
  return `Of ${of} ${gramsOf(2, reading.noun)} in ${budgetOf(reading)} about ${count} are different.`;
}

/** What an id's number means; the primary panel in whole sentences, the others so that they continue their title. */
export const ngramEntropyMeanings: Meanings = {
  entropy_1: entropy,
  entropy_2: entropy,
  entropy_3: entropy,
  conditional_entropy_2: conditionalEntropy,
  conditional_entropy_3: conditionalEntropy,
  unseen_mass_1: newOnes,
  unseen_mass_2: newPairs,
  unseen_mass_3: newOnes,
  unseen_mass_4: newOnes,
  coverage_1: coverage,
  coverage_2: coverage,
  coverage_3: coverage,
  distinct_1: distinct,
  distinct_2: distinctPairs,
  distinct_3: distinct,
  distinct_4: distinct,
  types: (reading) =>
    `${budgetOf(reading).replace(/^a/, "A")} ${reading.noun} would hold about ${formatNumber(Math.round(reading.value))} different ones.`,
  hill_0: () => "Each counted once.",
  hill_1: ({ value }) => `As if ${formatAbout(value)} were equally common.`,
  hill_2: ({ value }) => `As if there were only ${formatAbout(value)}.`,
  yule_k: ({ value, noun }) =>
    value === 0 ? `No two ${noun} are the same.` : `Two random ${noun} are the same ${formatTimes(value)} in 10,000.`,
  mattr_50: ({ value }) => `About ${Math.round(value * 50)} of 50 in a row.`,
  mtld: ({ value }) => `After ${formatAbout(value)} a quarter repeat.`,
  hdd_42: ({ value }) => `About ${Math.round(value * 42)} of 42.`,
  zipf_alpha: ({ value, noun }) =>
    value === 0
      ? "As many are common as rare."
      : `Of ${noun} twice as common there are ${formatNumber(2 ** value)} times fewer.`,
  heaps_beta: ({ value }) => `1\u00A0% more text adds ${formatNumber(value)}\u00A0%.`,
  self_repetition_4: ({ value }) => `A document's recur ${formatTimes(Math.exp(value) - 1)}.`,
  compression_ratio: ({ value }) =>
    value <= 1
      ? "Pointers to repeats make it no smaller."
      : `${formatNumber(value)} times smaller with pointers to repeats.`,
};
