import { CONNECTOR, characterClass, DIGIT, JOINER, LETTER, MARK, OTHER, POINT, UNSPACED } from "./character-class.ts";
import { isAscii, normalizeText } from "./normalize-text.ts";
import { type CaseOptions, type SpanTokenizer, spanTokenizer } from "./tokenizer.ts";

let segmenter: Intl.Segmenter | undefined;

/** Segments a run of an unspaced script. The locale is fixed: the dictionaries depend on the script alone. */
function segment(run: string, offset: number, emit: (start: number, end: number) => void): void {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment: word, index } of segmenter.segment(run)) {
    emit(offset + index, offset + index + word.length);
  }
}

const isWordCharacter = (kind: number): boolean => kind === LETTER || kind === DIGIT || kind === CONNECTOR || kind === MARK;

function classAt(text: string, index: number): number {
  return index < text.length ? characterClass(text.codePointAt(index) as number) : OTHER;
}

/** Whether the character at `index`, of class `kind`, joins the word on its left to what follows it. */
function joins(text: string, index: number, kind: number, left: number): boolean {
  if (kind === JOINER) return left === LETTER && classAt(text, index + 1) === LETTER;
  return kind === POINT && left === DIGIT && classAt(text, index + 1) === DIGIT;
}

function emitWords(text: string, emit: (start: number, end: number) => void): void {
  const { length } = text;
  let index = 0;
  while (index < length) {
    const code = text.codePointAt(index) as number;
    let kind = characterClass(code);
    if (kind === OTHER || kind === JOINER || kind === POINT) {
      index += code > 0xffff ? 2 : 1;
      continue;
    }
    const start = index;
    const unspaced = kind === UNSPACED;
    let spoken = false;
    // The last letter or digit: a mark after a letter leaves the letter in force, so that `é’s` joins in both forms.
    let left = OTHER;
    for (;;) {
      if (kind === LETTER || kind === DIGIT || kind === UNSPACED) {
        left = kind;
        spoken = true;
      } else if (kind === CONNECTOR) left = OTHER;
      index += (text.codePointAt(index) as number) > 0xffff ? 2 : 1;
      if (index >= length) break;
      kind = classAt(text, index);
      const continues = unspaced ? kind === UNSPACED || kind === MARK : isWordCharacter(kind) || joins(text, index, kind, left);
      if (!continues) break;
    }
    if (unspaced) segment(text.slice(start, index), start, emit);
    else if (spoken) emit(start, index);
  }
}

/**
 * The default tokenizer: words in any script.
 *
 * A word is a run of letters, marks, digits and connectors (`_`) with at least one letter or digit. An apostrophe between
 * two letters belongs to the word (`don't`, and `’` counts as `'`), a point or comma between two digits belongs to the
 * number (`3.14`, `1,000`); all other punctuation, symbols and emoji separate. Chinese, Japanese, Thai, Lao, Khmer and
 * Burmese runs are cut into words by `Intl.Segmenter`, whose dictionaries come with the runtime. Text is composed (NFC)
 * and folded to lower case unless `keepCase` is set.
 *
 * @example
 * ```ts
 * import { wordTokenizer } from "@corpulse/tokens";
 *
 * wordTokenizer().tokenize("Don't pay $3.14!"); // ["don't", "pay", "3.14"]
 * ```
 */
export function wordTokenizer({ keepCase = false }: CaseOptions = {}): SpanTokenizer {
  return spanTokenizer({
    name: keepCase ? "words+keep-case" : "words",
    normalize(text) {
      const normalized = normalizeText(text, keepCase);
      return isAscii(normalized) ? normalized : normalized.replaceAll("’", "'");
    },
    spans: emitWords,
  });
}
