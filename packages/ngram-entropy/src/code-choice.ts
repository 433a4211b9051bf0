/**
 * What it takes to say whether a literal or a match follows: −log₂ of the adaptive chance of each (Krichevsky & Trofimov 1981).
 * Logarithms are taken when their numbers change.
 */
export class CodeChoice {
  literals = 0;
  matches = 0;
  #logAll = 0;
  #logLiterals = -1;
  #logMatches = -1;

  literalBits(): number {
    return this.#logAll - this.#logLiterals;
  }

  matchBits(): number {
    return this.#logAll - this.#logMatches;
  }

  addLiteral(): void {
    this.#logLiterals = Math.log2(++this.literals + 0.5);
    this.#logAll = Math.log2(this.literals + this.matches + 1);
  }

  addMatch(): void {
    this.#logMatches = Math.log2(++this.matches + 0.5);
    this.#logAll = Math.log2(this.literals + this.matches + 1);
  }
}
