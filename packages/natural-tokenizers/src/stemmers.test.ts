import { describe, expect, test } from "vitest";
import { SNOWBALL_SAMPLES } from "./fixtures/snowball-samples.ts";
import { STEMMERS } from "./stemmers.ts";

function pairs(list: string): readonly (readonly [word: string, stem: string])[] {
  const words = list.split(/\s+/);
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1]] as const] : []));
}

/** Word, stem and expected stem, of the words whose stem is another one. */
function deviations(name: string, expected: readonly (readonly [string, string])[]): readonly string[] {
  return expected.flatMap(([word, stem]) => {
    const found = STEMMERS.get(name)?.(word);
    return found === stem ? [] : [`${word} ${found} ${stem}`];
  });
}

describe("stemmers agree with their references", () => {
  // M. F. Porter 1980, "An algorithm for suffix stripping", the examples of its steps that no later step changes.
  test("porter: the examples of the paper", () => {
    const paper = pairs(
      `caresses caress ponies poni ties ti caress caress cats cat feed feed plastered plaster bled bled motoring motor
      sing sing hopping hop tanned tan falling fall hissing hiss fizzed fizz failing fail filing file happy happi sky sky
      triplicate triplic formative form electrical electr hopeful hope goodness good revival reviv allowance allow
      inference infer airliner airlin gyroscopic gyroscop adjustable adjust defensible defens irritant irrit
      replacement replac adjustment adjust dependent depend adoption adopt communism commun activate activ
      homologous homolog effective effect bowdlerize bowdler probate probat rate rate cease ceas controll control roll roll`,
    );
    expect(deviations("porter", paper)).toEqual([]);
  });

  // The examples of NLTK's LancasterStemmer, an implementation of C. Paice 1990, "Another stemmer".
  test("lancaster: the examples of another implementation", () => {
    const nltk = pairs(
      `maximum maxim presumably presum multiply multiply provision provid owed ow ear ear saying say crying cry
      string string meant meant cement cem`,
    );
    expect(deviations("lancaster", nltk)).toEqual([]);
  });

  // What natural does otherwise: newer rules of Snowball (French elisions and -ïsme, German -et) and one ending of Portuguese.
  const KNOWN: Readonly<Record<string, readonly string[]>> = {
    german: ["helfet helfet helf"],
    french: [
      "d'habitants d'habit habit",
      "l'aisne l'aisn aisn",
      "l'épisode l'épisod épisod",
      "moëlle moëll moël",
      "nicolaïsme nicolaïsm nicola",
    ],
    portuguese: ["execução execuçã execu"],
  };
  test.each(Object.keys(SNOWBALL_SAMPLES))(
    "%s: the Snowball project's vocabulary, but for the known deviations",
    (name) => {
      const sample = pairs(SNOWBALL_SAMPLES[name]);
      expect(sample).toHaveLength(60);
      expect(deviations(name, sample)).toEqual(KNOWN[name] ?? []);
    },
  );
});
