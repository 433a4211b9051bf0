;; Makes floating point of sums of 32 bits, in rows from $row to $last, each of $size bytes, and scales them to length 1.
(func (export "scaleSums") (param $row i32) (param $last i32) (param $size i32)
  (local $end i32) (local $k i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $row) (local.get $last)))
      (local.set $end (i32.add (local.get $row) (local.get $size)))
      (local.set $k (local.get $row))
      (loop $convert
        (v128.store (local.get $k) (f32x4.convert_i32x4_s (v128.load (local.get $k))))
        (br_if $convert (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $end))))
      (call $scaleRows (local.get $row) (local.get $end) (local.get $size))
      (local.set $row (local.get $end))
      (br $next))))
