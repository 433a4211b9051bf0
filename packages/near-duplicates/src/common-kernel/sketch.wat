;; The inner loops of similarity sketches, four hashes at a time, as similarity-sketch.ts and band-hasher.ts spell them out:
;; whole numbers, so all give the same bits. They work in $scratch, as sketch-scratch.ts says: 512 bytes of bins, as many of
;; images and as many of places of theirs, the sketch from 1536 on, and from 2112 on the throws, 12 bytes each.

;; Spreads the numbers from $at to $end: the finaliser of MurmurHash3.
(func $spread (param $at i32) (param $end i32)
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
(func $images (param $hashes v128) (param $flip v128) (param $first v128) (param $second v128) (result v128)
  (local $v v128)
  (local.set $v (i32x4.mul (v128.xor (local.get $hashes) (local.get $flip)) (local.get $first)))
  (i32x4.shr_u
    (i32x4.mul (v128.xor (local.get $v) (i32x4.shr_u (local.get $v) (i32.const 15))) (local.get $second))
    (i32.const 1)))

;; Throws the hashes from $at to $end into $bands bins, which keep the smallest of their images. Of 128 hashes at a time it
;; writes first the images, as $images gives them, and where the bins are: what is loaded one by one need not be taken apart.
(func $throw (param $at i32) (param $end i32) (param $throw i32) (param $bands i32) (param $scratch i32)
  (local $flip v128) (local $first v128) (local $second v128) (local $count v128) (local $bins v128) (local $images v128)
  (local $stop i32) (local $image i32) (local $last i32) (local $bin i32)
  (local.set $flip (v128.load32_splat (local.get $throw)))
  (local.set $first (v128.load32_splat offset=4 (local.get $throw)))
  (local.set $second (v128.load32_splat offset=8 (local.get $throw)))
  (local.set $count (i32x4.splat (local.get $bands)))
  (local.set $bins (i32x4.splat (local.get $scratch)))
  (loop $block
    (local.set $stop (i32.add (local.get $at) (i32.const 512)))
    (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
    (local.set $last (local.get $scratch))
    (loop $four
      (local.set $images (i32x4.mul (v128.xor (v128.load (local.get $at)) (local.get $flip)) (local.get $first)))
      (local.set $images (i32x4.shr_u
        (i32x4.mul
          (v128.xor (local.get $images) (i32x4.shr_u (local.get $images) (i32.const 15)))
          (local.get $second))
        (i32.const 1)))
      (v128.store offset=512 (local.get $last) (local.get $images))
      (v128.store offset=1024 (local.get $last) (i32x4.add (local.get $bins) (i32x4.shl
        (i32x4.shr_u
          (i32x4.mul (i32x4.shr_u (local.get $images) (i32.const 15)) (local.get $count))
          (i32.const 16))
        (i32.const 2))))
      (local.set $last (i32.add (local.get $last) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $stop))))
    (local.set $image (local.get $scratch))
    (loop $four
      (local.set $bin (i32.load offset=1024 (local.get $image)))
      (v128.store32_lane 0 (local.get $bin)
        (i32x4.min_s (v128.load32_zero offset=512 (local.get $image)) (v128.load32_zero (local.get $bin))))
      (local.set $bin (i32.load offset=1028 (local.get $image)))
      (v128.store32_lane 0 (local.get $bin)
        (i32x4.min_s (v128.load32_zero offset=516 (local.get $image)) (v128.load32_zero (local.get $bin))))
      (local.set $bin (i32.load offset=1032 (local.get $image)))
      (v128.store32_lane 0 (local.get $bin)
        (i32x4.min_s (v128.load32_zero offset=520 (local.get $image)) (v128.load32_zero (local.get $bin))))
      (local.set $bin (i32.load offset=1036 (local.get $image)))
      (v128.store32_lane 0 (local.get $bin)
        (i32x4.min_s (v128.load32_zero offset=524 (local.get $image)) (v128.load32_zero (local.get $bin))))
      (br_if $four (i32.lt_u (local.tee $image (i32.add (local.get $image) (i32.const 16))) (local.get $last))))
    (br_if $block (i32.lt_u (local.get $at) (local.get $end)))))

;; The smallest image under a throw.
(func $smallest (param $at i32) (param $end i32) (param $throw i32) (result i32)
  (local $flip v128) (local $first v128) (local $second v128) (local $least v128)
  (local.set $flip (v128.load32_splat (local.get $throw)))
  (local.set $first (v128.load32_splat offset=4 (local.get $throw)))
  (local.set $second (v128.load32_splat offset=8 (local.get $throw)))
  (local.set $least (i32x4.splat (i32.const 0x7fffffff)))
  (loop $four
    (local.set $least (i32x4.min_s (local.get $least)
      (call $images (v128.load (local.get $at)) (local.get $flip) (local.get $first) (local.get $second))))
    (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
  (local.set $least (i32x4.min_s (local.get $least)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $least) (local.get $least))))
  (local.set $least (i32x4.min_s (local.get $least)
    (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $least) (local.get $least))))
  (i32x4.extract_lane 0 (local.get $least)))

;; Empties $bands bins.
(func $clear (param $bin i32) (param $bands i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $bin) (i32.shl (local.get $bands) (i32.const 2))))
  (loop $four
    (v128.store (local.get $bin) (i32x4.splat (i32.const 0x7fffffff)))
    (br_if $four
      (i32.lt_u (local.tee $bin (i32.add (local.get $bin) (i32.const 16))) (local.get $end))))
  ;; Behind the bins is nothing to be filled.
  (block $closed
    (loop $close
      (br_if $closed (i32.ge_u (local.get $end) (local.get $bin)))
      (i32.store (local.get $end) (i32.const -1))
      (local.set $end (i32.add (local.get $end) (i32.const 4)))
      (br $close))))

;; Moves what has come into bins to $target, and closes these bins to later throws; gives whether one is still empty.
(func $collect (param $bin i32) (param $bands i32) (param $target i32) (result i32)
  (local $end i32) (local $bins v128) (local $empty v128) (local $any v128)
  (local.set $end (i32.add (local.get $bin) (i32.shl (local.get $bands) (i32.const 2))))
  (loop $four
    (local.set $bins (v128.load (local.get $bin)))
    (local.set $empty (i32x4.eq (local.get $bins) (i32x4.splat (i32.const 0x7fffffff))))
    (local.set $any (v128.or (local.get $any) (local.get $empty)))
    (v128.store (local.get $target) (v128.bitselect
      (v128.load (local.get $target))
      (local.get $bins)
      ;; Empty, or closed before.
      (v128.or (local.get $empty) (i32x4.shr_s (local.get $bins) (i32.const 31)))))
    (v128.store (local.get $bin) (v128.or (v128.not (local.get $empty)) (local.get $bins)))
    (local.set $target (i32.add (local.get $target) (i32.const 16)))
    (br_if $four
      (i32.lt_u (local.tee $bin (i32.add (local.get $bin) (i32.const 16))) (local.get $end))))
  (v128.any_true (local.get $any)))

;; Writes the sketch of the hashes from $at to $end, four or a multiple.
(func $sketch (param $at i32) (param $end i32) (param $bands i32) (param $rows i32) (param $scratch i32)
  (local $row i32) (local $again i32) (local $bin i32) (local $target i32) (local $throw i32)
  (local.set $target (i32.add (local.get $scratch) (i32.const 1536)))
  (loop $next
    (call $clear (local.get $scratch) (local.get $bands))
    (local.set $throw (i32.add
      (i32.add (local.get $scratch) (i32.const 2112))
      (i32.mul (local.get $row) (i32.const 12))))
    (local.set $again (i32.const 0))
    (block $filled
      (loop $round
        (call $throw
          (local.get $at)
          (local.get $end)
          (local.get $throw)
          (local.get $bands)
          (local.get $scratch))
        (br_if $filled (i32.eqz (call $collect (local.get $scratch) (local.get $bands) (local.get $target))))
        (local.set $throw (i32.add (local.get $throw) (i32.mul (local.get $rows) (i32.const 12))))
        (br_if $round
          (i32.lt_u (local.tee $again (i32.add (local.get $again) (i32.const 1))) (local.get $bands))))
      (local.set $bin (i32.const 0))
      (loop $alone
        (if (i32.eq (i32.load (i32.add (local.get $scratch) (local.get $bin))) (i32.const 0x7fffffff))
          (then
            (i32.store
              (i32.add (local.get $target) (local.get $bin))
              (call $smallest (local.get $at) (local.get $end) (local.get $throw)))))
        (local.set $throw (i32.add (local.get $throw) (i32.mul (local.get $rows) (i32.const 12))))
        (br_if $alone
          (i32.lt_u
            (local.tee $bin (i32.add (local.get $bin) (i32.const 4)))
            (i32.shl (local.get $bands) (i32.const 2))))))
    (local.set $target (i32.add (local.get $target) (i32.shl (local.get $bands) (i32.const 2))))
    (br_if $next
      (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

;; Hashes the rows of each band of a sketch to $keys, four bands at a time: both have room for three bands more.
(func $hashBands (param $sketch i32) (param $bands i32) (param $rows i32) (param $keys i32)
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

;; Writes the keys of the bands of the shingles from $at to $end, four or a multiple, to where the images were. Spreads them.
(func $writeKeys (export "writeKeys")
  (param $at i32) (param $end i32) (param $bands i32) (param $rows i32) (param $scratch i32)
  (call $spread (local.get $at) (local.get $end))
  (call $sketch (local.get $at) (local.get $end) (local.get $bands) (local.get $rows) (local.get $scratch))
  (call $hashBands
    (i32.add (local.get $scratch) (i32.const 1536))
    (local.get $bands)
    (local.get $rows)
    (i32.add (local.get $scratch) (i32.const 512))))
