;; What MurmurHash3 makes of a block before it takes it up, as in feature-hash.ts.
(func $scramble (param $block i32) (result i32)
  (i32.mul
    (i32.rotl (i32.mul (local.get $block) (i32.const 0xcc9e2d51)) (i32.const 15))
    (i32.const 0x1b873593)))

(func $absorb (param $hash i32) (param $scrambled i32) (result i32)
  (i32.add
    (i32.mul (i32.rotl (i32.xor (local.get $hash) (local.get $scrambled)) (i32.const 13)) (i32.const 5))
    (i32.const 0xe6546b64)))

(func $mix (param $hash i32) (result i32)
  (local.set $hash (i32.mul
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16)))
    (i32.const 0x85ebca6b)))
  (local.set $hash (i32.mul
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13)))
    (i32.const 0xc2b2ae35)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))

;; Writes the hash of the word between $at and $end, in UTF-16, and behind it those of its n-grams: what word-grams.ts spells out.
;; Gives where they end. At $room there is to be as much as the word takes in 32 bits, and two numbers more.
(func $readWord (param $at i32) (param $end i32) (param $room i32) (param $to i32) (result i32)
  (local $hash i32) (local $last i32) (local $block i32) (local $bytes i32)
  ;; Four for each of its letters.
  (local.set $bytes (i32.shl (i32.sub (local.get $end) (local.get $at)) (i32.const 1)))
  ;; Scrambled 2, the beginning of a word.
  (i32.store (local.get $room) (call $scramble (i32.const 2)))
  (local.set $last (i32.add (local.get $room) (i32.const 4)))
  (block $read
    (loop $letters
      (br_if $read (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $block (call $scramble (i32.load16_u (local.get $at))))
      (local.set $hash (call $absorb (local.get $hash) (local.get $block)))
      (i32.store (local.get $last) (local.get $block))
      (local.set $last (i32.add (local.get $last) (i32.const 4)))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br $letters)))
  (i32.store (local.get $last) (call $scramble (i32.const 3)))
  (i32.store (local.get $to) (call $mix (i32.xor (local.get $hash) (local.get $bytes))))
  (local.set $to (i32.add (local.get $to) (i32.const 4)))
  ;; Where an n-gram of three begins last.
  (local.set $last (i32.sub (local.get $last) (i32.const 8)))
  (block $done
    (loop $next
      (br_if $done (i32.gt_u (local.get $room) (local.get $last)))
      (local.set $hash (call $absorb
        (call $absorb
          (call $absorb (i32.const 1) (i32.load (local.get $room)))
          (i32.load offset=4 (local.get $room)))
        (i32.load offset=8 (local.get $room))))
      (i32.store (local.get $to) (call $mix (i32.xor (local.get $hash) (i32.const 12))))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $room (i32.add (local.get $room) (i32.const 4)))
      (br_if $done (i32.gt_u (local.get $room) (local.get $last)))
      (local.set $hash (call $absorb (local.get $hash) (i32.load offset=8 (local.get $room))))
      (i32.store (local.get $to) (call $mix (i32.xor (local.get $hash) (i32.const 16))))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br_if $next (i32.eq (local.get $room) (local.get $last)))
      (local.set $hash (call $absorb (local.get $hash) (i32.load offset=12 (local.get $room))))
      (i32.store (local.get $to) (call $mix (i32.xor (local.get $hash) (i32.const 20))))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br $next)))
  (local.get $to))
