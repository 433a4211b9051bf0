import { CONNECTOR, classAt, DIGIT, JOINER, LETTER, MARK, OTHER, POINT, UNSPACED } from "./character-class.ts";
import { normalizeText } from "./normalize-text.ts";
import { type CaseOptions, type SpanTokenizer, spanTokenizer } from "./tokenizer.ts";
import { spellsWords } from "./spelling-of.ts";

let segmenter: Intl.Segmenter | undefined;

/** Segments a run of an unspaced script. The locale is fixed: the dictionaries depend on the script alone. */
function segment(run: string, offset: number, emit: (start: number, end: number) => void): void {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment: word, index } of segmenter.segment(run)) {
    emit(offset + index, offset + index + word.length);
  }
}

/** Whether the character at `index`, of class `kind`, joins the word on its left to what follows it. */
function joins(text: string, index: number, kind: number, left: number): boolean {
  const glued = kind === JOINER ? LETTER : DIGIT;
  return left === glued && index + 1 < text.length && classAt(text, index + 1) === glued;
}

/** Emits the word at `start`, whose first class is `kind`, if it holds a letter or digit, and gives the index after it. */
function emitWord(text: string, start: number, kind: number, emit: (start: number, end: number) => void): number {
  const { length } = text;
  // The last letter or digit: a mark after a letter leaves the letter in force, so that `é's` joins in both forms.
  let left = OTHER;
  let spoken = false;
  let index = start;
  for (;;) {
    const run = kind;
    do index++;
    while (index < length && (kind = classAt(text, index)) === run);
    if (run === LETTER || run === DIGIT) {
      left = run;
      spoken = true;
    } else if (run === CONNECTOR) left = OTHER;
    if (index === length || kind === OTHER || kind === UNSPACED) break;
    if ((kind === JOINER || kind === POINT) && !joins(text, index, kind, left)) break;
  }
  if (spoken) emit(start, index);
  return index;
}

function emitUnspaced(text: string, start: number, emit: (start: number, end: number) => void): number {
  let index = start + 1;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind !== UNSPACED && kind !== MARK) break;
    index++;
  }
  segment(text.slice(start, index), start, emit);
  return index;
}

function emitWords(text: string, emit: (start: number, end: number) => void): void {
  for (let index = 0; index < text.length;) {
    const kind = classAt(text, index);
    if (kind === LETTER || kind === DIGIT || kind === CONNECTOR) index = emitWord(text, index, kind, emit);
    else if (kind === UNSPACED) index = emitUnspaced(text, index, emit);
    else index++;
  }
}

/**
 * The default tokenizer: words in any script.
 *
 * A word is a run of letters, marks, digits and connectors (`_`) with at least one letter or digit. An apostrophe between
 * two letters belongs to the word (`don't`, and `’` counts as `'`), a point or comma between two digits belongs to the
 * number (`3.14`, `1,000`), a mark belongs to what it follows; all other punctuation, symbols and emoji separate. Chinese,
 * Japanese, Thai, Lao, Khmer and Burmese runs are cut into words by `Intl.Segmenter`, whose dictionaries come with the
 * runtime. Text is composed (NFC) and folded to lower case unless `keepCase` is set.
 *
 * @example
 * ```ts
 * import { wordTokenizer } from "@corpulse/tokens";
 *
 * wordTokenizer().tokenize("Don't pay $3.14!"); // ["don't", "pay", "3.14"]
 * ```
 */
export function wordTokenizer({ keepCase = false }: CaseOptions = {}): SpanTokenizer {
  const tokenizer = spanTokenizer({
    name: keepCase ? "words+keep-case" : "words",
    normalize: (text) => normalizeText(text, keepCase).replaceAll("’", "'"),
    spans: emitWords,
  });
  return spellsWords(tokenizer, keepCase);
}
