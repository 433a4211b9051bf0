;; Four numbers of 32 bits times a scale, less an offset of 64 bits each, times a factor, in 32 bits again.
(func $packed (param $from i32) (param $scale v128) (param $low v128) (param $high v128) (param $factor v128) (result v128)
  (local $x v128)
  (local.set $x (v128.load (local.get $from)))
  (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
    (f32x4.demote_f64x2_zero
      (f64x2.mul
        (f64x2.sub (f64x2.mul (f64x2.promote_low_f32x4 (local.get $x)) (local.get $scale)) (local.get $low))
        (local.get $factor)))
    (f32x4.demote_f64x2_zero
      (f64x2.mul
        (f64x2.sub
          (f64x2.mul
            (f64x2.promote_low_f32x4
              (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x)))
            (local.get $scale))
          (local.get $high))
        (local.get $factor)))))

;; Rows of 32 bits, $width bytes each (a multiple of 32), times a scale each, less an offset, times a factor: eight columns in
;; a place of 32 bytes, the next row after them, the next eight columns $group bytes further on. Eight columns of all rows come
;; before the next eight, because places so far apart would push each other out of a cache.
(func (export "packRows")
  (param $rows i32) (param $count i32) (param $width i32) (param $scales i32) (param $offset i32) (param $factor f64)
  (param $panel i32) (param $group i32)
  (local $end i32) (local $from i32) (local $to i32) (local $toEnd i32) (local $scaleAt i32)
  (local $scale v128) (local $by v128) (local $o0 v128) (local $o1 v128) (local $o2 v128) (local $o3 v128)
  (local.set $by (f64x2.splat (local.get $factor)))
  (local.set $end (i32.add (local.get $rows) (local.get $width)))
  (block $done
    (br_if $done (i32.eqz (local.get $count)))
    (loop $columns
      (local.set $o0 (v128.load (local.get $offset)))
      (local.set $o1 (v128.load offset=16 (local.get $offset)))
      (local.set $o2 (v128.load offset=32 (local.get $offset)))
      (local.set $o3 (v128.load offset=48 (local.get $offset)))
      (local.set $from (local.get $rows))
      (local.set $scaleAt (local.get $scales))
      (local.set $to (local.get $panel))
      (local.set $toEnd (i32.add (local.get $panel) (i32.shl (local.get $count) (i32.const 5))))
      (loop $row
        (local.set $scale (v128.load64_splat (local.get $scaleAt)))
        (v128.store (local.get $to)
          (call $packed (local.get $from) (local.get $scale) (local.get $o0) (local.get $o1) (local.get $by)))
        (v128.store offset=16 (local.get $to)
          (call $packed
            (i32.add (local.get $from) (i32.const 16))
            (local.get $scale) (local.get $o2) (local.get $o3) (local.get $by)))
        (local.set $scaleAt (i32.add (local.get $scaleAt) (i32.const 8)))
        (local.set $from (i32.add (local.get $from) (local.get $width)))
        (local.set $to (i32.add (local.get $to) (i32.const 32)))
        (br_if $row (i32.lt_u (local.get $to) (local.get $toEnd))))
      (local.set $panel (i32.add (local.get $panel) (local.get $group)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 64)))
      (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
      (br_if $columns (i32.lt_u (local.get $rows) (local.get $end))))))
