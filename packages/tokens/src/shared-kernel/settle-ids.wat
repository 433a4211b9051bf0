;; Gives the positions in the stretches from $stretch to $last their ids, and says how many have none: what settle-ids.ts spells
;; out.
(func (export "settleIds")
  (param $stretch i32) (param $last i32) (param $ids i32) (param $items i32) (param $counts i32) (param $exclusive i32)
  (result i32)
  (local $position i32) (local $end i32) (local $item i32) (local $once i32) (local $alone i32) (local $id i32)
  (local $length i32) (local $source i32)
  (block $done
    (loop $stretches
      (br_if $done (i32.ge_u (local.get $stretch) (local.get $last)))
      (local.set $position (i32.add (local.get $ids) (i32.shl (i32.load offset=4 (local.get $stretch)) (i32.const 2))))
      (local.set $end (i32.add (local.get $ids) (i32.shl (i32.load offset=8 (local.get $stretch)) (i32.const 2))))
      (local.set $alone (i32.const 0))
      (block $fresh
        (loop $positions
          (br_if $fresh (i32.ge_u (local.get $position) (local.get $end)))
          (local.set $item (i32.load (local.get $position)))
          (if (i32.lt_s (local.get $item) (i32.const 0))
            (then (local.set $alone (i32.add (local.get $alone) (i32.const 1))))
            (else
              (local.set $item (i32.add (local.get $items) (i32.shl (local.get $item) (i32.const 2))))
              (local.set $id (i32.load (local.get $item)))
              (i32.store (local.get $position) (local.get $id))
              (local.set $item (i32.load offset=4 (local.get $item)))
              (if (i32.lt_s (local.get $id) (i32.const 0))
                (then (local.set $alone (i32.add (local.get $alone) (i32.const 1))))
                (else
                  (if (i32.gt_s (local.get $item) (i32.const 0))
                    (then (i32.store
                      (i32.add (local.get $counts) (i32.shl (local.get $id) (i32.const 2)))
                      (local.get $item))))))))
          (local.set $position (i32.add (local.get $position) (i32.const 4)))
          (br $positions)))
      (local.set $length (i32.shl
        (i32.sub (i32.load offset=12 (local.get $stretch)) (i32.load offset=8 (local.get $stretch)))
        (i32.const 2)))
      (local.set $source (i32.add (local.get $ids) (i32.shl (i32.load offset=16 (local.get $stretch)) (i32.const 2))))
      (if (i32.le_u (i32.add (local.get $source) (local.get $length)) (local.get $end))
        (then (memory.copy (local.get $end) (local.get $source) (local.get $length)))
        (else
          ;; It begins within its own source.
          (local.set $length (i32.add (local.get $end) (local.get $length)))
          (loop $copied
            (i32.store (local.get $end) (i32.load (local.get $source)))
            (local.set $source (i32.add (local.get $source) (i32.const 4)))
            (br_if $copied (i32.lt_u
              (local.tee $end (i32.add (local.get $end) (i32.const 4)))
              (local.get $length))))))
      (local.set $item (i32.add (local.get $exclusive) (i32.shl (i32.load (local.get $stretch)) (i32.const 2))))
      (i32.store (local.get $item) (i32.add (i32.load (local.get $item)) (local.get $alone)))
      (local.set $once (i32.add (local.get $once) (local.get $alone)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
      (br $stretches)))
  (local.get $once))
