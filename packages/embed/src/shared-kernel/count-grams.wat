;; Where a key is among $entries, or would be: what slotOf() in hash-counts.ts spells out. $mask is how many bytes there are less
;; one entry.
(func $slotOf (param $entries i32) (param $mask i32) (param $key i32) (result i32)
  (local $slot i32) (local $at i32)
  (local.set $slot (i32.shl (local.get $key) (i32.const 3)))
  (block $found
    (loop $probe
      (local.set $slot (i32.and (local.get $slot) (local.get $mask)))
      (local.set $at (i32.add (local.get $entries) (local.get $slot)))
      (br_if $found (i32.eqz (i32.load offset=4 (local.get $at))))
      (br_if $found (i32.eq (i32.load (local.get $at)) (local.get $key)))
      (local.set $slot (i32.add (local.get $slot) (i32.const 8)))
      (br $probe)))
  (local.get $at))

;; Adds the frequency of each word from $word on, up to $last, to the sums of its n-grams, and gives the first one that it has not
;; read: there may be too little room. Where words are spelt in $text is said by $starts, how many keys there are by $size.
(func (export "countGrams")
  (param $word i32) (param $last i32) (param $text i32) (param $starts i32) (param $frequencies i32)
  (param $entries i32) (param $mask i32) (param $size i32) (param $room i32) (param $hashes i32) (result i32)
  (local $at i32) (local $end i32) (local $frequency i32) (local $hash i32) (local $slot i32) (local $sum i32)
  (local $keys i32)
  (local.set $keys (i32.load (local.get $size)))
  (block $done
    (loop $words
      (br_if $done (i32.ge_u (local.get $word) (local.get $last)))
      (local.set $at (i32.add (local.get $starts) (i32.shl (local.get $word) (i32.const 2))))
      (local.set $end (i32.load offset=4 (local.get $at)))
      (local.set $at (i32.load (local.get $at)))
      ;; No more than a third of the numbers may be keys afterwards. A word has less than three n-grams for each of its letters.
      (br_if $done (i32.gt_u
        (i32.mul
          (i32.add (local.get $keys) (i32.mul (i32.sub (local.get $end) (local.get $at)) (i32.const 3)))
          (i32.const 12))
        (local.get $mask)))
      (local.set $frequency (i32.load
        (i32.add (local.get $frequencies) (i32.shl (local.get $word) (i32.const 2)))))
      (local.set $word (i32.add (local.get $word) (i32.const 1)))
      (br_if $words (i32.eqz (local.get $frequency)))
      (br_if $words (i32.eq (local.get $at) (local.get $end)))
      (local.set $end (call $readWord
        (i32.add (local.get $text) (i32.shl (local.get $at) (i32.const 1)))
        (i32.add (local.get $text) (i32.shl (local.get $end) (i32.const 1)))
        (local.get $room)
        (local.get $hashes)))
      (local.set $hash (i32.add (local.get $hashes) (i32.const 4)))
      (loop $grams
        (br_if $words (i32.ge_u (local.get $hash) (local.get $end)))
        (local.set $slot (call $slotOf (local.get $entries) (local.get $mask) (i32.load (local.get $hash))))
        (local.set $sum (i32.load offset=4 (local.get $slot)))
        (local.set $keys (i32.add (local.get $keys) (i32.eqz (local.get $sum))))
        (local.set $sum (i32.add (local.get $sum) (local.get $frequency)))
        (i32.store (local.get $slot) (i32.load (local.get $hash)))
        ;; Sums end at the largest integer.
        (i32.store offset=4 (local.get $slot) (select
          (local.get $sum)
          (i32.const 0x7fffffff)
          (i32.ge_s (local.get $sum) (i32.const 0))))
        (local.set $hash (i32.add (local.get $hash) (i32.const 4)))
        (br $grams))))
  (i32.store (local.get $size) (local.get $keys))
  (local.get $word))
