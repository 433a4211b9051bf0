;; Adds the dot products of the columns of a panel with each other to sums of 64 bits. Columns lie in octets, $group bytes
;; apart (32 bits, value k of column c at 4 * (8 * k + c)). For each octet come the tiles of it with half an octet, from the
;; first half to its own last: 32 sums each, row by row. A sum gathers in 32 bits first: the fewer the terms, the less is lost.
;; Eight sums of four lanes leave room in sixteen registers for what is being multiplied.
(func (export "addSingleProducts") (param $panel i32) (param $group i32) (param $groups i32) (param $sums i32)
  (local $left i32) (local $right i32) (local $a i32) (local $b i32) (local $end i32) (local $panelEnd i32)
  (local $x v128) (local $b0 v128) (local $b1 v128)
  (local $s00 v128) (local $s01 v128)
  (local $s10 v128) (local $s11 v128)
  (local $s20 v128) (local $s21 v128)
  (local $s30 v128) (local $s31 v128)
  (local.set $right (local.get $panel))
  (local.set $panelEnd (i32.add (local.get $panel) (i32.mul (local.get $groups) (local.get $group))))
  (loop $octet
    (local.set $left (local.get $panel))
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
        (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (local.get $b0))))
        (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=4 (local.get $a)))
        (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $x) (local.get $b0))))
        (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=8 (local.get $a)))
        (local.set $s20 (f32x4.add (local.get $s20) (f32x4.mul (local.get $x) (local.get $b0))))
        (local.set $s21 (f32x4.add (local.get $s21) (f32x4.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load32_splat offset=12 (local.get $a)))
        (local.set $s30 (f32x4.add (local.get $s30) (f32x4.mul (local.get $x) (local.get $b0))))
        (local.set $s31 (f32x4.add (local.get $s31) (f32x4.mul (local.get $x) (local.get $b1))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br_if $next (i32.lt_u (local.get $b) (local.get $end))))
      (v128.store (local.get $sums)
        (f64x2.add (v128.load (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s00))))
      (v128.store offset=16 (local.get $sums)
        (f64x2.add (v128.load offset=16 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s00) (local.get $s00)))))
      (v128.store offset=32 (local.get $sums)
        (f64x2.add (v128.load offset=32 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s01))))
      (v128.store offset=48 (local.get $sums)
        (f64x2.add (v128.load offset=48 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s01) (local.get $s01)))))
      (v128.store offset=64 (local.get $sums)
        (f64x2.add (v128.load offset=64 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s10))))
      (v128.store offset=80 (local.get $sums)
        (f64x2.add (v128.load offset=80 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s10) (local.get $s10)))))
      (v128.store offset=96 (local.get $sums)
        (f64x2.add (v128.load offset=96 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s11))))
      (v128.store offset=112 (local.get $sums)
        (f64x2.add (v128.load offset=112 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s11) (local.get $s11)))))
      (v128.store offset=128 (local.get $sums)
        (f64x2.add (v128.load offset=128 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s20))))
      (v128.store offset=144 (local.get $sums)
        (f64x2.add (v128.load offset=144 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s20) (local.get $s20)))))
      (v128.store offset=160 (local.get $sums)
        (f64x2.add (v128.load offset=160 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s21))))
      (v128.store offset=176 (local.get $sums)
        (f64x2.add (v128.load offset=176 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s21) (local.get $s21)))))
      (v128.store offset=192 (local.get $sums)
        (f64x2.add (v128.load offset=192 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s30))))
      (v128.store offset=208 (local.get $sums)
        (f64x2.add (v128.load offset=208 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s30) (local.get $s30)))))
      (v128.store offset=224 (local.get $sums)
        (f64x2.add (v128.load offset=224 (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $s31))))
      (v128.store offset=240 (local.get $sums)
        (f64x2.add (v128.load offset=240 (local.get $sums)) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s31) (local.get $s31)))))
      (local.set $sums (i32.add (local.get $sums) (i32.const 256)))
      ;; The other half of the octet, or the first half of the next: panels begin at a multiple of 32.
      (local.set $left
        (i32.add
          (local.get $left)
          (select
            (i32.sub (local.get $group) (i32.const 16))
            (i32.const 16)
            (i32.and (local.get $left) (i32.const 16)))))
      (br_if $tile (i32.le_u (local.get $left) (i32.add (local.get $right) (i32.const 16)))))
    (local.set $right (local.get $end))
    (br_if $octet (i32.lt_u (local.get $right) (local.get $panelEnd)))))
