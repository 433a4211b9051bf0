;; Whether some byte of a word stands for letters that take more.
(func $isWide (param $letter i32) (param $length i32) (result i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (block $wide
    (loop $next
      (br_if $wide (i32.eq (i32.load8_u (local.get $letter)) (i32.const 0x80)))
      (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
    (return (i32.const 0)))
  (i32.const 1))

;; Whether a word has nothing but underscores.
(func $isSilent (param $letter i32) (param $length i32) (result i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (block $spoken
    (loop $next
      (br_if $spoken (i32.ne (i32.load8_u (local.get $letter)) (i32.const 0x5f)))
      (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
    (return (i32.const 1)))
  (i32.const 0))

;; The hash of a word that is not short, as word-hash.ts has it.
(func $hashLong (param $letter i32) (param $length i32) (result i32)
  (local $end i32) (local $hash i32)
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (local.set $hash (i32.const 0x811c9dc5))
  (loop $next
    (local.set $hash
      (i32.mul (i32.xor (local.get $hash) (i32.load8_u (local.get $letter))) (i32.const 0x01000193)))
    (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
  (local.set $hash (i32.mul
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
    (i32.const 0x2c1b3c6d)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 12))))

;; Whether a word is the one whose id is $id, which has as many letters.
(func $isWord (param $vocabulary i32) (param $id i32) (param $letter i32) (param $length i32) (result i32)
  (local $end i32) (local $character i32)
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (local.set $character (i32.add
    (i32.load offset=16 (local.get $vocabulary))
    (i32.shl
      (i32.load (i32.add (i32.load offset=24 (local.get $vocabulary)) (i32.shl (local.get $id) (i32.const 2))))
      (i32.const 1))))
  (block $differ
    (loop $next
      (br_if $differ (i32.ne (i32.load8_u (local.get $letter)) (i32.load16_u (local.get $character))))
      (local.set $character (i32.add (local.get $character) (i32.const 2)))
      (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
    (return (i32.const 1)))
  (i32.const 0))

;; Appends a word to a vocabulary and gives the number of words then; 0 where there is no room, or it has letters of more than a
;; byte.
(func $appendWord (param $vocabulary i32) (param $letter i32) (param $length i32) (result i32)
  (local $words i32) (local $from i32) (local $to i32) (local $end i32)
  (if (call $isWide (local.get $letter) (local.get $length)) (then (return (i32.const 0))))
  (local.set $words (i32.add (i32.load (local.get $vocabulary)) (i32.const 1)))
  (local.set $from (i32.load offset=4 (local.get $vocabulary)))
  (local.set $to (i32.add (local.get $from) (local.get $length)))
  (if (i32.or
      (i32.gt_u (i32.shl (local.get $words) (i32.const 3)) (i32.load offset=12 (local.get $vocabulary)))
      (i32.or
        (i32.gt_u (local.get $to) (i32.load offset=20 (local.get $vocabulary)))
        (i32.ge_u (local.get $words) (i32.load offset=28 (local.get $vocabulary)))))
    (then (return (i32.const 0))))
  (i32.store (local.get $vocabulary) (local.get $words))
  (i32.store offset=4 (local.get $vocabulary) (local.get $to))
  (i32.store
    (i32.add (i32.load offset=24 (local.get $vocabulary)) (i32.shl (local.get $words) (i32.const 2)))
    (local.get $to))
  (local.set $to (i32.add (i32.load offset=16 (local.get $vocabulary)) (i32.shl (local.get $from) (i32.const 1))))
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (loop $next
    (i32.store16 (local.get $to) (i32.load8_u (local.get $letter)))
    (local.set $to (i32.add (local.get $to) (i32.const 2)))
    (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
  (local.get $words))
