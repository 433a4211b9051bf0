;; What token-code.ts spells out.
(global $end (mut i32) (i32.const 0))
(global $document (mut i32) (i32.const 0))
(global $longest (export "longest") (mut i32) (i32.const 0))
(global $bits (export "bits") (mut f64) (f64.const 0))

;; Begins a code of documents over symbols, of which $end is the one that ends documents.
(func (export "beginCode")
  (param $offsets i32) (param $documents i32) (param $tokens i32) (param $longer i32) (param $shorter i32)
  (param $longerBegins i32) (param $shorterBegins i32) (param $symbols i32) (param $sizes i32) (param $logs i32) (param $end i32)
  (global.set $offsets (local.get $offsets))
  (global.set $documents (local.get $documents))
  (global.set $tokens (local.get $tokens))
  (global.set $longer (local.get $longer))
  (global.set $shorter (local.get $shorter))
  (global.set $longerBegins (local.get $longerBegins))
  (global.set $shorterBegins (local.get $shorterBegins))
  (call $forgetLiterals (local.get $symbols) (local.get $sizes) (local.get $logs))
  (global.set $end (local.get $end))
  (global.set $document (i32.const 0))
  (global.set $longest (i32.const 0))
  (global.set $bits (f64.const 0)))

;; A symbol of a document, given by the token that would stand there, and by where its document ends.
(func $symbolAt (param $token i32) (param $last i32) (result i32)
  (if (result i32) (i32.lt_u (local.get $token) (local.get $last))
    (then (call $numberAt (global.get $tokens) (local.get $token)))
    (else (global.get $end))))

;; Where a document ends, as a token.
(func $endOf (param $document i32) (result i32)
  (call $numberAt (global.get $offsets) (i32.add (local.get $document) (i32.const 1))))

;; Whether it takes more than some bits to write out so many symbols from a token of the document on.
(func $isCheaper (param $pointer f64) (param $token i32) (param $length i32) (result i32)
  (local $document i32) (local $last i32) (local $spelt f64) (local $choice f64)
  (local.set $document (global.get $document))
  (local.set $choice (call $choiceBits))
  (block $done
    (loop $symbols
      (br_if $done (i32.eqz (local.get $length)))
      (br_if $done (f64.gt (local.get $spelt) (local.get $pointer)))
      (local.set $last (call $endOf (local.get $document)))
      (local.set $spelt (f64.add (local.get $spelt) (f64.add
        (local.get $choice)
        (call $symbolBits (call $symbolAt (local.get $token) (local.get $last))))))
      (if (i32.lt_u (local.get $token) (local.get $last))
        (then (local.set $token (i32.add (local.get $token) (i32.const 1))))
        (else (local.set $document (i32.add (local.get $document) (i32.const 1)))))
      (local.set $length (i32.sub (local.get $length) (i32.const 1)))
      (br $symbols)))
  (f64.gt (local.get $spelt) (local.get $pointer)))

;; The bits of a pointer at a symbol to so many before.
(func $pointerBits (param $at i32) (param $length i32) (result f64)
  (f64.add
    (f64.add (f64.sub (global.get $logAll) (global.get $logMatches)) (call $logOf (local.get $at)))
    (f64.convert_i32_u (i32.sub
      (i32.const 63)
      (i32.shl (i32.clz (i32.sub (local.get $length) (i32.const 2))) (i32.const 1))))))

;; Writes the next symbols, so many of them at most, out, and leads to the next document behind the end of one.
(func $writeOut (param $token i32) (param $length i32)
  (local $symbol i32)
  (loop $symbols
    (local.set $symbol (call $symbolAt (local.get $token) (call $endOf (global.get $document))))
    (global.set $bits (f64.add (global.get $bits) (f64.add (call $choiceBits) (call $symbolBits (local.get $symbol)))))
    (call $addLiteral (local.get $symbol))
    (if (i32.eq (local.get $symbol) (global.get $end))
      (then (global.set $document (i32.add (global.get $document) (i32.const 1))))
      (else (local.set $token (i32.add (local.get $token) (i32.const 1)))))
    (br_if $symbols (local.tee $length (i32.sub (local.get $length) (i32.const 1))))))

;; Writes all that begins from a symbol on and before another one, and gives the symbol that comes next.
(func (export "writeCode") (param $at i32) (param $stop i32) (result i32)
  (local $token i32) (local $left i32) (local $length i32) (local $pointer f64)
  (block $done
    (loop $steps
      (br_if $done (i32.ge_u (local.get $at) (local.get $stop)))
      (block $inside
        (loop $documents
          (local.set $token (i32.sub (local.get $at) (global.get $document)))
          (local.set $left (i32.sub (call $endOf (global.get $document)) (local.get $token)))
          (br_if $inside (i32.ge_s (local.get $left) (i32.const 0)))
          (global.set $document (i32.add (global.get $document) (i32.const 1)))
          (br $documents)))
      (local.set $length (call $lengthFrom (local.get $token) (local.get $left) (global.get $document)))
      (if (local.get $length)
        (then
          (local.set $pointer (call $pointerBits (local.get $at) (local.get $length)))
          (if (call $isCheaper (local.get $pointer) (local.get $token) (local.get $length))
            (then
              (global.set $bits (f64.add (global.get $bits) (local.get $pointer)))
              (call $addMatch)
              (if (i32.gt_u (local.get $length) (global.get $longest))
                (then (global.set $longest (local.get $length))))
              (local.set $at (i32.add (local.get $at) (local.get $length)))
              (br $steps)))))
      (if (i32.le_u (local.get $length) (i32.const 32)) (then (local.set $length (i32.const 1))))
      (call $writeOut (local.get $token) (local.get $length))
      (local.set $at (i32.add (local.get $at) (local.get $length)))
      (br $steps)))
  (local.get $at))
