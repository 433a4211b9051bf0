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

;; Whether a vocabulary has room for one more word of so many letters.
(func $hasRoom (param $vocabulary i32) (param $length i32) (result i32)
  (local $words i32)
  (local.set $words (i32.add (i32.load (local.get $vocabulary)) (i32.const 1)))
  (i32.and
    (i32.le_u (i32.shl (local.get $words) (i32.const 3)) (i32.load offset=12 (local.get $vocabulary)))
    (i32.and
      (i32.le_u
        (i32.add (i32.load offset=4 (local.get $vocabulary)) (local.get $length))
        (i32.load offset=20 (local.get $vocabulary)))
      (i32.lt_u (local.get $words) (i32.load offset=28 (local.get $vocabulary))))))

;; The address of a character of a vocabulary.
(func $characterAt (param $vocabulary i32) (param $place i32) (result i32)
  (i32.add (i32.load offset=16 (local.get $vocabulary)) (i32.shl (local.get $place) (i32.const 1))))

;; Writes a word behind all others and gives its hash, which word-hash.ts spells out. $unit is where it stands in the text.
(func $spell (param $vocabulary i32) (param $letter i32) (param $unit i32) (param $length i32) (result i32)
  (local $to i32) (local $end i32) (local $character i32) (local $hash i32)
  (local.set $to (call $characterAt (local.get $vocabulary) (i32.load offset=4 (local.get $vocabulary))))
  (local.set $end (i32.add (local.get $letter) (local.get $length)))
  (local.set $hash (i32.const 0x811c9dc5))
  (loop $next
    (local.set $character (i32.load8_u (local.get $letter)))
    (if (i32.eq (local.get $character) (i32.const 0x80))
      (then
        (local.set $character (i32.load16_u (i32.add
          (global.get $standIns)
          (i32.shl (i32.load16_u (local.get $unit)) (i32.const 1)))))))
    (i32.store16 (local.get $to) (local.get $character))
    (local.set $hash (i32.mul (i32.xor (local.get $hash) (local.get $character)) (i32.const 0x01000193)))
    (local.set $unit (i32.add (local.get $unit) (i32.const 2)))
    (local.set $to (i32.add (local.get $to) (i32.const 2)))
    (br_if $next (i32.lt_u (local.tee $letter (i32.add (local.get $letter) (i32.const 1))) (local.get $end))))
  (local.set $hash (i32.mul
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
    (i32.const 0x2c1b3c6d)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 12))))

;; Whether the word that has been written behind all others is the one whose id is $id, which has as many letters.
(func $isWord (param $vocabulary i32) (param $id i32) (param $length i32) (result i32)
  (local $one i32) (local $other i32) (local $end i32)
  (local.set $one (call $characterAt
    (local.get $vocabulary)
    (i32.load (i32.add (i32.load offset=24 (local.get $vocabulary)) (i32.shl (local.get $id) (i32.const 2))))))
  (local.set $other (call $characterAt (local.get $vocabulary) (i32.load offset=4 (local.get $vocabulary))))
  (local.set $end (i32.add (local.get $one) (i32.shl (local.get $length) (i32.const 1))))
  (block $differ
    (loop $next
      (br_if $differ (i32.ne (i32.load16_u (local.get $one)) (i32.load16_u (local.get $other))))
      (local.set $other (i32.add (local.get $other) (i32.const 2)))
      (br_if $next (i32.lt_u (local.tee $one (i32.add (local.get $one) (i32.const 2))) (local.get $end))))
    (return (i32.const 1)))
  (i32.const 0))

;; Makes what has been written behind all words one of them, and gives how many there are then.
(func $appendWord (param $vocabulary i32) (param $length i32) (result i32)
  (local $words i32) (local $end i32)
  (local.set $words (i32.add (i32.load (local.get $vocabulary)) (i32.const 1)))
  (local.set $end (i32.add (i32.load offset=4 (local.get $vocabulary)) (local.get $length)))
  (i32.store (local.get $vocabulary) (local.get $words))
  (i32.store offset=4 (local.get $vocabulary) (local.get $end))
  (i32.store
    (i32.add (i32.load offset=24 (local.get $vocabulary)) (i32.shl (local.get $words) (i32.const 2)))
    (local.get $end))
  (local.get $words))
