;; Rows of 32 bits, $width bytes each (a multiple of 32), times a scale each, less an offset, times a factor, as columns of
;; whole numbers of 16 bits where addRoundedProducts finds them: octet after octet, $group bytes apart. Each column is
;; multiplied by what makes the sum of its squares almost 2^30: no number is then beyond 16 bits, no product of two columns
;; beyond 32. One over these multipliers goes to $units. $terms is room for an octet in 32 bits of one row more.
;; Eight columns of all rows come before the next eight, because groups so far apart would push each other out of a cache.
(func (export "roundColumns")
  (param $rows i32) (param $count i32) (param $width i32) (param $scales i32) (param $offset i32) (param $factor f64)
  (param $terms i32) (param $panel i32) (param $group i32) (param $units i32)
  (local $end i32) (local $from i32) (local $to i32) (local $termsEnd i32) (local $scaleAt i32)
  (local $scale v128) (local $by v128) (local $o0 v128) (local $o1 v128) (local $o2 v128) (local $o3 v128)
  (local $x v128) (local $y v128) (local $s0 v128) (local $s1 v128) (local $middle v128)
  (local.set $by (f64x2.splat (local.get $factor)))
  ;; Adding it leaves no bits below one, and the low half of each lane is the number in 16 bits: 1.5 * 2^23.
  (local.set $middle (v128.const f32x4 12582912 12582912 12582912 12582912))
  (local.set $end (i32.add (local.get $rows) (local.get $width)))
  (local.set $termsEnd (i32.add (local.get $terms) (i32.shl (local.get $count) (i32.const 5))))
  (loop $columns
    (local.set $o0 (v128.load (local.get $offset)))
    (local.set $o1 (v128.load offset=16 (local.get $offset)))
    (local.set $o2 (v128.load offset=32 (local.get $offset)))
    (local.set $o3 (v128.load offset=48 (local.get $offset)))
    (local.set $s0 (v128.const i64x2 0 0))
    (local.set $s1 (v128.const i64x2 0 0))
    (local.set $from (local.get $rows))
    (local.set $scaleAt (local.get $scales))
    (local.set $to (local.get $terms))
    (loop $row
      (local.set $scale (v128.load64_splat (local.get $scaleAt)))
      (local.set $x
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
          (f32x4.demote_f64x2_zero
            (f64x2.mul
              (f64x2.sub
                (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $from))) (local.get $scale))
                (local.get $o0))
              (local.get $by)))
          (f32x4.demote_f64x2_zero
            (f64x2.mul
              (f64x2.sub
                (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $from))) (local.get $scale))
                (local.get $o1))
              (local.get $by)))))
      (local.set $y
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
          (f32x4.demote_f64x2_zero
            (f64x2.mul
              (f64x2.sub
                (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero offset=16 (local.get $from))) (local.get $scale))
                (local.get $o2))
              (local.get $by)))
          (f32x4.demote_f64x2_zero
            (f64x2.mul
              (f64x2.sub
                (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero offset=24 (local.get $from))) (local.get $scale))
                (local.get $o3))
              (local.get $by)))))
      (v128.store (local.get $to) (local.get $x))
      (v128.store offset=16 (local.get $to) (local.get $y))
      (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $x) (local.get $x))))
      (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $y) (local.get $y))))
      (local.set $scaleAt (i32.add (local.get $scaleAt) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (local.get $width)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $row (i32.lt_u (local.get $to) (local.get $termsEnd))))
    (v128.store (local.get $to) (v128.const i64x2 0 0))
    (v128.store offset=16 (local.get $to) (v128.const i64x2 0 0))
    ;; 2^30 - 2^20, so that rounding does not reach 2^15, and columns of nothing but zeros are divided by something.
    (local.set $s0
      (f32x4.sqrt
        (f32x4.div
          (v128.const f32x4 1072693248 1072693248 1072693248 1072693248)
          (f32x4.max (local.get $s0) (v128.const f32x4 1e-20 1e-20 1e-20 1e-20)))))
    (local.set $s1
      (f32x4.sqrt
        (f32x4.div
          (v128.const f32x4 1072693248 1072693248 1072693248 1072693248)
          (f32x4.max (local.get $s1) (v128.const f32x4 1e-20 1e-20 1e-20 1e-20)))))
    (local.set $x (v128.const f64x2 1 1))
    (v128.store (local.get $units) (f64x2.div (local.get $x) (f64x2.promote_low_f32x4 (local.get $s0))))
    (v128.store offset=16 (local.get $units)
      (f64x2.div (local.get $x)
        (f64x2.promote_low_f32x4 (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s0) (local.get $s0)))))
    (v128.store offset=32 (local.get $units) (f64x2.div (local.get $x) (f64x2.promote_low_f32x4 (local.get $s1))))
    (v128.store offset=48 (local.get $units)
      (f64x2.div (local.get $x)
        (f64x2.promote_low_f32x4 (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $s1) (local.get $s1)))))
    (local.set $from (local.get $terms))
    (local.set $to (local.get $panel))
    (loop $pair
      (v128.store (local.get $to)
        (i8x16.shuffle 0 1 18 19 4 5 22 23 8 9 26 27 12 13 30 31
          (f32x4.add (f32x4.mul (v128.load (local.get $from)) (local.get $s0)) (local.get $middle))
          (i32x4.shl
            (f32x4.add (f32x4.mul (v128.load offset=32 (local.get $from)) (local.get $s0)) (local.get $middle))
            (i32.const 16))))
      (v128.store offset=16 (local.get $to)
        (i8x16.shuffle 0 1 18 19 4 5 22 23 8 9 26 27 12 13 30 31
          (f32x4.add (f32x4.mul (v128.load offset=16 (local.get $from)) (local.get $s1)) (local.get $middle))
          (i32x4.shl
            (f32x4.add (f32x4.mul (v128.load offset=48 (local.get $from)) (local.get $s1)) (local.get $middle))
            (i32.const 16))))
      (local.set $from (i32.add (local.get $from) (i32.const 64)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $pair (i32.lt_u (local.get $from) (local.get $termsEnd))))
    (local.set $panel (i32.add (local.get $panel) (local.get $group)))
    (local.set $units (i32.add (local.get $units) (i32.const 64)))
    (local.set $offset (i32.add (local.get $offset) (i32.const 64)))
    (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
    (br_if $columns (i32.lt_u (local.get $rows) (local.get $end)))))
