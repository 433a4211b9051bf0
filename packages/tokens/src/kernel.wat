;; The words of text, sixteen characters at a time, their ids, and hashes: what intern-words.ts, short-words.ts and fingerprint.ts
;; spell out, in whole numbers, so both find the same. `npm run build:kernels` assembles it. word-kernel.ts says where everything
;; stands.
(module
  (import "kernel" "memory" (memory 1))

  ;; A piece of text; its characters as tokens have them; a bit for each that belongs to a word.
  (global $units i32 (i32.const 1024))
  (global $letters i32 (i32.const 9344))
  (global $bits i32 (i32.const 13504))
  ;; Where each word begins and ends; the ids of words; the table of short words.
  (global $words i32 (i32.const 14080))
  (global $ids i32 (i32.const 30592))
  ;; The byte that stands for each character, as word-kernel.ts has it: 2 where none does, 0 where that is not known.
  (global $bytes i32 (i32.const 38848))
  (global $slots i32 (i32.const 104384))

  ;; Puts what stands for them in place of the characters of a chunk that are not ASCII, and says whether something does for each
  ;; of them. Its units begin at $from, its bytes at $to, and $lanes says which characters they are.
  (func $narrow (param $from i32) (param $to i32) (param $lanes i32) (result i32)
    (local $lane i32) (local $byte i32)
    (loop $next
      (local.set $lane (i32.ctz (local.get $lanes)))
      (local.set $byte (i32.load8_u (i32.add (global.get $bytes)
        (i32.load16_u (i32.add (local.get $from) (i32.shl (local.get $lane) (i32.const 1)))))))
      (i32.store8 (i32.add (local.get $to) (local.get $lane)) (local.get $byte))
      (local.set $lanes (i32.and (local.get $lanes) (i32.sub (local.get $lanes) (i32.const 1))))
      (local.set $byte (i32.ne (i32.and (local.get $byte) (i32.const 0xfd)) (i32.const 0)))
      (br_if $next (i32.and (local.get $byte) (i32.ne (local.get $lanes) (i32.const 0)))))
    (local.get $byte))

  ;; Whether a character is a letter.
  (func $isLetter (param $unit i32) (result i32)
    (if (result i32) (i32.gt_u (local.get $unit) (i32.const 0x7f))
      (then (i32.gt_u (i32.load8_u (i32.add (global.get $bytes) (local.get $unit))) (i32.const 0x7f)))
      (else
        (i32.lt_u (i32.sub (i32.or (local.get $unit) (i32.const 0x20)) (i32.const 0x61)) (i32.const 26)))))

  ;; Marks what belongs to words in $length units, which zeros stand behind, and gives the place of the first chunk with a
  ;; character that no byte stands for, or one behind them. Or-ing $fold to an ASCII letter gives what stands for it in tokens.
  (func $mark (param $length i32) (param $fold i32) (result i32)
    (local $at i32) (local $from i32) (local $to i32) (local $low v128) (local $high v128) (local $bytes v128)
    (local $isLetter v128) (local $isDigit v128) (local $folded v128) (local $next i32) (local $letters i32)
    (local $digits i32) (local $lastLetter i32) (local $lastDigit i32)
    (local.set $folded (i8x16.splat (local.get $fold)))
    (block $end
      (loop $chunk
        (br_if $end (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $from (i32.add (global.get $units) (i32.shl (local.get $at) (i32.const 1))))
        (local.set $low (v128.load (local.get $from)))
        (local.set $high (v128.load offset=16 (local.get $from)))
        (local.set $to (i32.add (global.get $letters) (local.get $at)))
        (local.set $bytes (i8x16.narrow_i16x8_u (local.get $low) (local.get $high)))
        (if (v128.any_true (v128.and
            (v128.or (local.get $low) (local.get $high))
            (v128.const i16x8 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80)))
          (then
            (v128.store (local.get $to) (local.get $bytes))
            (br_if $end (i32.eqz (call $narrow (local.get $from) (local.get $to) (i8x16.bitmask (i8x16.narrow_i16x8_s
              (i16x8.gt_u (local.get $low) (i16x8.splat (i32.const 0x7f)))
              (i16x8.gt_u (local.get $high) (i16x8.splat (i32.const 0x7f))))))))
            (local.set $bytes (v128.load (local.get $to)))))
        (local.set $isLetter (i8x16.lt_u
          (i8x16.sub (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20))) (i8x16.splat (i32.const 0x61)))
          (i8x16.splat (i32.const 26))))
        (local.set $isDigit
          (i8x16.lt_u (i8x16.sub (local.get $bytes) (i8x16.splat (i32.const 0x30))) (i8x16.splat (i32.const 10))))
        (v128.store (local.get $to) (v128.or (local.get $bytes) (v128.and (local.get $isLetter) (local.get $folded))))
        ;; What stands for other letters is no ASCII either, and folded as it is.
        (local.set $isLetter
          (v128.or (local.get $isLetter) (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0)))))
        ;; The unit behind the chunk and the last one before it count for what joins two parts of a word.
        (local.set $next (i32.load16_u offset=32 (local.get $from)))
        (local.set $letters (i32.or
          (i32.shl (i8x16.bitmask (local.get $isLetter)) (i32.const 1))
          (i32.or (local.get $lastLetter) (i32.shl (call $isLetter (local.get $next)) (i32.const 17)))))
        (local.set $digits (i32.or
          (i32.shl (i8x16.bitmask (local.get $isDigit)) (i32.const 1))
          (i32.or (local.get $lastDigit) (i32.shl
            (i32.lt_u (i32.sub (local.get $next) (i32.const 0x30)) (i32.const 10))
            (i32.const 17)))))
        (local.set $lastLetter (i32.and (i32.shr_u (local.get $letters) (i32.const 16)) (i32.const 1)))
        (local.set $lastDigit (i32.and (i32.shr_u (local.get $digits) (i32.const 16)) (i32.const 1)))
        (i32.store16 (i32.add (global.get $bits) (i32.shr_u (local.get $at) (i32.const 3)))
          (i32.or
            (i32.or
              (i32.shr_u (i32.or (local.get $letters) (local.get $digits)) (i32.const 1))
              (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5f)))))
            (i32.or
              (i32.and
                (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x27))))
                (i32.and (local.get $letters) (i32.shr_u (local.get $letters) (i32.const 2))))
              (i32.and
                ;; Comma and point.
                (i8x16.bitmask (i8x16.eq
                  (v128.and (local.get $bytes) (i8x16.splat (i32.const 0xfd)))
                  (i8x16.splat (i32.const 0x2c))))
                (i32.and (local.get $digits) (i32.shr_u (local.get $digits) (i32.const 2)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $chunk)))
    (i64.store (i32.add (global.get $bits) (i32.shr_u (local.get $at) (i32.const 3))) (i64.const 0))
    (local.get $at))

  ;; Finds the words of $length units. Writes how far they were read to address 0 and gives the end of the list of words.
  (func (export "findWords") (param $length i32) (param $fold i32) (result i32)
    (local $limit i32) (local $block i32) (local $to i32) (local $marks i64) (local $edges i64) (local $inside i64)
    (local.set $limit (call $mark (local.get $length) (local.get $fold)))
    (i32.store (i32.const 0) (local.get $limit))
    (local.set $to (global.get $words))
    (loop $blocks
      (local.set $marks (i64.load (i32.add (global.get $bits) (i32.shr_u (local.get $block) (i32.const 3)))))
      ;; A bit where a word begins, and one where it has ended.
      (local.set $edges
        (i64.xor (local.get $marks) (i64.or (i64.shl (local.get $marks) (i64.const 1)) (local.get $inside))))
      (local.set $inside (i64.shr_u (local.get $marks) (i64.const 63)))
      (block $none
        (loop $edge
          (br_if $none (i64.eqz (local.get $edges)))
          (i32.store (local.get $to) (i32.add (local.get $block) (i32.wrap_i64 (i64.ctz (local.get $edges)))))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (local.set $edges (i64.and (local.get $edges) (i64.sub (local.get $edges) (i64.const 1))))
          (br $edge)))
      (br_if $blocks (i32.le_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $limit))))
    (local.get $to))

  ;; Writes the ids of the words from $word to $end of the list, one behind the other from $id on, until it comes to a word that
  ;; is not short, that begins with an underscore or that has no id. Gives the place of that word, or $end.
  (func (export "lookUp") (param $word i32) (param $end i32) (param $id i32) (param $mask i32) (result i32)
    (local $from i32) (local $length i32) (local $numbers v128) (local $slot v128) (local $hash i32) (local $found i32)
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $word) (local.get $end)))
        (local.set $from (i32.load (local.get $word)))
        (local.set $length (i32.sub (i32.load offset=4 (local.get $word)) (local.get $from)))
        (br_if $stop (i32.gt_u (local.get $length) (i32.const 12)))
        (local.set $numbers (v128.and
          (v128.load (i32.add (global.get $letters) (local.get $from)))
          (i8x16.lt_u
            (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
            (i8x16.splat (local.get $length)))))
        (br_if $stop (i32.eq (i8x16.extract_lane_u 0 (local.get $numbers)) (i32.const 0x5f)))
        (local.set $hash (i32.xor
          (i32.mul (i32x4.extract_lane 0 (local.get $numbers)) (i32.const 0x9e3779b1))
          (i32.xor
            (i32.mul (i32x4.extract_lane 1 (local.get $numbers)) (i32.const 0x85ebca6b))
            (i32.mul (i32x4.extract_lane 2 (local.get $numbers)) (i32.const 0xc2b2ae35)))))
        (local.set $hash (i32.mul
          (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
          (i32.const 0x2c1b3c6d)))
        (local.set $hash (i32.shl (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 4)))
        (loop $probe
          (local.set $slot
            (v128.load (i32.add (global.get $slots) (local.tee $hash (i32.and (local.get $hash) (local.get $mask))))))
          (br_if $stop (i32.eqz (local.tee $found (i32x4.extract_lane 3 (local.get $slot)))))
          (local.set $hash (i32.add (local.get $hash) (i32.const 16)))
          (br_if $probe (i32.ne
            (i32.and (i32x4.bitmask (i32x4.eq (local.get $slot) (local.get $numbers))) (i32.const 7))
            (i32.const 7))))
        (i32.store (local.get $id) (i32.sub (local.get $found) (i32.const 1)))
        (local.set $id (i32.add (local.get $id) (i32.const 4)))
        (local.set $word (i32.add (local.get $word) (i32.const 8)))
        (br $next)))
    (local.get $word))

  ;; One number of a block, stirred before it goes into the hash.
  (func $scramble (param $number i32) (param $first i32) (param $by i32) (param $second i32) (result i32)
    (i32.mul
      (i32.rotl (i32.mul (local.get $number) (local.get $first)) (local.get $by))
      (local.get $second)))

  ;; Hashes $blocks blocks of eight units into the four numbers from address 16 on: what fingerprint.ts spells out.
  (func (export "hashBlocks") (param $blocks i32)
    (local $from i32) (local $end i32) (local $h1 i32) (local $h2 i32) (local $h3 i32) (local $h4 i32)
    (local.set $from (global.get $units))
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $blocks) (i32.const 4))))
    (local.set $h1 (i32.load (i32.const 16)))
    (local.set $h2 (i32.load (i32.const 20)))
    (local.set $h3 (i32.load (i32.const 24)))
    (local.set $h4 (i32.load (i32.const 28)))
    (block $all
      (loop $block
        (br_if $all (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $h1 (i32.xor (local.get $h1) (call $scramble
          (i32.load (local.get $from)) (i32.const 0x239b961b) (i32.const 15) (i32.const 0xab0e9789))))
        (local.set $h1 (i32.add
          (i32.mul (i32.add (i32.rotl (local.get $h1) (i32.const 19)) (local.get $h2)) (i32.const 5))
          (i32.const 0x561ccd1b)))
        (local.set $h2 (i32.xor (local.get $h2) (call $scramble
          (i32.load offset=4 (local.get $from)) (i32.const 0xab0e9789) (i32.const 16) (i32.const 0x38b34ae5))))
        (local.set $h2 (i32.add
          (i32.mul (i32.add (i32.rotl (local.get $h2) (i32.const 17)) (local.get $h3)) (i32.const 5))
          (i32.const 0x0bcaa747)))
        (local.set $h3 (i32.xor (local.get $h3) (call $scramble
          (i32.load offset=8 (local.get $from)) (i32.const 0x38b34ae5) (i32.const 17) (i32.const 0xa1e38b93))))
        (local.set $h3 (i32.add
          (i32.mul (i32.add (i32.rotl (local.get $h3) (i32.const 15)) (local.get $h4)) (i32.const 5))
          (i32.const 0x96cd1c35)))
        (local.set $h4 (i32.xor (local.get $h4) (call $scramble
          (i32.load offset=12 (local.get $from)) (i32.const 0xa1e38b93) (i32.const 18) (i32.const 0x239b961b))))
        (local.set $h4 (i32.add
          (i32.mul (i32.add (i32.rotl (local.get $h4) (i32.const 13)) (local.get $h1)) (i32.const 5))
          (i32.const 0x32ac3b17)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $block)))
    (i32.store (i32.const 16) (local.get $h1))
    (i32.store (i32.const 20) (local.get $h2))
    (i32.store (i32.const 24) (local.get $h3))
    (i32.store (i32.const 28) (local.get $h4)))

  (func $mix (param $hash i32) (result i32)
    (local.set $hash
      (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
    (local.set $hash
      (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))

  ;; Makes the four numbers the fingerprint of a text of $bytes bytes whose last block begins at the unit $tail; zeros stand behind it.
  (func (export "finishHash") (param $tail i32) (param $bytes i32)
    (local $from i32) (local $h1 i32) (local $h2 i32) (local $h3 i32) (local $h4 i32)
    (local.set $from (i32.add (global.get $units) (i32.shl (local.get $tail) (i32.const 1))))
    (local.set $h1 (i32.xor (local.get $bytes) (i32.xor (i32.load (i32.const 16)) (call $scramble
      (i32.load (local.get $from)) (i32.const 0x239b961b) (i32.const 15) (i32.const 0xab0e9789)))))
    (local.set $h2 (i32.xor (local.get $bytes) (i32.xor (i32.load (i32.const 20)) (call $scramble
      (i32.load offset=4 (local.get $from)) (i32.const 0xab0e9789) (i32.const 16) (i32.const 0x38b34ae5)))))
    (local.set $h3 (i32.xor (local.get $bytes) (i32.xor (i32.load (i32.const 24)) (call $scramble
      (i32.load offset=8 (local.get $from)) (i32.const 0x38b34ae5) (i32.const 17) (i32.const 0xa1e38b93)))))
    (local.set $h4 (i32.xor (local.get $bytes) (i32.xor (i32.load (i32.const 28)) (call $scramble
      (i32.load offset=12 (local.get $from)) (i32.const 0xa1e38b93) (i32.const 18) (i32.const 0x239b961b)))))
    (local.set $h1 (i32.add
      (i32.add (local.get $h1) (local.get $h2))
      (i32.add (local.get $h3) (local.get $h4))))
    (local.set $h2 (call $mix (i32.add (local.get $h2) (local.get $h1))))
    (local.set $h3 (call $mix (i32.add (local.get $h3) (local.get $h1))))
    (local.set $h4 (call $mix (i32.add (local.get $h4) (local.get $h1))))
    (local.set $h1 (call $mix (local.get $h1)))
    (local.set $h1 (i32.add
      (i32.add (local.get $h1) (local.get $h2))
      (i32.add (local.get $h3) (local.get $h4))))
    (i32.store (i32.const 16) (local.get $h1))
    (i32.store (i32.const 20) (i32.add (local.get $h2) (local.get $h1)))
    (i32.store (i32.const 24) (i32.add (local.get $h3) (local.get $h1)))
    (i32.store (i32.const 28) (i32.add (local.get $h4) (local.get $h1)))))
