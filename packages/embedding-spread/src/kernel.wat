;; The inner loops of this package, two lanes of 64 bits, four of 32 or eight of 16 at a time. `npm run build:kernels`
;; assembles them. Every lane adds up its products one after the other, as the loops in TypeScript do: both give the same
;; bits. Eight sums fit the sixteen registers of a processor, with room for what is being multiplied.
(module
  (import "kernel" "memory" (memory 1))

  ;; Adds the 16 dot products of two quads of rows (64 bits, value k of row r at 8 * (4 * k + r)) to the 16 sums at $sums.
  (func (export "addProducts") (param $a i32) (param $b i32) (param $depth i32) (param $sums i32)
    (local $end i32) (local $x v128) (local $b0 v128) (local $b1 v128)
    (local $s00 v128) (local $s01 v128)
    (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128)
    (local $s30 v128) (local $s31 v128)
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $depth) (i32.const 5))))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $a) (local.get $end)))
        (local.set $b0 (v128.load (local.get $b)))
        (local.set $b1 (v128.load offset=16 (local.get $b)))
        (local.set $x (v128.load64_splat (local.get $a)))
        (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (local.get $x) (local.get $b0))))
        (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load64_splat offset=8 (local.get $a)))
        (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (local.get $x) (local.get $b0))))
        (local.set $s11 (f64x2.add (local.get $s11) (f64x2.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load64_splat offset=16 (local.get $a)))
        (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (local.get $x) (local.get $b0))))
        (local.set $s21 (f64x2.add (local.get $s21) (f64x2.mul (local.get $x) (local.get $b1))))
        (local.set $x (v128.load64_splat offset=24 (local.get $a)))
        (local.set $s30 (f64x2.add (local.get $s30) (f64x2.mul (local.get $x) (local.get $b0))))
        (local.set $s31 (f64x2.add (local.get $s31) (f64x2.mul (local.get $x) (local.get $b1))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (br $next)))
    (v128.store (local.get $sums) (f64x2.add (v128.load (local.get $sums)) (local.get $s00)))
    (v128.store offset=16 (local.get $sums) (f64x2.add (v128.load offset=16 (local.get $sums)) (local.get $s01)))
    (v128.store offset=32 (local.get $sums) (f64x2.add (v128.load offset=32 (local.get $sums)) (local.get $s10)))
    (v128.store offset=48 (local.get $sums) (f64x2.add (v128.load offset=48 (local.get $sums)) (local.get $s11)))
    (v128.store offset=64 (local.get $sums) (f64x2.add (v128.load offset=64 (local.get $sums)) (local.get $s20)))
    (v128.store offset=80 (local.get $sums) (f64x2.add (v128.load offset=80 (local.get $sums)) (local.get $s21)))
    (v128.store offset=96 (local.get $sums) (f64x2.add (v128.load offset=96 (local.get $sums)) (local.get $s30)))
    (v128.store offset=112 (local.get $sums) (f64x2.add (v128.load offset=112 (local.get $sums)) (local.get $s31)))
  )

  ;; Adds four sums of 32 bits to four of 64.
  (func $addFour (param $sums i32) (param $four v128)
    (v128.store (local.get $sums)
      (f64x2.add (v128.load (local.get $sums)) (f64x2.promote_low_f32x4 (local.get $four))))
    (v128.store offset=16 (local.get $sums)
      (f64x2.add (v128.load offset=16 (local.get $sums))
        (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $four) (local.get $four))))))

  ;; Adds the 32 dot products of half an octet of rows and an octet (32 bits, value k of row r at 4 * (8 * k + r)) to the 32
  ;; sums of 64 bits at $sums. Each is added up in 32 bits first: the fewer the terms, the less is lost.
  (func (export "addSingleProducts") (param $a i32) (param $b i32) (param $depth i32) (param $sums i32)
    (local $end i32) (local $x v128) (local $b0 v128) (local $b1 v128)
    (local $s00 v128) (local $s01 v128)
    (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128)
    (local $s30 v128) (local $s31 v128)
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $depth) (i32.const 5))))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $a) (local.get $end)))
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
        (br $next)))
    (call $addFour (i32.add (local.get $sums) (i32.const 0)) (local.get $s00))
    (call $addFour (i32.add (local.get $sums) (i32.const 32)) (local.get $s01))
    (call $addFour (i32.add (local.get $sums) (i32.const 64)) (local.get $s10))
    (call $addFour (i32.add (local.get $sums) (i32.const 96)) (local.get $s11))
    (call $addFour (i32.add (local.get $sums) (i32.const 128)) (local.get $s20))
    (call $addFour (i32.add (local.get $sums) (i32.const 160)) (local.get $s21))
    (call $addFour (i32.add (local.get $sums) (i32.const 192)) (local.get $s30))
    (call $addFour (i32.add (local.get $sums) (i32.const 224)) (local.get $s31))
  )

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

  ;; Adds rows of 64 bits, $width bytes each, times a factor each to sums, one row after the other.
  (func (export "addRows") (param $rows i32) (param $count i32) (param $width i32) (param $factors i32) (param $sums i32)
    (local $end i32) (local $to i32) (local $factor v128)
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $factor (v128.load64_splat (local.get $factors)))
        (local.set $end (i32.add (local.get $rows) (local.get $width)))
        (local.set $to (local.get $sums))
        (loop $next
          (v128.store (local.get $to)
            (f64x2.add (v128.load (local.get $to)) (f64x2.mul (v128.load (local.get $rows)) (local.get $factor))))
          (v128.store offset=16 (local.get $to)
            (f64x2.add
              (v128.load offset=16 (local.get $to))
              (f64x2.mul (v128.load offset=16 (local.get $rows)) (local.get $factor))))
          (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
          (local.set $to (i32.add (local.get $to) (i32.const 32)))
          (br_if $next (i32.lt_u (local.get $rows) (local.get $end))))
        (local.set $factors (i32.add (local.get $factors) (i32.const 8)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row))))

  ;; Adds the squares of rows of 64 bits to sums, one row after the other.
  (func (export "addSquares") (param $rows i32) (param $count i32) (param $width i32) (param $sums i32)
    (local $end i32) (local $to i32) (local $x v128)
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $rows) (local.get $width)))
        (local.set $to (local.get $sums))
        (loop $next
          (local.set $x (v128.load (local.get $rows)))
          (v128.store (local.get $to)
            (f64x2.add (v128.load (local.get $to)) (f64x2.mul (local.get $x) (local.get $x))))
          (local.set $x (v128.load offset=16 (local.get $rows)))
          (v128.store offset=16 (local.get $to)
            (f64x2.add (v128.load offset=16 (local.get $to)) (f64x2.mul (local.get $x) (local.get $x))))
          (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
          (local.set $to (i32.add (local.get $to) (i32.const 32)))
          (br_if $next (i32.lt_u (local.get $rows) (local.get $end))))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row))))

  ;; The squared length of each of four rows of 64 bits, $width bytes apart: their squares are added up in order, four sums
  ;; at a time, for a sum has to wait for the one before.
  (func (export "squareLengths") (param $rows i32) (param $width i32) (param $to i32)
    (local $end i32) (local $second i32) (local $third i32) (local $fourth i32)
    (local $x f64) (local $s0 f64) (local $s1 f64) (local $s2 f64) (local $s3 f64)
    (local.set $end (i32.add (local.get $rows) (local.get $width)))
    (local.set $second (local.get $width))
    (local.set $third (i32.shl (local.get $width) (i32.const 1)))
    (local.set $fourth (i32.mul (local.get $width) (i32.const 3)))
    (loop $next
      (local.set $x (f64.load (local.get $rows)))
      (local.set $s0 (f64.add (local.get $s0) (f64.mul (local.get $x) (local.get $x))))
      (local.set $x (f64.load (i32.add (local.get $rows) (local.get $second))))
      (local.set $s1 (f64.add (local.get $s1) (f64.mul (local.get $x) (local.get $x))))
      (local.set $x (f64.load (i32.add (local.get $rows) (local.get $third))))
      (local.set $s2 (f64.add (local.get $s2) (f64.mul (local.get $x) (local.get $x))))
      (local.set $x (f64.load (i32.add (local.get $rows) (local.get $fourth))))
      (local.set $s3 (f64.add (local.get $s3) (f64.mul (local.get $x) (local.get $x))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $rows) (local.get $end))))
    (f64.store (local.get $to) (local.get $s0))
    (f64.store offset=8 (local.get $to) (local.get $s1))
    (f64.store offset=16 (local.get $to) (local.get $s2))
    (f64.store offset=24 (local.get $to) (local.get $s3)))

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

  ;; Four numbers of 32 bits times a factor, rounded to whole ones: adding 1.5 * 2^23 leaves no bits below one, and the low
  ;; half of each lane is the number in 16 bits.
  (func $rounded (param $from i32) (param $factor v128) (result v128)
    (f32x4.add (f32x4.mul (v128.load (local.get $from)) (local.get $factor)) (v128.const f32x4 12582912 12582912 12582912 12582912)))

  ;; Rounds an octet of rows (32 bits, one after the other, $stride bytes apart, times one factor each) to whole numbers where
  ;; firstCandidate finds them. After each of 8 segments the sums of their squares so far go to $squares, row by row.
  (func (export "roundOctet")
    (param $rows i32) (param $stride i32) (param $factors i32) (param $octet i32) (param $segment i32) (param $squares i32)
    (local $half i32) (local $from i32) (local $to i32) (local $reach i32) (local $part i32)
    (local $f0 v128) (local $f1 v128) (local $f2 v128) (local $f3 v128)
    (local $x v128) (local $y v128) (local $sums v128)
    (loop $side
      (local.set $from (local.get $rows))
      (local.set $to (i32.add (local.get $octet) (i32.shl (local.get $half) (i32.const 4))))
      (local.set $reach (local.get $to))
      (local.set $part (i32.const 0))
      (local.set $sums (v128.const i64x2 0 0))
      (local.set $f0 (v128.load32_splat (local.get $factors)))
      (local.set $f1 (v128.load32_splat offset=4 (local.get $factors)))
      (local.set $f2 (v128.load32_splat offset=8 (local.get $factors)))
      (local.set $f3 (v128.load32_splat offset=12 (local.get $factors)))
      (loop $next-part
        (local.set $reach (i32.add (local.get $reach) (local.get $segment)))
        (loop $next
          (local.set $x
            (i8x16.shuffle 0 1 4 5 16 17 20 21 8 9 12 13 24 25 28 29
              (call $rounded (local.get $from) (local.get $f0))
              (call $rounded (i32.add (local.get $from) (local.get $stride)) (local.get $f1))))
          (local.set $y
            (i8x16.shuffle 0 1 4 5 16 17 20 21 8 9 12 13 24 25 28 29
              (call $rounded (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))) (local.get $f2))
              (call $rounded (i32.add (local.get $from) (i32.mul (local.get $stride) (i32.const 3))) (local.get $f3))))
          (v128.store (local.get $to) (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $x) (local.get $y)))
          (v128.store offset=32 (local.get $to)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $x) (local.get $y)))
          (local.set $sums
            (i32x4.add
              (local.get $sums)
              (i32x4.dot_i16x8_s (v128.load (local.get $to)) (v128.load (local.get $to)))))
          (local.set $sums
            (i32x4.add
              (local.get $sums)
              (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $to)) (v128.load offset=32 (local.get $to)))))
          (local.set $from (i32.add (local.get $from) (i32.const 16)))
          (local.set $to (i32.add (local.get $to) (i32.const 64)))
          (br_if $next (i32.lt_u (local.get $to) (local.get $reach))))
        (v128.store
          (i32.add
            (local.get $squares)
            (i32.add (i32.shl (local.get $half) (i32.const 4)) (i32.shl (local.get $part) (i32.const 5))))
          (local.get $sums))
        (local.set $part (i32.add (local.get $part) (i32.const 1)))
        (br_if $next-part (i32.lt_u (local.get $part) (i32.const 8))))
      (local.set $rows (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 2))))
      (local.set $factors (i32.add (local.get $factors) (i32.const 16)))
      (local.set $half (i32.add (local.get $half) (i32.const 1)))
      (br_if $side (i32.lt_u (local.get $half) (i32.const 2)))))

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
    (local.get $right)))
