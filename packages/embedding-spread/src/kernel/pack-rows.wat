;; Two numbers of 64 bits times a factor in 32 bits, and zeros.
(func $narrowed (param $from i32) (param $factor v128) (result v128)
  (f32x4.demote_f64x2_zero (f64x2.mul (v128.load (local.get $from)) (local.get $factor))))

;; Rows of 64 bits, $width bytes each (a multiple of 64), times a factor in 32 bits: eight columns in a place of 32 bytes,
;; the next row beside it, the next eight columns $group bytes further on.
(func (export "packRows")
  (param $rows i32) (param $count i32) (param $width i32) (param $factor f64) (param $panel i32) (param $group i32)
  (local $end i32) (local $to i32) (local $by v128)
  (local.set $by (f64x2.splat (local.get $factor)))
  (block $done
    (loop $row
      (br_if $done (i32.eqz (local.get $count)))
      (local.set $end (i32.add (local.get $rows) (local.get $width)))
      (local.set $to (local.get $panel))
      (loop $next
        (v128.store (local.get $to)
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (call $narrowed (local.get $rows) (local.get $by))
            (call $narrowed (i32.add (local.get $rows) (i32.const 16)) (local.get $by))))
        (v128.store offset=16 (local.get $to)
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (call $narrowed (i32.add (local.get $rows) (i32.const 32)) (local.get $by))
            (call $narrowed (i32.add (local.get $rows) (i32.const 48)) (local.get $by))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 64)))
        (local.set $to (i32.add (local.get $to) (local.get $group)))
        (br_if $next (i32.lt_u (local.get $rows) (local.get $end))))
      (local.set $panel (i32.add (local.get $panel) (i32.const 32)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $row))))
