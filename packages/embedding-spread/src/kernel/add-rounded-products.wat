;; Adds the dot products of the columns of a panel with each other, in units of theirs, to sums of 64 bits. Columns lie in
;; octets, $group bytes apart (16 bits, values 2k and 2k + 1 of column c at 32 * k + 4 * c). For each octet come the tiles of it
;; with half an octet, from the first half to its own last: 32 sums each, row by row. $scratch is room for 32 of 32 bits.
;; Eight sums of four lanes leave room in sixteen registers for what is being multiplied.
(func (export "addRoundedProducts")
  (param $panel i32) (param $group i32) (param $groups i32) (param $units i32) (param $scratch i32) (param $sums i32)
  (local $left i32) (local $right i32) (local $a i32) (local $b i32) (local $end i32) (local $panelEnd i32)
  (local $ofRows i32) (local $ofColumns i32) (local $unit v128)
  (local $x v128) (local $b0 v128) (local $b1 v128)
  (local $s00 v128) (local $s01 v128)
  (local $s10 v128) (local $s11 v128)
  (local $s20 v128) (local $s21 v128)
  (local $s30 v128) (local $s31 v128)
  (local.set $right (local.get $panel))
  (local.set $panelEnd (i32.add (local.get $panel) (i32.mul (local.get $groups) (local.get $group))))
  (local.set $ofColumns (local.get $units))
  (loop $octet
    (local.set $left (local.get $panel))
    (local.set $ofRows (local.get $units))
    (local.set $end (i32.add (local.get $right) (local.get $group)))
    (loop $tile
      (local.set $s00 (v128.const i64x2 0 0))
      (local.set $s01 (v128.const i64x2 0 0))
      (local.set $s10 (v128.const i64x2 0 0))
      (local.set $s11 (v128.const i64x2 0 0))
      (local.set $s20 (v128.const i64x2 0 0))
      (local.set $s21 (v128.const i64x2 0 0))
      (local.set $s30 (v128.const i64x2 0 0))
      (local.set $s31 (v128.const i64x2 0 0))
      (local.set $a (local.get $left))
      (local.set $b (local.get $right))
      (loop $next
        (local.set $b0 (v128.load (local.get $b)))
        (local.set $b1 (v128.load offset=16 (local.get $b)))
        (local.set $x (v128.load32_splat (local.get $a)))
        (local.set $s00 (i32x4.add (local.get $s00) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
        (local.set $s01 (i32x4.add (local.get $s01) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=4 (local.get $a)))
        (local.set $s10 (i32x4.add (local.get $s10) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
        (local.set $s11 (i32x4.add (local.get $s11) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=8 (local.get $a)))
        (local.set $s20 (i32x4.add (local.get $s20) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
        (local.set $s21 (i32x4.add (local.get $s21) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=12 (local.get $a)))
        (local.set $s30 (i32x4.add (local.get $s30) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
        (local.set $s31 (i32x4.add (local.get $s31) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br_if $next (i32.lt_u (local.get $b) (local.get $end))))
      (v128.store (local.get $scratch) (local.get $s00))
      (v128.store offset=16 (local.get $scratch) (local.get $s01))
      (v128.store offset=32 (local.get $scratch) (local.get $s10))
      (v128.store offset=48 (local.get $scratch) (local.get $s11))
      (v128.store offset=64 (local.get $scratch) (local.get $s20))
      (v128.store offset=80 (local.get $scratch) (local.get $s21))
      (v128.store offset=96 (local.get $scratch) (local.get $s30))
      (v128.store offset=112 (local.get $scratch) (local.get $s31))
      (local.set $a (local.get $scratch))
      (local.set $b (i32.add (local.get $scratch) (i32.const 128)))
      (loop $row
        (local.set $unit (v128.load64_splat (local.get $ofRows)))
        (v128.store (local.get $sums)
          (f64x2.add
            (v128.load (local.get $sums))
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (v128.load64_zero (local.get $a)))
              (f64x2.mul (local.get $unit) (v128.load (local.get $ofColumns))))))
        (v128.store offset=16 (local.get $sums)
          (f64x2.add
            (v128.load offset=16 (local.get $sums))
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (v128.load64_zero offset=8 (local.get $a)))
              (f64x2.mul (local.get $unit) (v128.load offset=16 (local.get $ofColumns))))))
        (v128.store offset=32 (local.get $sums)
          (f64x2.add
            (v128.load offset=32 (local.get $sums))
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (v128.load64_zero offset=16 (local.get $a)))
              (f64x2.mul (local.get $unit) (v128.load offset=32 (local.get $ofColumns))))))
        (v128.store offset=48 (local.get $sums)
          (f64x2.add
            (v128.load offset=48 (local.get $sums))
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (v128.load64_zero offset=24 (local.get $a)))
              (f64x2.mul (local.get $unit) (v128.load offset=48 (local.get $ofColumns))))))
        (local.set $ofRows (i32.add (local.get $ofRows) (i32.const 8)))
        (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (br_if $row (i32.lt_u (local.get $a) (local.get $b))))
      ;; The other half of the octet, or the first half of the next: panels begin at a multiple of 32.
      (local.set $left
        (i32.add
          (local.get $left)
          (select
            (i32.sub (local.get $group) (i32.const 16))
            (i32.const 16)
            (i32.and (local.get $left) (i32.const 16)))))
      (br_if $tile (i32.le_u (local.get $left) (i32.add (local.get $right) (i32.const 16)))))
    (local.set $ofColumns (i32.add (local.get $ofColumns) (i32.const 64)))
    (local.set $right (local.get $end))
    (br_if $octet (i32.lt_u (local.get $right) (local.get $panelEnd)))))
