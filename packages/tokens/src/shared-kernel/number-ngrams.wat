;; Numbers the n-grams in the stretches from $stretch to $last, $once of which stand before them and $size of which have ids, and
;; gives how many ids there are then: what number-ngrams.ts spells out.
(func (export "numberNgrams")
  (param $stretch i32) (param $last i32) (param $ids i32) (param $items i32) (param $sources i32) (param $once i32)
  (param $size i32) (result i32)
  (local $position i32) (local $end i32) (local $item i32)
  (block $done
    (loop $stretches
      (br_if $done (i32.ge_u (local.get $stretch) (local.get $last)))
      (local.set $position (i32.load offset=4 (local.get $stretch)))
      (local.set $end (i32.load offset=8 (local.get $stretch)))
      (block $read
        (loop $positions
          (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
          (local.set $once (i32.add (local.get $once) (i32.const 1)))
          (local.set $item (i32.load (i32.add (local.get $ids) (i32.shl (local.get $position) (i32.const 2)))))
          (block $numbered
            (br_if $numbered (i32.lt_s (local.get $item) (i32.const 0)))
            (local.set $item (i32.add (local.get $items) (i32.shl (local.get $item) (i32.const 2))))
            ;; It follows another one.
            (br_if $numbered (i32.lt_s (i32.load offset=4 (local.get $item)) (i32.const 0)))
            (if (i32.or
                (i32.lt_s (i32.load (local.get $item)) (i32.const 0))
                (i32.and
                  (i32.shr_u
                    (i32.load8_u (i32.add (local.get $sources) (i32.shr_u (local.get $position) (i32.const 3))))
                    (i32.and (local.get $position) (i32.const 7)))
                  (i32.const 1)))
              (then
                (i32.store (local.get $item) (local.get $size))
                (local.set $size (i32.add (local.get $size) (i32.const 1))))
              (else (i32.store (local.get $item) (i32.sub (i32.const -1) (local.get $once)))))
            (i32.store offset=4 (local.get $item) (i32.const 1)))
          (local.set $position (i32.add (local.get $position) (i32.const 1)))
          (br $positions)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
      (br $stretches)))
  (local.get $size))
