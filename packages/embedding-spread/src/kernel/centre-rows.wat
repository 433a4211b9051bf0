;; Rows of 32 bits, $width bytes each (a multiple of 32), times a scale each and less an offset, as rows of 64 bits.
(func (export "centreRows")
  (param $rows i32) (param $count i32) (param $width i32) (param $scales i32) (param $offset i32) (param $to i32)
  (local $end i32) (local $by i32) (local $x v128) (local $scale v128)
  (block $done
    (loop $row
      (br_if $done (i32.eqz (local.get $count)))
      (local.set $scale (v128.load64_splat (local.get $scales)))
      (local.set $end (i32.add (local.get $rows) (local.get $width)))
      (local.set $by (local.get $offset))
      (loop $next
        (local.set $x (v128.load (local.get $rows)))
        (v128.store (local.get $to)
          (f64x2.sub
            (f64x2.mul (f64x2.promote_low_f32x4 (local.get $x)) (local.get $scale))
            (v128.load (local.get $by))))
        (v128.store offset=16 (local.get $to)
          (f64x2.sub
            (f64x2.mul (f64x2.promote_low_f32x4
              (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x))) (local.get $scale))
            (v128.load offset=16 (local.get $by))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
        (local.set $by (i32.add (local.get $by) (i32.const 32)))
        (local.set $to (i32.add (local.get $to) (i32.const 32)))
        (br_if $next (i32.lt_u (local.get $rows) (local.get $end))))
      (local.set $scales (i32.add (local.get $scales) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $row))))
