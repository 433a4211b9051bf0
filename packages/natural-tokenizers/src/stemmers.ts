import lancaster from "natural/lib/natural/stemmers/lancaster_stemmer.js";
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import german from "natural/lib/natural/stemmers/porter_stemmer_de.js";
import spanish from "natural/lib/natural/stemmers/porter_stemmer_es.js";
import french from "natural/lib/natural/stemmers/porter_stemmer_fr.js";
import italian from "natural/lib/natural/stemmers/porter_stemmer_it.js";
import dutch from "natural/lib/natural/stemmers/porter_stemmer_nl.js";
import norwegian from "natural/lib/natural/stemmers/porter_stemmer_no.js";
import portuguese from "natural/lib/natural/stemmers/porter_stemmer_pt.js";
import russian from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import swedish from "natural/lib/natural/stemmers/porter_stemmer_sv.js";

/** Brings the inflected forms of a word, given in lower case, to one stem. */
export type Stem = (word: string) => string;

/**
 * The stemmers worth having. Left out are Persian, which natural leaves unstemmed, Ukrainian, Indonesian and the second
 * French one, which have no reference to check them against.
 */
export const STEMMERS: ReadonlyMap<string, Stem> = new Map<string, Stem>([
  ["porter", (word) => porter.stem(word)],
  ["lancaster", (word) => lancaster.stem(word)],
  ["german", (word) => german.stem(word)],
  ["french", (word) => french.stem(word)],
  ["spanish", (word) => spanish.stem(word)],
  ["italian", (word) => italian.stem(word)],
  ["portuguese", (word) => portuguese.stem(word)],
  ["dutch", (word) => dutch.stem(word)],
  ["russian", (word) => russian.stem(word)],
  ["swedish", (word) => swedish.stem(word)],
  ["norwegian", (word) => norwegian.stem(word)],
]);
