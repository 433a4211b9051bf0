;; What is left of a row of a symmetric matrix times a vector, from $from to its diagonal, both counted in bytes of a row.
(func $finishRow
  (param $row i32) (param $from i32) (param $diagonal i32) (param $vector i32) (param $product i32) (param $sum f64)
  (local $value f64) (local $ofRow f64) (local $at i32)
  (local.set $ofRow (f64.load (i32.add (local.get $vector) (local.get $diagonal))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $from) (local.get $diagonal)))
      (local.set $value (f64.load (i32.add (local.get $row) (local.get $from))))
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.mul (local.get $value) (f64.load (i32.add (local.get $vector) (local.get $from))))))
      (local.set $at (i32.add (local.get $product) (local.get $from)))
      (f64.store (local.get $at)
        (f64.add (f64.load (local.get $at)) (f64.mul (local.get $value) (local.get $ofRow))))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (br $next)))
  (f64.store (i32.add (local.get $product) (local.get $diagonal))
    (f64.add
      (local.get $sum)
      (f64.mul (f64.load (i32.add (local.get $row) (local.get $diagonal))) (local.get $ofRow)))))

;; A symmetric matrix of 64 bits, of which the lower half is read, times a vector: the first $length rows and columns, rows
;; $width bytes apart. Sums run in order along a row, and down a column below the diagonal, one row after the other; four rows
;; at a time, because a sum has to wait for the one before.
(func $multiplySymmetric (export "multiplySymmetric")
  (param $values i32) (param $width i32) (param $length i32) (param $vector i32) (param $product i32)
  (local $row i32) (local $rows i32) (local $i i32) (local $at i32) (local $offset i32) (local $end i32)
  (local $r0 v128) (local $r1 v128) (local $r2 v128) (local $r3 v128)
  (local $w0 v128) (local $w1 v128) (local $w2 v128) (local $w3 v128)
  (local $x v128) (local $y v128) (local $s01 v128) (local $s23 v128)
  (local.set $end (i32.shl (local.get $length) (i32.const 3)))
  (local.set $row (local.get $values))
  (block $done
    (loop $quad
      (br_if $done (i32.ge_u (local.get $i) (local.get $end)))
      (local.set $s01 (v128.const i64x2 0 0))
      (local.set $s23 (v128.const i64x2 0 0))
      (if (i32.le_u (i32.add (local.get $i) (i32.const 32)) (local.get $end))
        (then
          (local.set $w0 (v128.load64_splat (i32.add (local.get $vector) (local.get $i))))
          (local.set $w1 (v128.load64_splat offset=8 (i32.add (local.get $vector) (local.get $i))))
          (local.set $w2 (v128.load64_splat offset=16 (i32.add (local.get $vector) (local.get $i))))
          (local.set $w3 (v128.load64_splat offset=24 (i32.add (local.get $vector) (local.get $i))))
          (local.set $offset (i32.const 0))
          (block $none
            (loop $next
              (br_if $none (i32.ge_u (local.get $offset) (local.get $i)))
              (local.set $at (i32.add (local.get $row) (local.get $offset)))
              (local.set $r0 (v128.load (local.get $at)))
              (local.set $at (i32.add (local.get $at) (local.get $width)))
              (local.set $r1 (v128.load (local.get $at)))
              (local.set $at (i32.add (local.get $at) (local.get $width)))
              (local.set $r2 (v128.load (local.get $at)))
              (local.set $at (i32.add (local.get $at) (local.get $width)))
              (local.set $r3 (v128.load (local.get $at)))
              (local.set $at (i32.add (local.get $product) (local.get $offset)))
              (v128.store (local.get $at)
                (f64x2.add
                  (f64x2.add
                    (f64x2.add
                      (f64x2.add (v128.load (local.get $at)) (f64x2.mul (local.get $r0) (local.get $w0)))
                      (f64x2.mul (local.get $r1) (local.get $w1)))
                    (f64x2.mul (local.get $r2) (local.get $w2)))
                  (f64x2.mul (local.get $r3) (local.get $w3))))
              (local.set $at (i32.add (local.get $vector) (local.get $offset)))
              (local.set $x (v128.load64_splat (local.get $at)))
              (local.set $y (v128.load64_splat offset=8 (local.get $at)))
              (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $x)
                (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $r0) (local.get $r1)))))
              (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $y)
                (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $r0) (local.get $r1)))))
              (local.set $s23 (f64x2.add (local.get $s23) (f64x2.mul (local.get $x)
                (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $r2) (local.get $r3)))))
              (local.set $s23 (f64x2.add (local.get $s23) (f64x2.mul (local.get $y)
                (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $r2) (local.get $r3)))))
              (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
              (br $next)))
          (call $finishRow (local.get $row) (local.get $i) (local.get $i) (local.get $vector) (local.get $product)
            (f64x2.extract_lane 0 (local.get $s01)))
          (local.set $row (i32.add (local.get $row) (local.get $width)))
          (call $finishRow (local.get $row) (local.get $i) (i32.add (local.get $i) (i32.const 8)) (local.get $vector)
            (local.get $product) (f64x2.extract_lane 1 (local.get $s01)))
          (local.set $row (i32.add (local.get $row) (local.get $width)))
          (call $finishRow (local.get $row) (local.get $i) (i32.add (local.get $i) (i32.const 16)) (local.get $vector)
            (local.get $product) (f64x2.extract_lane 0 (local.get $s23)))
          (local.set $row (i32.add (local.get $row) (local.get $width)))
          (call $finishRow (local.get $row) (local.get $i) (i32.add (local.get $i) (i32.const 24)) (local.get $vector)
            (local.get $product) (f64x2.extract_lane 1 (local.get $s23)))
          (local.set $i (i32.add (local.get $i) (i32.const 32))))
        (else
          (call $finishRow (local.get $row) (i32.const 0) (local.get $i) (local.get $vector) (local.get $product)
            (f64.const 0))
          (local.set $i (i32.add (local.get $i) (i32.const 8)))))
      (local.set $row (i32.add (local.get $row) (local.get $width)))
      (br $quad))))
