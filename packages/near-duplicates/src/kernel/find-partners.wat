;; The steps of partners.ts in the memory that join-memory.ts lays out.

;; The family of the place that stands at $posting.
(func $familyAt (param $posting i32) (param $families i32) (result i32)
  (i32.load (i32.add (local.get $families) (i32.shl (i32.load (local.get $posting)) (i32.const 2)))))

;; The first posting from $low to $high whose family comes after the given one.
(func $afterFamily (param $family i32) (param $low i32) (param $high i32) (param $families i32) (result i32)
  (local $middle i32)
  (if (i32.le_s
        (call $familyAt (i32.sub (local.get $high) (i32.const 4)) (local.get $families))
        (local.get $family))
    (then (return (local.get $high))))
  (loop $halve
    (local.set $middle (i32.add (local.get $low)
      (i32.and (i32.shr_u (i32.sub (local.get $high) (local.get $low)) (i32.const 1)) (i32.const -4))))
    (if (i32.gt_s (call $familyAt (local.get $middle) (local.get $families)) (local.get $family))
      (then (local.set $high (local.get $middle)))
      (else (local.set $low (i32.add (local.get $middle) (i32.const 4)))))
    (br_if $halve (i32.lt_u (local.get $low) (local.get $high))))
  (local.get $low))

;; How many bits of both are 1.
(func $countBits (param $one v128) (param $other v128) (result i32)
  (local $sums v128)
  (local.set $sums (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u
    (i8x16.add (i8x16.popcnt (local.get $one)) (i8x16.popcnt (local.get $other))))))
  (local.set $sums (i32x4.add (local.get $sums)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sums) (local.get $sums))))
  (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums))))

;; Writes the earlier places that have a feature in common with $place, pair with it, are not of its family and are not certain to
;; differ from it in more shingles than $ratio of those that both have together, to $found and $place as often to $by; gives where
;; they end in $found.
(func $partnersOf (param $place i32) (param $ratio f64) (param $found i32) (param $by i32) (result i32)
  (local $at i32) (local $last i32) (local $posting i32) (local $end i32)
  (local $heads i32) (local $postings i32) (local $families i32) (local $met i32)
  (local $bits i32) (local $alone i32) (local $sizes i32)
  (local $sides i32) (local $ownSide i32) (local $ownAlone i32) (local $ownSize i32) (local $ownFamily i32) (local $low v128) (local $high v128)
  (local $other i32) (local $family i32) (local $word i32) (local $sum i32)
  (local.set $heads (i32.load (i32.const 8220)))
  (local.set $postings (i32.load (i32.const 8224)))
  (local.set $families (i32.load (i32.const 8228)))
  (local.set $met (i32.load (i32.const 8232)))
  (local.set $bits (i32.load (i32.const 8236)))
  (local.set $alone (i32.load (i32.const 8240)))
  (local.set $sizes (i32.load (i32.const 8244)))
  (local.set $sides (i32.load (i32.const 8264)))
  (local.set $ownSide (i32.load8_u (i32.add (local.get $sides) (local.get $place))))
  (local.set $word (i32.shl (local.get $place) (i32.const 2)))
  (local.set $ownAlone (i32.load (i32.add (local.get $alone) (local.get $word))))
  (local.set $ownSize (i32.load (i32.add (local.get $sizes) (local.get $word))))
  (local.set $ownFamily (i32.load (i32.add (local.get $families) (local.get $word))))
  (local.set $at (i32.add (local.get $bits) (i32.shl (local.get $place) (i32.const 5))))
  (local.set $low (v128.load (local.get $at)))
  (local.set $high (v128.load offset=16 (local.get $at)))
  (local.set $word (i32.add (i32.load (i32.const 8212)) (local.get $word)))
  (local.set $at (i32.add (i32.load (i32.const 8216)) (i32.shl (i32.load (local.get $word)) (i32.const 2))))
  (local.set $last (i32.add (i32.load (i32.const 8216)) (i32.shl (i32.load offset=4 (local.get $word)) (i32.const 2))))
  (block $done
    (loop $feature
      (br_if $done (i32.ge_u (local.get $at) (local.get $last)))
      (local.set $word (i32.add (local.get $heads) (i32.shl (i32.load (local.get $at)) (i32.const 2))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $posting (i32.add (local.get $postings) (i32.shl (i32.load (local.get $word)) (i32.const 2))))
      (local.set $end (i32.add (local.get $postings) (i32.shl (i32.load offset=4 (local.get $word)) (i32.const 2))))
      (loop $next
        (br_if $feature (i32.ge_u (local.get $posting) (local.get $end)))
        (local.set $other (i32.load (local.get $posting)))
        (local.set $word (i32.shl (local.get $other) (i32.const 2)))
        (local.set $family (i32.load (i32.add (local.get $families) (local.get $word))))
        (if (i32.or
              (i32.ge_u (local.get $other) (local.get $place))
              (i32.and
                (i32.ge_s (local.get $family) (i32.const 0))
                (i32.eq (local.get $family) (local.get $ownFamily))))
          (then
            (local.set $posting
              (call $afterFamily (local.get $family) (local.get $posting) (local.get $end) (local.get $families)))
            (br $next)))
        (local.set $posting (i32.add (local.get $posting) (i32.const 4)))
        ;; Place + 1 of the last one that met each: memory begins with zeros.
        (local.set $sum (i32.add (local.get $met) (local.get $word)))
        (br_if $next (i32.gt_u (i32.load (local.get $sum)) (local.get $place)))
        (i32.store (local.get $sum) (i32.add (local.get $place) (i32.const 1)))
        (br_if $next (i32.ne (i32.const 3) (i32.or
          (local.get $ownSide)
          (i32.load8_u (i32.add (local.get $sides) (local.get $other))))))
        (local.set $sum (i32.add (local.get $ownSize) (i32.load (i32.add (local.get $sizes) (local.get $word)))))
        (local.set $family (i32.add (local.get $bits) (i32.shl (local.get $other) (i32.const 5))))
        (br_if $next (f64.gt
          (f64.convert_i32_u (i32.add
            (i32.add (local.get $ownAlone) (i32.load (i32.add (local.get $alone) (local.get $word))))
            (call $countBits
              (v128.xor (local.get $low) (v128.load (local.get $family)))
              (v128.xor (local.get $high) (v128.load offset=16 (local.get $family))))))
          (f64.add (f64.mul (f64.convert_i32_u (local.get $sum)) (local.get $ratio)) (f64.const 0.001))))
        (i32.store (local.get $found) (local.get $other))
        (i32.store (local.get $by) (local.get $place))
        (local.set $found (i32.add (local.get $found) (i32.const 4)))
        (local.set $by (i32.add (local.get $by) (i32.const 4)))
        (br $next))))
  (local.get $found))

;; The same for the places from $place to $end, one after the other, until there are $enough partners or more; gives how many.
(func (export "findPartners") (param $place i32) (param $end i32) (param $enough i32) (param $ratio f64) (result i32)
  (local $begin i32) (local $found i32) (local $count i32)
  (local.set $begin (i32.load (i32.const 8248)))
  (local.set $found (local.get $begin))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $place) (local.get $end)))
      (local.set $found (call $partnersOf
        (local.get $place)
        (local.get $ratio)
        (local.get $found)
        (i32.add (i32.load (i32.const 8268)) (i32.sub (local.get $found) (local.get $begin)))))
      (local.set $count (i32.shr_u (i32.sub (local.get $found) (local.get $begin)) (i32.const 2)))
      (local.set $place (i32.add (local.get $place) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $count) (local.get $enough)))))
  (local.get $count))
