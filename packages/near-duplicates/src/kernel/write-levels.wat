;; The steps of rarity-levels.ts.

;; Writes the level of each number of holders from $at to $end to $levels, one byte each.
(func (export "writeLevels") (param $at i32) (param $end i32) (param $levels i32)
  (local $held i32) (local $shift i32) (local $shingle i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $held (i32.load (local.get $at)))
      (if (i32.ge_u (local.get $held) (i32.const 2))
        (then
          (local.set $shift (i32.sub (i32.const 30) (i32.clz (local.get $held))))
          (i32.store8 (i32.add (local.get $levels) (local.get $shingle))
            (i32.or
              (i32.shl
                (i32.add
                  (i32.shl (local.get $shift) (i32.const 1))
                  (i32.shr_u (local.get $held) (local.get $shift)))
                (i32.const 2))
              (i32.shr_u (i32.mul (local.get $shingle) (i32.const 0x9e3779b1)) (i32.const 30))))))
      (local.set $shingle (i32.add (local.get $shingle) (i32.const 1)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next))))
