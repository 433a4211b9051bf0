;; The steps of rarest-shingles.ts in the memory that join-memory.ts lays out. At address 0 stand 256 numbers of 256 bits, each
;; with one bit, the next one of the next.

;; Writes those of $shingles to $target whose levels are $low or up to $span - 1 more, in order; gives where they end. Behind
;; the last level stands 16 times 255, which no shingle comes to.
(func $pick
  (param $levels i32) (param $last i32) (param $shingles i32) (param $low i32) (param $span i32) (param $target i32)
  (result i32)
  (local $mask i32) (local $lows v128) (local $spans v128)
  (local.set $lows (i8x16.splat (local.get $low)))
  (local.set $spans (i8x16.splat (local.get $span)))
  (loop $sixteen
    (local.set $mask (i8x16.bitmask (i8x16.lt_u
      (i8x16.sub (v128.load (local.get $levels)) (local.get $lows))
      (local.get $spans))))
    (block $none
      (br_if $none (i32.eqz (local.get $mask)))
      (loop $next
        (i32.store (local.get $target)
          (i32.load (i32.add (local.get $shingles) (i32.shl (i32.ctz (local.get $mask)) (i32.const 2)))))
        (local.set $target (i32.add (local.get $target) (i32.const 4)))
        (br_if $next
          (local.tee $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1)))))))
    (local.set $shingles (i32.add (local.get $shingles) (i32.const 64)))
    (br_if $sixteen
      (i32.lt_u (local.tee $levels (i32.add (local.get $levels) (i32.const 16))) (local.get $last))))
  (local.get $target))

;; How many levels there are up to $most, which is below 255.
(func $countUpTo (param $levels i32) (param $last i32) (param $most i32) (result i32)
  (local $count i32) (local $mosts v128)
  (local.set $mosts (i8x16.splat (local.get $most)))
  (loop $sixteen
    (local.set $count (i32.add (local.get $count) (i32.popcnt (i8x16.bitmask
      (i8x16.le_u (v128.load (local.get $levels)) (local.get $mosts))))))
    (br_if $sixteen
      (i32.lt_u (local.tee $levels (i32.add (local.get $levels) (i32.const 16))) (local.get $last))))
  (local.get $count))

;; Moves the smallest numbers from $low to $end to the front, those before $border: as select-smallest.ts does.
(func $selectSmallest (param $low i32) (param $end i32) (param $border i32)
  (local $high i32) (local $left i32) (local $right i32)
  (local $first i32) (local $last i32) (local $middle i32) (local $pivot i32)
  (local.set $high (i32.sub (local.get $end) (i32.const 4)))
  (block $done
    (loop $narrow
      (br_if $done (i32.ge_u (local.get $low) (local.get $high)))
      (br_if $done (i32.le_u (local.get $border) (local.get $low)))
      (br_if $done (i32.gt_u (local.get $border) (local.get $high)))
      (local.set $left (local.get $low))
      (local.set $right (local.get $high))
      (local.set $first (i32.load (local.get $low)))
      (local.set $last (i32.load (local.get $high)))
      (local.set $middle (i32.load (i32.add (local.get $low)
        (i32.and (i32.shr_u (i32.sub (local.get $high) (local.get $low)) (i32.const 1)) (i32.const -4)))))
      (if (i32.gt_u (local.get $first) (local.get $last))
        (then
          (local.set $pivot (local.get $first))
          (local.set $first (local.get $last))
          (local.set $last (local.get $pivot))))
      (local.set $pivot (select (local.get $middle) (local.get $last) (i32.lt_u (local.get $middle) (local.get $last))))
      (local.set $pivot (select (local.get $pivot) (local.get $first) (i32.gt_u (local.get $pivot) (local.get $first))))
      (block $parted
        (loop $swap
          (br_if $parted (i32.gt_u (local.get $left) (local.get $right)))
          (block $stop
            (loop $rise
              (br_if $stop (i32.ge_u (i32.load (local.get $left)) (local.get $pivot)))
              (local.set $left (i32.add (local.get $left) (i32.const 4)))
              (br $rise)))
          (block $stop
            (loop $fall
              (br_if $stop (i32.le_u (i32.load (local.get $right)) (local.get $pivot)))
              (local.set $right (i32.sub (local.get $right) (i32.const 4)))
              (br $fall)))
          (br_if $parted (i32.gt_u (local.get $left) (local.get $right)))
          (local.set $middle (i32.load (local.get $left)))
          (i32.store (local.get $left) (i32.load (local.get $right)))
          (i32.store (local.get $right) (local.get $middle))
          (local.set $left (i32.add (local.get $left) (i32.const 4)))
          (local.set $right (i32.sub (local.get $right) (i32.const 4)))
          (br $swap)))
      (if (i32.le_u (local.get $border) (local.get $right))
        (then (local.set $high (local.get $right)))
        (else
          (br_if $done (i32.le_u (local.get $border) (local.get $left)))
          (local.set $low (local.get $left))))
      (br $narrow))))

;; Takes the shingles from $ids to $end, but those below 0 and those of level 0, and writes the bits of $place and how many of
;; its shingles are alone. Writes to $target all that it took but $others, those of the lowest levels and of one level the
;; smallest; gives how many there are.
(func $writePrefix
  (param $ids i32) (param $end i32) (param $others i32) (param $place i32) (param $target i32) (result i32)
  (local $levels i32) (local $shingles i32) (local $shingle i32) (local $taken i32) (local $last i32) (local $table i32)
  (local $id i32) (local $level i32) (local $step i32) (local $low v128) (local $high v128)
  (local.set $table (i32.load (i32.const 8200)))
  (local.set $shingles (i32.load (i32.const 8204)))
  (local.set $levels (i32.load (i32.const 8208)))
  (local.set $shingle (local.get $shingles))
  (local.set $last (local.get $levels))
  (block $read
    (loop $next
      (br_if $read (i32.ge_u (local.get $ids) (local.get $end)))
      (local.set $id (i32.load (local.get $ids)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $id) (i32.const 0)))
      (local.set $level (i32.load8_u (i32.add (local.get $table) (local.get $id))))
      (br_if $next (i32.eqz (local.get $level)))
      (i32.store (local.get $shingle) (local.get $id))
      (i32.store8 (local.get $last) (local.get $level))
      (local.set $shingle (i32.add (local.get $shingle) (i32.const 4)))
      (local.set $last (i32.add (local.get $last) (i32.const 1)))
      (local.set $id (i32.and
        (i32.shr_u (i32.mul (local.get $id) (i32.const 0x9e3779b1)) (i32.const 19))
        (i32.const 0x1fe0)))
      (local.set $low (v128.xor (local.get $low) (v128.load (local.get $id))))
      (local.set $high (v128.xor (local.get $high) (v128.load offset=16 (local.get $id))))
      (br $next)))
  (local.set $id (i32.add (i32.load (i32.const 8236)) (i32.shl (local.get $place) (i32.const 5))))
  (v128.store (local.get $id) (local.get $low))
  (v128.store offset=16 (local.get $id) (local.get $high))
  (local.set $taken (i32.sub (local.get $last) (local.get $levels)))
  (local.set $place (i32.shl (local.get $place) (i32.const 2)))
  (i32.store (i32.add (i32.load (i32.const 8240)) (local.get $place))
    (i32.sub (i32.load (i32.add (i32.load (i32.const 8244)) (local.get $place))) (local.get $taken)))
  (if (i32.le_u (local.get $taken) (local.get $others)) (then (return (i32.const 0))))
  (v128.store (local.get $last) (i8x16.splat (i32.const 255)))
  ;; The lowest level up to which there are enough, bit by bit.
  (local.set $level (i32.const 0))
  (local.set $step (i32.const 128))
  (loop $halve
    (if (i32.lt_u
          (call $countUpTo (local.get $levels) (local.get $last)
            (i32.sub (i32.add (local.get $level) (local.get $step)) (i32.const 1)))
          (i32.sub (local.get $taken) (local.get $others)))
      (then (local.set $level (i32.add (local.get $level) (local.get $step)))))
    (br_if $halve (local.tee $step (i32.shr_u (local.get $step) (i32.const 1)))))
  (local.set $end (i32.add (local.get $target)
    (i32.shl (i32.sub (local.get $taken) (local.get $others)) (i32.const 2))))
  (local.set $target
    (call $pick (local.get $levels) (local.get $last) (local.get $shingles)
      (i32.const 1) (i32.sub (local.get $level) (i32.const 1)) (local.get $target)))
  (call $selectSmallest
    (local.get $target)
    (call $pick (local.get $levels) (local.get $last) (local.get $shingles)
      (local.get $level) (i32.const 1) (local.get $target))
    (local.get $end))
  (i32.sub (local.get $taken) (local.get $others)))

;; The same for the places from $place to $end: their features follow those of the places before.
(func (export "writePrefixes") (param $place i32) (param $end i32)
  (local $froms i32) (local $tos i32) (local $others i32) (local $starts i32) (local $features i32)
  (local $word i32) (local $used i32)
  (local.set $starts (i32.load (i32.const 8212)))
  (local.set $features (i32.load (i32.const 8216)))
  (local.set $froms (i32.load (i32.const 8252)))
  (local.set $tos (i32.load (i32.const 8256)))
  (local.set $others (i32.load (i32.const 8260)))
  (local.set $used (i32.load (i32.add (local.get $starts) (i32.shl (local.get $place) (i32.const 2)))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $place) (local.get $end)))
      (local.set $word (i32.shl (local.get $place) (i32.const 2)))
      (local.set $used (i32.add (local.get $used) (call $writePrefix
        (i32.load (i32.add (local.get $froms) (local.get $word)))
        (i32.load (i32.add (local.get $tos) (local.get $word)))
        (i32.load (i32.add (local.get $others) (local.get $word)))
        (local.get $place)
        (i32.add (local.get $features) (i32.shl (local.get $used) (i32.const 2))))))
      (i32.store offset=4 (i32.add (local.get $starts) (local.get $word)) (local.get $used))
      (local.set $place (i32.add (local.get $place) (i32.const 1)))
      (br $next))))
