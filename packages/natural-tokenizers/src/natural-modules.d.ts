// natural has types for its folders alone, and a folder's index would load far more than the one file that is wanted.
declare module "natural/lib/natural/stemmers/*.js" {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}

declare module "natural/lib/natural/tokenizers/*.js" {
  const Tokenizer: new () => { tokenize(text: string): string[] };
  export = Tokenizer;
}
