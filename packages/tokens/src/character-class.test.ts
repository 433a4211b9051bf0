import { expect, test } from "vitest";
import {
  characterClass,
  classAt,
  CONNECTOR,
  DIGIT,
  JOINER,
  LETTER,
  MARK,
  OTHER,
  POINT,
  UNSPACED,
} from "./character-class.ts";

test.each([
  ["letters of spaced scripts", LETTER, ["a", "Z", "é", "ß", "Я", "ש", "ع", "अ", "한", "𝒜", "ª"]],
  ["digits and other numbers", DIGIT, ["0", "9", "٣", "५", "๓", "²", "½", "Ⅷ"]],
  ["connectors", CONNECTOR, ["_", "‿"]],
  ["marks of any script", MARK, ["\u0301", "\u0947", "\u0e31", "\u3099", "\ufe0f"]],
  ["joiners", JOINER, ["'", "’", "\u200c", "\u200d"]],
  ["points", POINT, [".", ","]],
  ["letters of unspaced scripts", UNSPACED, ["中", "𠀀", "〇", "々", "ひ", "カ", "ー", "ไ", "ລ", "ក", "မ"]],
  ["everything else", OTHER, [" ", "-", "$", "😀", "\ud800", "\udc00", "\0", "　", "。"]],
])("characterClass() knows %s", (_, kind, characters) => {
  for (const character of characters)
    expect([character, characterClass(character.codePointAt(0) ?? 0)]).toEqual([character, kind]);
});

test("ASCII has the classes that the properties of Unicode give it", () => {
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    const letterOrMark = /\p{L}/u.test(character) ? LETTER : /\p{M}/u.test(character) ? MARK : OTHER;
    const property = /\p{N}/u.test(character) ? DIGIT : /\p{Pc}/u.test(character) ? CONNECTOR : letterOrMark;
    const own = character === "'" ? JOINER : [".", ","].includes(character) ? POINT : property;
    expect([character, characterClass(code)]).toEqual([character, own]);
  }
});

test("classAt() gives both halves of a surrogate pair the class of the pair, and a lone half none", () => {
  const text = "𝒜\ud835a\udc9c";
  expect(Array.from({ length: text.length }, (_, index) => classAt(text, index))).toEqual([
    LETTER,
    LETTER,
    OTHER,
    LETTER,
    OTHER,
  ]);
});
