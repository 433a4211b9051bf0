;; The inner loops of the lexical embedding, two dimensions at a time. `npm run build:kernels` assembles them. Each dimension
;; goes through the operations of the loops in TypeScript, in their order: both give the same bits.
(module
  (import "kernel" "memory" (memory 1))

  ;; Adds quadruples of vectors of $table (32 bits), times their weights, to the row from $row to $end (64 bits). $places are
  ;; their positions in $table, counted in values, up to $last.
  (func (export "addWeighted")
    (param $row i32) (param $end i32) (param $table i32) (param $places i32) (param $last i32) (param $weights i32)
    (local $k i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $u v128) (local $v v128) (local $w v128) (local $x v128)
    (block $done
      (loop $quadruple
        (br_if $done (i32.ge_u (local.get $places) (local.get $last)))
        (local.set $a (i32.add (local.get $table) (i32.shl (i32.load (local.get $places)) (i32.const 2))))
        (local.set $b (i32.add (local.get $table) (i32.shl (i32.load offset=4 (local.get $places)) (i32.const 2))))
        (local.set $c (i32.add (local.get $table) (i32.shl (i32.load offset=8 (local.get $places)) (i32.const 2))))
        (local.set $d (i32.add (local.get $table) (i32.shl (i32.load offset=12 (local.get $places)) (i32.const 2))))
        (local.set $u (v128.load64_splat (local.get $weights)))
        (local.set $v (v128.load64_splat offset=8 (local.get $weights)))
        (local.set $w (v128.load64_splat offset=16 (local.get $weights)))
        (local.set $x (v128.load64_splat offset=24 (local.get $weights)))
        (local.set $k (local.get $row))
        (loop $dimension
          (v128.store (local.get $k)
            (f64x2.add
              (v128.load (local.get $k))
              (f64x2.add
                (f64x2.add
                  (f64x2.add
                    (f64x2.mul (local.get $u) (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a))))
                    (f64x2.mul (local.get $v) (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $b)))))
                  (f64x2.mul (local.get $w) (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $c)))))
                (f64x2.mul (local.get $x) (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $d)))))))
          (local.set $a (i32.add (local.get $a) (i32.const 8)))
          (local.set $b (i32.add (local.get $b) (i32.const 8)))
          (local.set $c (i32.add (local.get $c) (i32.const 8)))
          (local.set $d (i32.add (local.get $d) (i32.const 8)))
          (local.set $k (i32.add (local.get $k) (i32.const 16)))
          (br_if $dimension (i32.lt_u (local.get $k) (local.get $end))))
        (local.set $places (i32.add (local.get $places) (i32.const 16)))
        (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
        (br $quadruple))))

  ;; The finaliser of MurmurHash3, as in feature-hash.ts.
  (func $mix (param $hash i32) (result i32)
    (local.set $hash (i32.mul
      (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
    (local.set $hash (i32.mul
      (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
    (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))

  ;; Adds $weight with the signs of $feature to the vector from $vector to $end (64 bits).
  (func (export "addSigned") (param $vector i32) (param $end i32) (param $feature i32) (param $weight f64)
    (local $weights v128) (local $bits i64) (local $signs v128) (local $shift i32)
    (local.set $weights (f64x2.splat (local.get $weight)))
    (loop $dimension
      ;; A hash word serves 32 dimensions; shifts go down from 62 by 2.
      (if (i32.lt_u (local.get $shift) (i32.const 32))
        (then
          (local.set $feature (i32.add (local.get $feature) (i32.const 0x9e3779b9)))
          (local.set $bits (i64.extend_i32_u (call $mix (local.get $feature))))
          ;; Shifted by 62, the lowest bit is the sign of the first lane and the one above it that of the second.
          (local.set $signs
            (i64x2.replace_lane 1
              (i64x2.splat (i64.shl (local.get $bits) (i64.const 1)))
              (local.get $bits)))
          (local.set $shift (i32.const 62))))
      (v128.store (local.get $vector)
        (f64x2.add
          (v128.load (local.get $vector))
          (v128.xor
            (local.get $weights)
            (v128.and
              (i64x2.shl (local.get $signs) (local.get $shift))
              (v128.const i64x2 0x8000000000000000 0x8000000000000000)))))
      (local.set $shift (i32.sub (local.get $shift) (i32.const 2)))
      (local.set $vector (i32.add (local.get $vector) (i32.const 16)))
      (br_if $dimension (i32.lt_u (local.get $vector) (local.get $end))))))
