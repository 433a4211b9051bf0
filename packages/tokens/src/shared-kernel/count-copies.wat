;; Counts the n-grams that the stretches from $stretch to $last copy: what count-copies.ts spells out.
(func (export "countCopies") (param $stretch i32) (param $last i32) (param $ids i32) (param $counts i32)
  (local $position i32) (local $end i32) (local $count i32)
  (block $done
    (loop $stretches
      (br_if $done (i32.ge_u (local.get $stretch) (local.get $last)))
      (local.set $position (i32.add (local.get $ids) (i32.shl (i32.load offset=8 (local.get $stretch)) (i32.const 2))))
      (local.set $end (i32.add (local.get $ids) (i32.shl (i32.load offset=12 (local.get $stretch)) (i32.const 2))))
      (block $read
        (loop $positions
          (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
          (local.set $count (i32.add
            (local.get $counts)
            (i32.shl (i32.load (local.get $position)) (i32.const 2))))
          (i32.store (local.get $count) (i32.add (i32.load (local.get $count)) (i32.const 1)))
          (local.set $position (i32.add (local.get $position) (i32.const 4)))
          (br $positions)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
      (br $stretches))))
