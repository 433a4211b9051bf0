;; Which of four products of whole numbers are, in the rows' own units, above a limit plus half: of their row with their
;; column's half, or of their column with their row's half. A record holds 8 limits, 8 halves, 8 units, and what bounds them
;; all.
(func $candidates (param $product v128) (param $row i32) (param $columns i32) (result i32)
  (local.set $product
    (f32x4.mul (f32x4.convert_i32x4_s (local.get $product))
      (f32x4.mul (v128.load32_splat offset=64 (local.get $row)) (v128.load offset=64 (local.get $columns)))))
  (i32x4.bitmask
    (v128.or
      (f32x4.gt (local.get $product)
        (f32x4.add (v128.load32_splat (local.get $row)) (v128.load offset=32 (local.get $columns))))
      (f32x4.gt (local.get $product)
        (f32x4.add (v128.load (local.get $columns)) (v128.load32_splat offset=32 (local.get $row)))))))

;; Multiplies four rows (16 bits, values 2k and 2k + 1 of row r at 32 * k + 4 * r) by one octet of rows after the other
;; from $right to $end. After each of 8 segments it leaves an octet of which no row can be a candidate, whatever the rest
;; of the rows holds. Returns the address of the first octet that has a candidate, with a bit for each pair at $pairs, or
;; $end.
;; $rows and $columns are the records of the four rows' octet (plus 4 bytes a row before them) and of the first octet.
(func (export "firstCandidate")
  (param $left i32) (param $right i32) (param $end i32) (param $segment i32)
  (param $rows i32) (param $bounds i32) (param $columns i32) (param $slack i32) (param $pairs i32) (result i32)
  (local $a i32) (local $b i32) (local $reach i32) (local $rest i32) (local $found i32)
  (local $lowest f32) (local $x v128) (local $b0 v128) (local $b1 v128)
  (local $s00 v128) (local $s01 v128)
  (local $s10 v128) (local $s11 v128)
  (local $s20 v128) (local $s21 v128)
  (local $s30 v128) (local $s31 v128)
  (block $none
    (loop $octet
      (br_if $none (i32.ge_u (local.get $right) (local.get $end)))
      ;; What the largest sum must be above for the most promising pair.
      (local.set $lowest
        (f32.min
          (f32.add (f32.load offset=96 (local.get $bounds)) (f32.load offset=100 (local.get $columns)))
          (f32.add (f32.load offset=96 (local.get $columns)) (f32.load offset=100 (local.get $bounds)))))
      (local.set $lowest
        (select
          (f32.const -inf)
          (f32.div (local.get $lowest)
            (f32.mul (f32.load offset=104 (local.get $bounds)) (f32.load offset=104 (local.get $columns))))
          (f32.lt (local.get $lowest) (f32.const 0))))
      (local.set $a (local.get $left))
      (local.set $b (local.get $right))
      (local.set $reach (local.get $right))
      (local.set $rest (i32.const 0))
      (local.set $s00 (i32x4.splat (local.get $slack)))
      (local.set $s01 (local.get $s00))
      (local.set $s10 (local.get $s00))
      (local.set $s11 (local.get $s00))
      (local.set $s20 (local.get $s00))
      (local.set $s21 (local.get $s00))
      (local.set $s30 (local.get $s00))
      (local.set $s31 (local.get $s00))
      (block $left-out
        (loop $part
          (local.set $reach (i32.add (local.get $reach) (local.get $segment)))
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
            (br_if $next (i32.lt_u (local.get $b) (local.get $reach))))
          (local.set $x
            (i32x4.max_s
              (i32x4.max_s
                (i32x4.max_s (local.get $s00) (local.get $s01))
                (i32x4.max_s (local.get $s10) (local.get $s11)))
              (i32x4.max_s
                (i32x4.max_s (local.get $s20) (local.get $s21))
                (i32x4.max_s (local.get $s30) (local.get $s31)))))
          (br_if $left-out
            (i32.eqz
              (v128.any_true
                (i32x4.gt_s
                  (local.get $x)
                  (i32x4.splat
                    (i32.trunc_sat_f32_s
                      (f32.sub (local.get $lowest)
                        (f32.mul
                          (f32.load offset=112 (i32.add (local.get $bounds) (local.get $rest)))
                          (f32.load offset=112 (i32.add (local.get $columns) (local.get $rest)))))))))))
          (local.set $rest (i32.add (local.get $rest) (i32.const 4)))
          (br_if $part (i32.lt_u (local.get $rest) (i32.const 32))))
        (local.set $found (call $candidates (local.get $s00) (local.get $rows) (local.get $columns)))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s01) (local.get $rows) (i32.add (local.get $columns) (i32.const 16))) (i32.const 4))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s10) (i32.add (local.get $rows) (i32.const 4)) (local.get $columns)) (i32.const 8))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s11) (i32.add (local.get $rows) (i32.const 4)) (i32.add (local.get $columns) (i32.const 16))) (i32.const 12))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s20) (i32.add (local.get $rows) (i32.const 8)) (local.get $columns)) (i32.const 16))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s21) (i32.add (local.get $rows) (i32.const 8)) (i32.add (local.get $columns) (i32.const 16))) (i32.const 20))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s30) (i32.add (local.get $rows) (i32.const 12)) (local.get $columns)) (i32.const 24))))
        (local.set $found (i32.or (local.get $found) (i32.shl (call $candidates (local.get $s31) (i32.add (local.get $rows) (i32.const 12)) (i32.add (local.get $columns) (i32.const 16))) (i32.const 28))))
        (br_if $left-out (i32.eqz (local.get $found)))
        (i32.store (local.get $pairs) (local.get $found))
        (br $none))
      (local.set $right (i32.add (local.get $right) (i32.shl (local.get $segment) (i32.const 3))))
      (local.set $columns (i32.add (local.get $columns) (i32.const 144)))
      (br $octet)))
  (local.get $right))
