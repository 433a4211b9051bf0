;; The inner loops of similarity sketches, four hashes at a time, as similarity-sketch.ts and band-hasher.ts spell them out:
;; whole numbers, so both give the same bits. `npm run build:kernels` assembles them. The bins stand at address 0.

;; Spreads the numbers from $at to $end: the finaliser of MurmurHash3.
(func (export "spread") (param $at i32) (param $end i32)
  (local $v v128)
  (loop $four
    (local.set $v (v128.load (local.get $at)))
    (local.set $v (i32x4.mul
      (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 16)))
      (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
    (local.set $v (i32x4.mul
      (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 13)))
      (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
    (v128.store (local.get $at) (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 16))))
    (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))))

;; The images of four hashes under a throw.
(func $images (param $at i32) (param $flip v128) (param $first v128) (param $second v128) (result v128)
  (local $v v128)
  (local.set $v (i32x4.mul (v128.xor (v128.load (local.get $at)) (local.get $flip)) (local.get $first)))
  (i32x4.shr_u
    (i32x4.mul (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 15))) (local.get $second))
    (i32.const 1)))

;; Throws the hashes from $at to $end into $bands bins: what they come to is as in $images, and a bin keeps the smallest.
(func $throw (param $at i32) (param $end i32) (param $throw i32) (param $bands i32)
  (local $flip v128) (local $first v128) (local $second v128) (local $count v128)
  (local $images v128) (local $bins v128) (local $imagePair i64) (local $pair i64)
  (local $image i32) (local $bin i32) (local $there i32)
  (local.set $flip (v128.load32_splat (local.get $throw)))
  (local.set $first (v128.load32_splat offset=4 (local.get $throw)))
  (local.set $second (v128.load32_splat offset=8 (local.get $throw)))
  (local.set $count (i32x4.splat (local.get $bands)))
  (loop $four
    (local.set $images (i32x4.mul (v128.xor (v128.load (local.get $at)) (local.get $flip)) (local.get $first)))
    (local.set $images (i32x4.shr_u
      (i32x4.mul
        (v128.xor (local.get $images) (i32x4.shr_u (local.get $images) (i32.const 15)))
        (local.get $second))
      (i32.const 1)))
    (local.set $bins (i32x4.shl
      (i32x4.shr_u
        (i32x4.mul (i32x4.shr_u (local.get $images) (i32.const 15)) (local.get $count))
        (i32.const 16))
      (i32.const 2)))
    (local.set $imagePair (i64x2.extract_lane 0 (local.get $images)))
    (local.set $pair (i64x2.extract_lane 0 (local.get $bins)))
    (local.set $bin (i32.wrap_i64 (local.get $pair)))
    (local.set $image (i32.wrap_i64 (local.get $imagePair)))
    (local.set $there (i32.load (local.get $bin)))
    (i32.store (local.get $bin)
      (select (local.get $image) (local.get $there) (i32.lt_s (local.get $image) (local.get $there))))
    (local.set $bin (i32.wrap_i64 (i64.shr_u (local.get $pair) (i64.const 32))))
    (local.set $image (i32.wrap_i64 (i64.shr_u (local.get $imagePair) (i64.const 32))))
    (local.set $there (i32.load (local.get $bin)))
    (i32.store (local.get $bin)
      (select (local.get $image) (local.get $there) (i32.lt_s (local.get $image) (local.get $there))))
    (local.set $imagePair (i64x2.extract_lane 1 (local.get $images)))
    (local.set $pair (i64x2.extract_lane 1 (local.get $bins)))
    (local.set $bin (i32.wrap_i64 (local.get $pair)))
    (local.set $image (i32.wrap_i64 (local.get $imagePair)))
    (local.set $there (i32.load (local.get $bin)))
    (i32.store (local.get $bin)
      (select (local.get $image) (local.get $there) (i32.lt_s (local.get $image) (local.get $there))))
    (local.set $bin (i32.wrap_i64 (i64.shr_u (local.get $pair) (i64.const 32))))
    (local.set $image (i32.wrap_i64 (i64.shr_u (local.get $imagePair) (i64.const 32))))
    (local.set $there (i32.load (local.get $bin)))
    (i32.store (local.get $bin)
      (select (local.get $image) (local.get $there) (i32.lt_s (local.get $image) (local.get $there))))
    (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))))

;; The smallest image under a throw.
(func $smallest (param $at i32) (param $end i32) (param $throw i32) (result i32)
  (local $flip v128) (local $first v128) (local $second v128) (local $least v128)
  (local.set $flip (v128.load32_splat (local.get $throw)))
  (local.set $first (v128.load32_splat offset=4 (local.get $throw)))
  (local.set $second (v128.load32_splat offset=8 (local.get $throw)))
  (local.set $least (i32x4.splat (i32.const 0x7fffffff)))
  (loop $four
    (local.set $least (i32x4.min_s (local.get $least)
      (call $images (local.get $at) (local.get $flip) (local.get $first) (local.get $second))))
    (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
  (local.set $least (i32x4.min_s (local.get $least)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $least) (local.get $least))))
  (local.set $least (i32x4.min_s (local.get $least)
    (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $least) (local.get $least))))
  (i32x4.extract_lane 0 (local.get $least)))

;; Moves what has come into bins to $target, and closes these bins to later throws; gives the number of those still empty.
(func $collect (param $bands i32) (param $target i32) (result i32)
  (local $at i32) (local $there i32) (local $empty i32)
  (loop $bin
    (local.set $there (i32.load (local.get $at)))
    (if (i32.eq (local.get $there) (i32.const 0x7fffffff))
      (then (local.set $empty (i32.add (local.get $empty) (i32.const 1))))
      (else
        (if (i32.ge_s (local.get $there) (i32.const 0))
          (then
            (i32.store (i32.add (local.get $target) (local.get $at)) (local.get $there))
            (i32.store (local.get $at) (i32.const -1))))))
    (br_if $bin
      (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 4)))
        (i32.shl (local.get $bands) (i32.const 2)))))
  (local.get $empty))

;; Copies $bands bins to $target, and up to three words more; gives whether one of them is empty.
(func $copy (param $bands i32) (param $target i32) (result i32)
  (local $at i32) (local $bins v128) (local $empty v128)
  (loop $four
    (local.set $bins (v128.load (local.get $at)))
    (v128.store (i32.add (local.get $target) (local.get $at)) (local.get $bins))
    (local.set $empty (v128.or
      (local.get $empty)
      (i32x4.eq (local.get $bins) (i32x4.splat (i32.const 0x7fffffff)))))
    (br_if $four
      (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 16)))
        (i32.shl (local.get $bands) (i32.const 2)))))
  (v128.any_true (local.get $empty)))

;; Writes the sketch of the hashes from $hashes to $end, four or a multiple, to $target. A throw takes 12 bytes.
(func (export "sketch")
  (param $hashes i32) (param $end i32) (param $throws i32) (param $bands i32) (param $rows i32) (param $target i32)
  (local $row i32) (local $again i32) (local $at i32) (local $bin i32)
  (loop $next
    (local.set $at (i32.const 0))
    (loop $clear
      (v128.store (local.get $at) (i32x4.splat (i32.const 0x7fffffff)))
      (br_if $clear
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 16)))
          (i32.shl (local.get $bands) (i32.const 2)))))
    ;; Behind the bins is nothing to be filled.
    (local.set $bin (i32.shl (local.get $bands) (i32.const 2)))
    (block $closed
      (loop $close
        (br_if $closed (i32.ge_u (local.get $bin) (local.get $at)))
        (i32.store (local.get $bin) (i32.const -1))
        (local.set $bin (i32.add (local.get $bin) (i32.const 4)))
        (br $close)))
    (local.set $again (i32.const 0))
    (block $filled
      (loop $round
        (call $throw
          (local.get $hashes)
          (local.get $end)
          (i32.add (local.get $throws) (i32.mul (i32.const 12)
            (i32.add (i32.mul (local.get $again) (local.get $rows)) (local.get $row))))
          (local.get $bands))
        (if (i32.eqz (local.get $again))
          (then (br_if $filled (i32.eqz (call $copy (local.get $bands) (local.get $target))))))
        (br_if $filled (i32.eqz (call $collect (local.get $bands) (local.get $target))))
        (br_if $round
          (i32.lt_u (local.tee $again (i32.add (local.get $again) (i32.const 1))) (local.get $bands))))
      (local.set $at (i32.const 0))
      (loop $bin
        (if (i32.eq (i32.load (i32.shl (local.get $at) (i32.const 2))) (i32.const 0x7fffffff))
          (then
            (i32.store
              (i32.add (local.get $target) (i32.shl (local.get $at) (i32.const 2)))
              (call $smallest
                (local.get $hashes)
                (local.get $end)
                (i32.add (local.get $throws) (i32.mul (i32.const 12)
                  (i32.add
                    (i32.mul (i32.add (local.get $bands) (local.get $at)) (local.get $rows))
                    (local.get $row))))))))
        (br_if $bin
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $bands)))))
    (local.set $target (i32.add (local.get $target) (i32.shl (local.get $bands) (i32.const 2))))
    (br_if $next
      (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

;; Hashes the rows of each band of a sketch to $keys, four bands at a time: both have room for three bands more.
(func (export "hashBands") (param $sketch i32) (param $bands i32) (param $rows i32) (param $keys i32)
  (local $v v128) (local $at i32) (local $row i32) (local $end i32)
  (local.set $end (i32.add (local.get $sketch) (i32.shl (local.get $bands) (i32.const 2))))
  (loop $four
    (local.set $v (i32x4.splat (i32.const 0)))
    (local.set $at (local.get $sketch))
    (local.set $row (i32.const 0))
    (loop $next
      (local.set $v (i32x4.mul
        (v128.xor (local.get $v) (v128.load (local.get $at)))
        (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1)))
      (local.set $v (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 15))))
      (local.set $at (i32.add (local.get $at) (i32.shl (local.get $bands) (i32.const 2))))
      (br_if $next
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows))))
    (v128.store (local.get $keys) (local.get $v))
    (local.set $keys (i32.add (local.get $keys) (i32.const 16)))
    (br_if $four
      (i32.lt_u (local.tee $sketch (i32.add (local.get $sketch) (i32.const 16))) (local.get $end)))))
