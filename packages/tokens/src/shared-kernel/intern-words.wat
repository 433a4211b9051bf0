;; Writes the ids of the words of the list, one behind the other, until the vocabulary has no room for one. Says whether there is
;; such a word. The text begins at $units.
(func $internListed (param $vocabulary i32) (param $units i32) (result i32)
  (local $word i32) (local $end i32) (local $to i32) (local $start i32) (local $letter i32) (local $length i32)
  (local $isLong i32) (local $numbers v128) (local $slots i32) (local $mask i32) (local $slot v128) (local $hash i32)
  (local $place i32) (local $id i32)
  (local.set $units
    (i32.add (local.get $units) (i32.shl (i32.load offset=16 (global.get $numbers)) (i32.const 1))))
  (local.set $word (i32.load offset=8 (global.get $numbers)))
  (local.set $end (i32.load offset=12 (global.get $numbers)))
  (local.set $to (i32.load offset=4 (global.get $numbers)))
  (local.set $slots (i32.load offset=8 (local.get $vocabulary)))
  (local.set $mask (i32.sub (i32.shl (i32.load offset=12 (local.get $vocabulary)) (i32.const 2)) (i32.const 1)))
  (block $stop
    (loop $next
      (br_if $stop (i32.ge_u (local.get $word) (local.get $end)))
      (local.set $start (i32.load (local.get $word)))
      (local.set $length (i32.sub (i32.load offset=4 (local.get $word)) (local.get $start)))
      (local.set $letter (i32.add (global.get $letters) (local.get $start)))
      (local.set $numbers (v128.and
        (v128.load (local.get $letter))
        (i8x16.lt_u
          (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
          (i8x16.splat (local.get $length)))))
      (local.set $isLong (i32.gt_u (local.get $length) (i32.const 12)))
      (block $known
        (loop $again
          (if (local.get $isLong)
            (then
              (br_if $stop (i32.eqz (call $hasRoom (local.get $vocabulary) (local.get $length))))
              (local.set $numbers (i32x4.replace_lane 2
                (i32x4.replace_lane 0
                  (v128.const i32x4 0 0 0 0)
                  (call $spell
                    (local.get $vocabulary)
                    (local.get $letter)
                    (i32.add (local.get $units) (i32.shl (local.get $start) (i32.const 1)))
                    (local.get $length)))
                (local.get $length)))))
          (local.set $hash (i32.xor
            (i32.mul (i32x4.extract_lane 0 (local.get $numbers)) (i32.const 0x9e3779b1))
            (i32.xor
              (i32.mul (i32x4.extract_lane 1 (local.get $numbers)) (i32.const 0x85ebca6b))
              (i32.mul (i32x4.extract_lane 2 (local.get $numbers)) (i32.const 0xc2b2ae35)))))
          (local.set $hash (i32.mul
            (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
            (i32.const 0x2c1b3c6d)))
          (local.set $hash
            (i32.shl (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 4)))
          (loop $probe
            (local.set $place
              (i32.add (local.get $slots) (local.tee $hash (i32.and (local.get $hash) (local.get $mask)))))
            (local.set $slot (v128.load (local.get $place)))
            (local.set $hash (i32.add (local.get $hash) (i32.const 16)))
            (if (local.tee $id (i32x4.extract_lane 3 (local.get $slot)))
              (then
                (br_if $probe (i32.ne
                  (i32.and (i32x4.bitmask (i32x4.eq (local.get $slot) (local.get $numbers))) (i32.const 7))
                  (i32.const 7)))
                (br_if $known (i32.eqz (local.get $isLong)))
                (br_if $known (call $isWord
                  (local.get $vocabulary)
                  (i32.sub (local.get $id) (i32.const 1))
                  (local.get $length)))
                (br $probe))))
          (if (i32.eq (i32.load8_u (local.get $letter)) (i32.const 0x5f))
            (then
              (if (call $isSilent (local.get $letter) (local.get $length))
                (then
                  (local.set $word (i32.add (local.get $word) (i32.const 8)))
                  (br $next)))))
          (if (i32.eqz (local.get $isLong))
            (then
              ;; In the table it is like a long word.
              (br_if $again (local.tee $isLong (call $isWide (local.get $letter) (local.get $length))))
              (br_if $stop (i32.eqz (call $hasRoom (local.get $vocabulary) (local.get $length))))
              (drop (call $spell
                (local.get $vocabulary)
                (local.get $letter)
                (i32.const 0)
                (local.get $length))))))
        (local.set $id (call $appendWord (local.get $vocabulary) (local.get $length)))
        (v128.store (local.get $place) (i32x4.replace_lane 3 (local.get $numbers) (local.get $id))))
      (i32.store (local.get $to) (i32.sub (local.get $id) (i32.const 1)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $word (i32.add (local.get $word) (i32.const 8)))
      (br $next)))
  (i32.store offset=4 (global.get $numbers) (local.get $to))
  (i32.store offset=8 (global.get $numbers) (local.get $word))
  (i32.lt_u (local.get $word) (local.get $end)))

;; Writes the ids of the words of a text until there is something to do for others, and says what: 1 for a vocabulary that has no room
;; for the next word, 2 for a chunk with a character that nothing stands for, 3 for a word longer than a piece, and 0 at the end.
(func (export "internWords") (param $vocabulary i32) (param $units i32) (param $length i32) (param $fold i32) (result i32)
  (local $rest i32)
  (loop $piece
    (if (call $internListed (local.get $vocabulary) (local.get $units)) (then (return (i32.const 1))))
    (local.set $rest (i32.load offset=24 (global.get $numbers)))
    (i32.store offset=24 (global.get $numbers) (i32.const 0))
    (if (i32.or
        (local.get $rest)
        (i32.ge_u (i32.load (global.get $numbers)) (local.get $length)))
      (then (return (local.get $rest))))
    (call $findWords (local.get $units) (local.get $length) (local.get $fold))
    (br $piece))
  (unreachable))
