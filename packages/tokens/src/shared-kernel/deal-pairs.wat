;; Spreads a pair of numbers over all 32-bit numbers, as hashPair() in deal-pairs.ts does.
(func $hashPair (param $prefix i32) (param $token i32) (result i32)
  (local $hash i32)
  (local.set $hash (i32.xor
    (i32.mul (local.get $prefix) (i32.const 0x9e3779b1))
    (i32.mul (local.get $token) (i32.const 0x85ebca6b))))
  (local.set $hash (i32.mul
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
    (i32.const 0x2c1b3c6d)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))))

;; Whether an n-gram occurs twice: it has an id, and a count that says so where $counts is not 0.
(func $recurs (param $id i32) (param $counts i32) (result i32)
  (if (result i32) (i32.lt_s (local.get $id) (i32.const 0))
    (then (i32.const 0))
    (else
      (if (result i32) (local.get $counts)
        (then (i32.gt_u
          (i32.load (i32.add (local.get $counts) (i32.shl (local.get $id) (i32.const 2))))
          (i32.const 1)))
        (else (i32.const 1))))))

;; Chooses the parts of pairs in the stretches from $stretch to $last, $once of which stand before them, and from the place $next on;
;; gives the number of all so far. chooseParts() in deal-pairs.ts spells it out.
(func (export "chooseParts")
  (param $stretch i32) (param $last i32) (param $shorter i32) (param $counts i32) (param $tokens i32) (param $ids i32)
  (param $sizes i32) (param $shift i32) (param $next i32) (param $once i32) (result i32)
  (local $position i32) (local $end i32) (local $prefix i32) (local $before i32)
  (local $now i32) (local $id i32) (local $part i32)
  ;; Places count bytes here.
  (local.set $next (i32.shl (local.get $next) (i32.const 2)))
  (block $done
    (loop $stretches
      (br_if $done (i32.ge_u (local.get $stretch) (local.get $last)))
      (local.set $position (i32.shl (i32.load offset=4 (local.get $stretch)) (i32.const 2)))
      (local.set $end (i32.shl (i32.load offset=8 (local.get $stretch)) (i32.const 2)))
      (memory.fill
        (i32.add (local.get $ids) (local.get $next))
        (i32.const 0xff)
        (i32.sub (local.get $position) (local.get $next)))
      (if (i32.lt_u (local.get $position) (local.get $end))
        (then
          (local.set $prefix
            (i32.load (i32.add (local.get $shorter) (i32.sub (local.get $position) (i32.const 4)))))
          (local.set $before (call $recurs (local.get $prefix) (local.get $counts)))
          (loop $positions
            (local.set $id (i32.load (i32.add (local.get $shorter) (local.get $position))))
            (local.set $now (call $recurs (local.get $id) (local.get $counts)))
            (local.set $once (i32.add (local.get $once) (i32.const 1)))
            (if (i32.and (local.get $before) (local.get $now))
              (then
                (local.set $part (i32.shr_u
                  (i32.shr_u
                    (call $hashPair
                      (local.get $prefix)
                      (i32.load (i32.add (local.get $tokens) (local.get $position))))
                    (i32.const 1))
                  (local.get $shift)))
                (i32.store (i32.add (local.get $ids) (local.get $position)) (local.get $part))
                (local.set $part (i32.add (local.get $sizes) (i32.shl (local.get $part) (i32.const 2))))
                (i32.store (local.get $part) (i32.add (i32.load (local.get $part)) (i32.const 1))))
              (else
                (i32.store
                  (i32.add (local.get $ids) (local.get $position))
                  (i32.sub (i32.const -1) (local.get $once)))))
            (local.set $prefix (local.get $id))
            (local.set $before (local.get $now))
            (br_if $positions (i32.lt_u
              (local.tee $position (i32.add (local.get $position) (i32.const 4)))
              (local.get $end))))))
      (local.set $next (i32.shl (i32.load offset=12 (local.get $stretch)) (i32.const 2)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
      (br $stretches)))
  (local.get $once))

;; Writes the items of the pairs in stretches, as writeItems() in deal-pairs.ts does.
(func (export "writeItems")
  (param $stretch i32) (param $last i32) (param $shorter i32) (param $tokens i32) (param $ids i32) (param $ends i32)
  (param $items i32)
  (local $position i32) (local $end i32) (local $part i32) (local $item i32)
  (block $done
    (loop $stretches
      (br_if $done (i32.ge_u (local.get $stretch) (local.get $last)))
      (local.set $position (i32.shl (i32.load offset=4 (local.get $stretch)) (i32.const 2)))
      (local.set $end (i32.shl (i32.load offset=8 (local.get $stretch)) (i32.const 2)))
      (if (i32.lt_u (local.get $position) (local.get $end))
        (then
          (loop $positions
            (local.set $part (i32.load (i32.add (local.get $ids) (local.get $position))))
            (if (i32.ge_s (local.get $part) (i32.const 0))
              (then
                (local.set $part (i32.add (local.get $ends) (i32.shl (local.get $part) (i32.const 2))))
                (local.set $item (i32.load (local.get $part)))
                (i32.store (i32.add (local.get $ids) (local.get $position)) (local.get $item))
                (i32.store (local.get $part) (i32.add (local.get $item) (i32.const 2)))
                (local.set $item (i32.add (local.get $items) (i32.shl (local.get $item) (i32.const 2))))
                (i32.store
                  (local.get $item)
                  (i32.load (i32.add (local.get $shorter) (i32.sub (local.get $position) (i32.const 4)))))
                (i32.store offset=4
                  (local.get $item)
                  (i32.load (i32.add (local.get $tokens) (local.get $position))))))
            (br_if $positions (i32.lt_u
              (local.tee $position (i32.add (local.get $position) (i32.const 4)))
              (local.get $end))))))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
      (br $stretches))))
