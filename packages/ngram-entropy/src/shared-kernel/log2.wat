;; Writes the binary logarithms of a number, 1 or more, and of those that are 1, 2 and so on more, from an address on and before
;; another one, two by two. In the steps of fdlibm and so of Math.log2 (Sun Microsystems 1993), which give the same bits.
(func $logsFrom (export "logsFrom") (param $number f64) (param $logs i32) (param $last i32)
  (local $numbers v128) (local $fraction v128) (local $carry v128) (local $exponent v128) (local $half v128)
  (local $quotient v128) (local $square v128) (local $fourth v128) (local $rest v128) (local $high v128) (local $low v128)
  (local $sum v128)
  (local $mantissa v128) (local $rounding v128) (local $carried v128) (local $large v128) (local $bias v128) (local $upper v128)
  (local $one v128) (local $two v128) (local $oneHalf v128) (local $l1 v128) (local $l2 v128) (local $l3 v128) (local $l4 v128)
  (local $l5 v128) (local $l6 v128) (local $l7 v128) (local $ln2High v128) (local $ln2Low v128)
  (local.set $numbers (f64x2.add (f64x2.splat (local.get $number)) (v128.const f64x2 0 1)))
  ;; Constants are kept out of the loop: to make one takes longer than to use it.
  (local.set $mantissa (v128.const i64x2 0xfffffffffffff 0xfffffffffffff))
  (local.set $rounding (v128.const i64x2 0x95f6400000000 0x95f6400000000))
  (local.set $carried (v128.const i64x2 0x10000000000000 0x10000000000000))
  (local.set $large (v128.const i64x2 0x4330000000000000 0x4330000000000000))
  (local.set $bias (v128.const f64x2 4503599627371519 4503599627371519))
  (local.set $one (v128.const i64x2 0x3ff0000000000000 0x3ff0000000000000))
  (local.set $oneHalf (v128.const f64x2 0.5 0.5))
  (local.set $two (v128.const f64x2 2 2))
  (local.set $l1 (v128.const f64x2 6.666666666666735130e-01 6.666666666666735130e-01))
  (local.set $l2 (v128.const f64x2 3.999999999940941908e-01 3.999999999940941908e-01))
  (local.set $l3 (v128.const f64x2 2.857142874366239149e-01 2.857142874366239149e-01))
  (local.set $l4 (v128.const f64x2 2.222219843214978396e-01 2.222219843214978396e-01))
  (local.set $l5 (v128.const f64x2 1.818357216161805012e-01 1.818357216161805012e-01))
  (local.set $l6 (v128.const f64x2 1.531383769920937332e-01 1.531383769920937332e-01))
  (local.set $l7 (v128.const f64x2 1.479819860511658591e-01 1.479819860511658591e-01))
  (local.set $upper (v128.const i64x2 0xffffffff00000000 0xffffffff00000000))
  (local.set $ln2Low (v128.const f64x2 1.67517131648865118353e-10 1.67517131648865118353e-10))
  (local.set $ln2High (v128.const f64x2 1.44269504072144627571 1.44269504072144627571))
  (loop $pairs
    ;; The number is a power of two times one between √½ and √2.
    (local.set $fraction (v128.and (local.get $numbers) (local.get $mantissa)))
    (local.set $carry (v128.and
      (i64x2.add (local.get $fraction) (local.get $rounding))
      (local.get $carried)))
    ;; The exponent as the last digits of a large number, and then by itself.
    (local.set $exponent (f64x2.sub
      (v128.or
        (i64x2.add (i64x2.shr_u (local.get $numbers) (i32.const 52)) (i64x2.shr_u (local.get $carry) (i32.const 52)))
        (local.get $large))
      (local.get $bias)))
    (local.set $fraction (f64x2.sub
      (v128.or
        (local.get $fraction)
        (v128.xor (local.get $carry) (local.get $one)))
      (local.get $one)))
    ;; The natural logarithm is the fraction less half of its square and what the quotient is raised to.
    (local.set $half (f64x2.mul
      (f64x2.mul (local.get $oneHalf) (local.get $fraction))
      (local.get $fraction)))
    (local.set $quotient (f64x2.div
      (local.get $fraction)
      (f64x2.add (local.get $two) (local.get $fraction))))
    (local.set $square (f64x2.mul (local.get $quotient) (local.get $quotient)))
    (local.set $fourth (f64x2.mul (local.get $square) (local.get $square)))
    (local.set $rest (f64x2.mul (local.get $square) (f64x2.add
      (local.get $l1)
      (f64x2.mul (local.get $fourth) (f64x2.add
        (local.get $l3)
        (f64x2.mul (local.get $fourth) (f64x2.add
          (local.get $l5)
          (f64x2.mul
            (local.get $fourth)
            (local.get $l7)))))))))
    (local.set $rest (f64x2.add (local.get $rest) (f64x2.mul (local.get $fourth) (f64x2.add
      (local.get $l2)
      (f64x2.mul (local.get $fourth) (f64x2.add
        (local.get $l4)
        (f64x2.mul
          (local.get $fourth)
          (local.get $l6))))))))
    (local.set $rest (f64x2.mul (local.get $quotient) (f64x2.add (local.get $half) (local.get $rest))))
    (local.set $high (v128.and
      (f64x2.sub (local.get $fraction) (local.get $half))
      (local.get $upper)))
    (local.set $low (f64x2.add
      (f64x2.sub (f64x2.sub (local.get $fraction) (local.get $high)) (local.get $half))
      (local.get $rest)))
    ;; By ln 2, in two parts.
    (local.set $low (f64x2.add
      (f64x2.mul
        (f64x2.add (local.get $low) (local.get $high))
        (local.get $ln2Low))
      (f64x2.mul
        (local.get $low)
        (local.get $ln2High))))
    (local.set $high (f64x2.mul
      (local.get $high)
      (local.get $ln2High)))
    (local.set $sum (f64x2.add (local.get $exponent) (local.get $high)))
    (v128.store (local.get $logs) (f64x2.add
      (f64x2.add
        (local.get $low)
        (f64x2.add (f64x2.sub (local.get $exponent) (local.get $sum)) (local.get $high)))
      (local.get $sum)))
    (local.set $numbers (f64x2.add (local.get $numbers) (local.get $two)))
    (br_if $pairs (i32.lt_u
      (local.tee $logs (i32.add (local.get $logs) (i32.const 16)))
      (local.get $last)))))
