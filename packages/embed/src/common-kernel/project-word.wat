;; All amounts less twice those with a negative sign, without their 8 fractional bits.
(func $rounded (param $all v128) (param $negative v128) (result v128)
  (i32x4.shr_s
    (i32x4.add
      (i32x4.sub (local.get $all) (i32x4.shl (local.get $negative) (i32.const 1)))
      (i32x4.splat (i32.const 128)))
    (i32.const 8)))

;; Adds up the features of a word, $count hashes with an amount each, with the signs of the hashes. The blocks of its vector are
;; $stride bytes apart, from $target to $end. Of hashes and amounts there are to be four more, which may change, and for $bits
;; there is to be as much room. Gives how far from zero the vector reaches.
(func $projectWord (export "projectWord")
  (param $hashes i32) (param $amounts i32) (param $count i32) (param $bits i32)
  (param $target i32) (param $stride i32) (param $end i32) (result i32)
  (local $from i32) (local $to i32) (local $last i32) (local $step i32)
  (local $w v128) (local $x v128) (local $all v128) (local $lanes v128) (local $reach v128)
  (local $s0 v128) (local $s1 v128)
  (local $s2 v128) (local $s3 v128)
  (local $s4 v128) (local $s5 v128)
  (local $s6 v128) (local $s7 v128)
  (local.set $lanes (v128.const i32x4 8 4 2 1))
  (local.set $last (i32.add (local.get $amounts) (i32.shl (local.get $count) (i32.const 2))))
  (v128.store (local.get $last) (v128.const i64x2 0 0))
  (local.set $from (local.get $amounts))
  (loop $four
    (local.set $all (i32x4.add (local.get $all) (v128.load (local.get $from))))
    (local.set $from (i32.add (local.get $from) (i32.const 16)))
    (br_if $four (i32.lt_u (local.get $from) (local.get $last))))
  (local.set $all
    (i32x4.add
      (local.get $all)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $all) (local.get $all))))
  (local.set $all
    (i32x4.add
      (local.get $all)
      (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $all) (local.get $all))))
  (loop $block
    (local.set $step (i32.add (local.get $step) (i32.const 0x9e3779b9)))
    (local.set $w (i32x4.splat (local.get $step)))
    (local.set $from (local.get $hashes))
    (local.set $to (local.get $bits))
    (local.set $last (i32.add (local.get $bits) (i32.shl (local.get $count) (i32.const 2))))
    ;; The finaliser of MurmurHash3, as in feature-hash.ts, of four hashes at a time.
    (loop $four
      (local.set $x (i32x4.add (v128.load (local.get $from)) (local.get $w)))
      (local.set $x (i32x4.mul
        (v128.xor (local.get $x) (i32x4.shr_u (local.get $x) (i32.const 16)))
        (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
      (local.set $x (i32x4.mul
        (v128.xor (local.get $x) (i32x4.shr_u (local.get $x) (i32.const 13)))
        (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
      (v128.store (local.get $to) (v128.xor (local.get $x) (i32x4.shr_u (local.get $x) (i32.const 16))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $to) (local.get $last))))
    (local.set $s0 (v128.const i64x2 0 0))
    (local.set $s1 (v128.const i64x2 0 0))
    (local.set $s2 (v128.const i64x2 0 0))
    (local.set $s3 (v128.const i64x2 0 0))
    (local.set $s4 (v128.const i64x2 0 0))
    (local.set $s5 (v128.const i64x2 0 0))
    (local.set $s6 (v128.const i64x2 0 0))
    (local.set $s7 (v128.const i64x2 0 0))
    (local.set $from (local.get $bits))
    (local.set $to (local.get $amounts))
    (block $done
      (loop $feature
        (br_if $done (i32.ge_u (local.get $from) (local.get $last)))
        ;; Shifted by 28, the sign of each of four lanes is one of the four lowest bits.
        (local.set $x (i32x4.mul (v128.load32_splat (local.get $from)) (local.get $lanes)))
        (local.set $w (v128.load32_splat (local.get $to)))
        (local.set $s0 (i32x4.add (local.get $s0) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 28)) (i32.const 31)))))
        (local.set $s1 (i32x4.add (local.get $s1) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 24)) (i32.const 31)))))
        (local.set $s2 (i32x4.add (local.get $s2) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 20)) (i32.const 31)))))
        (local.set $s3 (i32x4.add (local.get $s3) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 16)) (i32.const 31)))))
        (local.set $s4 (i32x4.add (local.get $s4) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 12)) (i32.const 31)))))
        (local.set $s5 (i32x4.add (local.get $s5) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 8)) (i32.const 31)))))
        (local.set $s6 (i32x4.add (local.get $s6) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 4)) (i32.const 31)))))
        (local.set $s7 (i32x4.add (local.get $s7) (v128.and (local.get $w)
          (i32x4.shr_s (i32x4.shl (local.get $x) (i32.const 0)) (i32.const 31)))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))
        (br $feature)))
    (local.set $x (i16x8.narrow_i32x4_s
      (call $rounded (local.get $all) (local.get $s0))
      (call $rounded (local.get $all) (local.get $s1))))
    (v128.store (local.get $target) (local.get $x))
    (local.set $reach (i16x8.max_u (local.get $reach) (i16x8.abs (local.get $x))))
    (local.set $x (i16x8.narrow_i32x4_s
      (call $rounded (local.get $all) (local.get $s2))
      (call $rounded (local.get $all) (local.get $s3))))
    (v128.store offset=16 (local.get $target) (local.get $x))
    (local.set $reach (i16x8.max_u (local.get $reach) (i16x8.abs (local.get $x))))
    (local.set $x (i16x8.narrow_i32x4_s
      (call $rounded (local.get $all) (local.get $s4))
      (call $rounded (local.get $all) (local.get $s5))))
    (v128.store offset=32 (local.get $target) (local.get $x))
    (local.set $reach (i16x8.max_u (local.get $reach) (i16x8.abs (local.get $x))))
    (local.set $x (i16x8.narrow_i32x4_s
      (call $rounded (local.get $all) (local.get $s6))
      (call $rounded (local.get $all) (local.get $s7))))
    (v128.store offset=48 (local.get $target) (local.get $x))
    (local.set $reach (i16x8.max_u (local.get $reach) (i16x8.abs (local.get $x))))
    (local.set $target (i32.add (local.get $target) (local.get $stride)))
    (br_if $block (i32.lt_u (local.get $target) (local.get $end))))
  (local.set $reach (i16x8.max_u
    (local.get $reach)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $reach) (local.get $reach))))
  (local.set $reach (i16x8.max_u
    (local.get $reach)
    (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $reach) (local.get $reach))))
  (i32x4.extract_lane 0 (i32x4.max_u
    (v128.and (local.get $reach) (v128.const i32x4 0xffff 0xffff 0xffff 0xffff))
    (i32x4.shr_u (local.get $reach) (i32.const 16)))))
