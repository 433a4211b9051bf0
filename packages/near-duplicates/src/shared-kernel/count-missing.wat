;; Counts what sets lack of others, pair by pair from $missing to $last: what count-missing.ts spells out. Places in the column count
;; bytes here.
(func (export "countMissing")
  (param $missing i32) (param $last i32) (param $one i32) (param $other i32) (param $ids i32) (param $repeats i32) (param $starts i32) (param $ends i32)
  (param $repeatStarts i32) (param $repeatEnds i32) (param $standsAt i32)
  (local $marked i32) (local $first i32) (local $length i32) (local $set i32) (local $at i32) (local $end i32) (local $id i32)
  (local $there i32) (local $step i32) (local $stop i32) (local $like i32) (local $most i32) (local $missed i32)
  (local $repeat i32) (local $lastRepeat i32)
  (local.set $marked (i32.const -1))
  (block $done
    (loop $pairs
      (br_if $done (i32.ge_u (local.get $missing) (local.get $last)))
      (block $counted
        (br_if $counted (i32.lt_s (i32.load (local.get $missing)) (i32.const 0)))
        (if (i32.ne (i32.load (local.get $one)) (local.get $marked))
          (then
            (local.set $marked (i32.load (local.get $one)))
            (local.set $set (i32.shl (local.get $marked) (i32.const 2)))
            (local.set $at (i32.load (i32.add (local.get $starts) (local.get $set))))
            (local.set $end (i32.load (i32.add (local.get $ends) (local.get $set))))
            (local.set $first (i32.shl (local.get $at) (i32.const 2)))
            (local.set $length (i32.shl (i32.sub (local.get $end) (local.get $at)) (i32.const 2)))
            (block $all
              (loop $mark
                (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
                (local.set $id (i32.load (i32.add (local.get $ids) (i32.shl (local.get $at) (i32.const 2)))))
                (if (i32.ge_s (local.get $id) (i32.const 0))
                  (then (i32.store
                    (i32.add (local.get $standsAt) (i32.shl (local.get $id) (i32.const 2)))
                    (local.get $at))))
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br $mark)))))
        (local.set $set (i32.shl (i32.load (local.get $other)) (i32.const 2)))
        (local.set $repeat (i32.add
          (local.get $repeats)
          (i32.shl (i32.load (i32.add (local.get $repeatStarts) (local.get $set))) (i32.const 2))))
        (local.set $lastRepeat (i32.add
          (local.get $repeats)
          (i32.shl (i32.load (i32.add (local.get $repeatEnds) (local.get $set))) (i32.const 2))))
        (local.set $at (i32.shl (i32.load (i32.add (local.get $starts) (local.get $set))) (i32.const 2)))
        (local.set $end (i32.shl (i32.load (i32.add (local.get $ends) (local.get $set))) (i32.const 2)))
        (local.set $most (i32.add
          (i32.load (local.get $missing))
          (i32.shr_u (i32.sub (local.get $lastRepeat) (local.get $repeat)) (i32.const 2))))
        (local.set $missed (i32.const 0))
        (block $read
          (loop $shingles
            (br_if $read (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $id (i32.load (i32.add (local.get $ids) (local.get $at))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (block $shared
              (if (i32.ge_s (local.get $id) (i32.const 0))
                (then
                  (local.set $there (i32.shl
                    (i32.load (i32.add (local.get $standsAt) (i32.shl (local.get $id) (i32.const 2))))
                    (i32.const 2)))
                  (br_if $shared (i32.lt_u (i32.sub (local.get $there) (local.get $first)) (local.get $length)))))
              (local.set $missed (i32.add (local.get $missed) (i32.const 1)))
              (br_if $shingles (i32.le_s (local.get $missed) (local.get $most)))
              (br $read))
            (local.set $step (i32.sub (i32.add (local.get $there) (i32.const 4)) (local.get $at)))
            (local.set $stop (i32.sub (i32.add (local.get $first) (local.get $length)) (local.get $step)))
            (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
            (block $unlike
              (loop $four
                (if (i32.le_u (i32.add (local.get $at) (i32.const 16)) (local.get $stop))
                  (then
                    (local.set $like (i32x4.bitmask (i32x4.eq
                      (v128.load (i32.add (local.get $ids) (local.get $at)))
                      (v128.load (i32.add (local.get $ids) (i32.add (local.get $at) (local.get $step)))))))
                    (if (i32.ne (local.get $like) (i32.const 15))
                      (then
                        (local.set $at (i32.add
                          (local.get $at)
                          (i32.shl (i32.ctz (i32.xor (local.get $like) (i32.const 15))) (i32.const 2))))
                        (br $unlike)))
                    (local.set $at (i32.add (local.get $at) (i32.const 16)))
                    (br $four))))
              (loop $one
                (br_if $unlike (i32.ge_u (local.get $at) (local.get $stop)))
                (br_if $unlike (i32.ne
                  (i32.load (i32.add (local.get $ids) (local.get $at)))
                  (i32.load (i32.add (local.get $ids) (i32.add (local.get $at) (local.get $step))))))
                (local.set $at (i32.add (local.get $at) (i32.const 4)))
                (br $one)))
            (br $shingles)))
        (if (i32.le_s (local.get $missed) (local.get $most))
          (then
            (block $right
              (loop $repeated
                (br_if $right (i32.ge_u (local.get $repeat) (local.get $lastRepeat)))
                (local.set $id (i32.load (i32.add (local.get $ids) (i32.shl
                  (i32.load (local.get $repeat))
                  (i32.const 2)))))
                (local.set $there (i32.shl
                  (i32.load (i32.add (local.get $standsAt) (i32.shl (local.get $id) (i32.const 2))))
                  (i32.const 2)))
                (local.set $missed (i32.sub
                  (local.get $missed)
                  (i32.ge_u (i32.sub (local.get $there) (local.get $first)) (local.get $length))))
                (local.set $repeat (i32.add (local.get $repeat) (i32.const 4)))
                (br $repeated)))))
        (i32.store
          (local.get $missing)
          (select
            (local.get $missed)
            (i32.const -1)
            (i32.le_s (local.get $missed) (i32.load (local.get $missing))))))
      (local.set $missing (i32.add (local.get $missing) (i32.const 4)))
      (local.set $one (i32.add (local.get $one) (i32.const 4)))
      (local.set $other (i32.add (local.get $other) (i32.const 4)))
      (br $pairs))))
