;; Scales rows (32 bits) from $row to $last, each of $size bytes, to length 1. A row without words stays zero.
(func $scaleRows (export "scaleRows") (param $row i32) (param $last i32) (param $size i32)
  (local $end i32) (local $k i32) (local $x v128) (local $y v128) (local $a v128) (local $b v128)
  (local $squares f64) (local $scale v128)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $row) (local.get $last)))
      (local.set $end (i32.add (local.get $row) (local.get $size)))
      (local.set $k (local.get $row))
      (local.set $x (v128.const i64x2 0 0))
      (local.set $y (v128.const i64x2 0 0))
      (loop $square
        (local.set $a (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $k))))
        (local.set $b (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $k))))
        (local.set $x (f64x2.add (local.get $x) (f64x2.mul (local.get $a) (local.get $a))))
        (local.set $y (f64x2.add (local.get $y) (f64x2.mul (local.get $b) (local.get $b))))
        (local.set $k (i32.add (local.get $k) (i32.const 16)))
        (br_if $square (i32.lt_u (local.get $k) (local.get $end))))
      (local.set $x (f64x2.add (local.get $x) (local.get $y)))
      (local.set $squares (f64.add (f64x2.extract_lane 0 (local.get $x)) (f64x2.extract_lane 1 (local.get $x))))
      (local.set $scale (f64x2.splat
        (select
          (f64.div (f64.const 1) (f64.sqrt (local.get $squares)))
          (f64.const 0)
          (f64.gt (local.get $squares) (f64.const 0)))))
      (loop $scaled
        (v128.store (local.get $row)
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (f32x4.demote_f64x2_zero
              (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $row))) (local.get $scale)))
            (f32x4.demote_f64x2_zero
              (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $row))) (local.get $scale)))))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (br_if $scaled (i32.lt_u (local.get $row) (local.get $end))))
      (br $next))))
