;; Four numbers of 32 bits times a factor, rounded to whole ones: adding 1.5 * 2^23 leaves no bits below one, and the low
;; half of each lane is the number in 16 bits.
(func $rounded (param $from i32) (param $factor v128) (result v128)
  (f32x4.add (f32x4.mul (v128.load (local.get $from)) (local.get $factor)) (v128.const f32x4 12582912 12582912 12582912 12582912)))

;; Rounds an octet of rows (32 bits, one after the other, $stride bytes apart, times one factor each) to whole numbers where
;; firstCandidate finds them. After each of 8 segments the sums of their squares so far go to $squares, row by row, and the
;; greatest length of what is left of a row to $rests, in 32 bits that are no less than it is in 64.
(func (export "roundOctet")
  (param $rows i32) (param $stride i32) (param $factors i32) (param $octet i32) (param $segment i32) (param $squares i32) (param $rests i32)
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
    (br_if $side (i32.lt_u (local.get $half) (i32.const 2))))
  (local.set $f0 (v128.load offset=224 (local.get $squares)))
  (local.set $f1 (v128.load offset=240 (local.get $squares)))
  (local.set $part (i32.const 0))
  (loop $rest
    (local.set $x
      (i32x4.max_s
        (i32x4.sub (local.get $f0) (v128.load (local.get $squares)))
        (i32x4.sub (local.get $f1) (v128.load offset=16 (local.get $squares)))))
    (local.set $x
      (i32x4.max_s (local.get $x) (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $x) (local.get $x))))
    (f32.store (local.get $rests)
      (f32.demote_f64
        (f64.mul
          (f64.sqrt
            (f64.max
              (f64.convert_i32_s (i32x4.extract_lane 0 (local.get $x)))
              (f64.convert_i32_s (i32x4.extract_lane 1 (local.get $x)))))
          (f64.const 0x1.000004p0))))
    (local.set $squares (i32.add (local.get $squares) (i32.const 32)))
    (local.set $rests (i32.add (local.get $rests) (i32.const 4)))
    (local.set $part (i32.add (local.get $part) (i32.const 1)))
    (br_if $rest (i32.lt_u (local.get $part) (i32.const 8)))))
