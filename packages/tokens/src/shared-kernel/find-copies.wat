;; The document that a token stands in, of $documents: what document-at.ts spells out.
(func $documentAt (param $offsets i32) (param $documents i32) (param $token i32) (result i32)
  (local $low i32) (local $high i32) (local $middle i32)
  (local.set $high (i32.sub (local.get $documents) (i32.const 1)))
  (block $found
    (loop $halve
      (br_if $found (i32.ge_s (local.get $low) (local.get $high)))
      (local.set $middle (i32.shr_u (i32.add (i32.add (local.get $low) (local.get $high)) (i32.const 1)) (i32.const 1)))
      (if (i32.le_u
          (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $middle) (i32.const 2))))
          (local.get $token))
        (then (local.set $low (local.get $middle)))
        (else (local.set $high (i32.sub (local.get $middle) (i32.const 1)))))
      (br $halve)))
  (local.get $low))

;; The hash of the five tokens that end at an address.
(func $windowHash (param $token i32) (result i32)
  (local $hash i32) (local $at i32)
  (local.set $at (i32.sub (local.get $token) (i32.const 16)))
  (loop $next
    (local.set $hash (i32.add (i32.mul (local.get $hash) (i32.const 0x9e3779b1)) (i32.load (local.get $at))))
    (br_if $next (i32.le_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $token))))
  (local.get $hash))

;; Whether the five tokens that end at two addresses are the same.
(func $sameWindow (param $one i32) (param $other i32) (result i32)
  (if (result i32) (i32.eq (i32.load (local.get $one)) (i32.load (local.get $other)))
    (then (i32.eqz (v128.any_true (v128.xor
      (v128.load (i32.sub (local.get $one) (i32.const 16)))
      (v128.load (i32.sub (local.get $other) (i32.const 16)))))))
    (else (i32.const 0))))

;; How many tokens before two addresses are the same, no more than $most.
(func $sameBefore (param $one i32) (param $other i32) (param $most i32) (result i32)
  (local $same i32)
  (block $differ
    (loop $next
      (br_if $differ (i32.ge_s (local.get $same) (local.get $most)))
      (local.set $one (i32.sub (local.get $one) (i32.const 4)))
      (local.set $other (i32.sub (local.get $other) (i32.const 4)))
      (br_if $differ (i32.ne (i32.load (local.get $one)) (i32.load (local.get $other))))
      (local.set $same (i32.add (local.get $same) (i32.const 1)))
      (br $next)))
  (local.get $same))

;; How many tokens from two addresses on are the same, no more than $most.
(func $sameFrom (param $one i32) (param $other i32) (param $most i32) (result i32)
  (local $same i32)
  (block $differ
    (block $few
      (loop $fours
        (br_if $few (i32.gt_s (i32.add (local.get $same) (i32.const 4)) (local.get $most)))
        (br_if $few (v128.any_true (v128.xor (v128.load (local.get $one)) (v128.load (local.get $other)))))
        (local.set $one (i32.add (local.get $one) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (local.set $same (i32.add (local.get $same) (i32.const 4)))
        (br $fours)))
    (loop $next
      (br_if $differ (i32.ge_s (local.get $same) (local.get $most)))
      (br_if $differ (i32.ne (i32.load (local.get $one)) (i32.load (local.get $other))))
      (local.set $one (i32.add (local.get $one) (i32.const 4)))
      (local.set $other (i32.add (local.get $other) (i32.const 4)))
      (local.set $same (i32.add (local.get $same) (i32.const 1)))
      (br $next)))
  (local.get $same))

;; Finds the copies in the documents $from to $to of $documents: what find-copies.ts spells out.
(func (export "findCopies")
  (param $from i32) (param $to i32) (param $documents i32) (param $offsets i32) (param $tokens i32) (param $slots i32)
  (param $shift i32) (param $starts i32) (param $ends i32) (param $sources i32) (param $used i32) (result i32)
  (local $begin i32) (local $end i32) (local $position i32) (local $unclaimed i32) (local $misses i32) (local $hash i32)
  (local $slot i32) (local $source i32) (local $home i32) (local $one i32) (local $other i32) (local $back i32)
  (local $length i32) (local $met i32)
  (block $done
    (loop $document
      (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
      (local.set $home (i32.add (local.get $offsets) (i32.shl (local.get $from) (i32.const 2))))
      (local.set $begin (i32.load (local.get $home)))
      (local.set $end (i32.load offset=4 (local.get $home)))
      (local.set $position (i32.add (local.get $begin) (i32.const 4)))
      (local.set $unclaimed (local.get $position))
      (local.set $misses (i32.const 0))
      (block $read
        (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
        (local.set $one (i32.add (local.get $tokens) (i32.shl (local.get $position) (i32.const 2))))
        (local.set $hash (call $windowHash (local.get $one)))
        (loop $positions
          (block $missed
            (br_if $missed (i32.and
              (i32.gt_u (local.get $misses) (i32.const 8))
              (i32.ne (i32.and (local.get $hash) (i32.const 15)) (i32.const 0))))
            (local.set $slot (i32.add (local.get $slots) (i32.shl
              (i32.shr_u
                (i32.mul
                  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))
                  (i32.const 0x2c1b3c6d))
                (local.get $shift))
              (i32.const 3))))
            (local.set $source (i32.load offset=4 (local.get $slot)))
            (local.set $met (i32.const 0))
            (if (local.get $source)
              (then
                (if (i32.eq (i32.load (local.get $slot)) (local.get $hash))
                  (then
                    (local.set $other (i32.add (local.get $tokens) (i32.shl (local.get $source) (i32.const 2))))
                    (local.set $met (call $sameWindow (local.get $one) (local.get $other)))))))
            (i32.store (local.get $slot) (local.get $hash))
            (i32.store offset=4 (local.get $slot) (local.get $position))
            (local.set $misses (i32.add (local.get $misses) (i32.const 1)))
            (br_if $missed (i32.eqz (local.get $met)))
            (local.set $misses (i32.const 0))
            (local.set $home (i32.add (local.get $offsets) (i32.shl
              (call $documentAt (local.get $offsets) (local.get $documents) (local.get $source))
              (i32.const 2))))
            (local.set $back (i32.sub (local.get $position) (local.get $unclaimed)))
            (local.set $length (i32.sub (i32.sub (local.get $source) (i32.const 4)) (i32.load (local.get $home))))
            (local.set $back (call $sameBefore
              (i32.sub (local.get $one) (i32.const 16))
              (i32.sub (local.get $other) (i32.const 16))
              (select
                (local.get $back)
                (local.get $length)
                (i32.lt_s (local.get $back) (local.get $length)))))
            (local.set $length (i32.sub (i32.load offset=4 (local.get $home)) (local.get $source)))
            (local.set $met (i32.sub (local.get $end) (local.get $position)))
            (local.set $length (call $sameFrom (local.get $one) (local.get $other)
              (select
                (local.get $met)
                (local.get $length)
                (i32.lt_s (local.get $met) (local.get $length)))))
            (if (i32.ge_u (i32.add (local.get $back) (local.get $length)) (i32.const 6))
              (then
                (local.set $slot (i32.shl (local.get $used) (i32.const 2)))
                (i32.store
                  (i32.add (local.get $starts) (local.get $slot))
                  (i32.sub (local.get $position) (local.get $back)))
                (i32.store
                  (i32.add (local.get $sources) (local.get $slot))
                  (i32.sub (local.get $source) (local.get $back)))
                (local.set $unclaimed (i32.add (local.get $position) (local.get $length)))
                (i32.store (i32.add (local.get $ends) (local.get $slot)) (local.get $unclaimed))
                (local.set $used (i32.add (local.get $used) (i32.const 1)))))
            (local.set $position (i32.add (local.get $position) (local.get $length)))
            (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
            (local.set $one (i32.add (local.get $tokens) (i32.shl (local.get $position) (i32.const 2))))
            (local.set $hash (call $windowHash (local.get $one)))
            (br $positions))
          (local.set $position (i32.add (local.get $position) (i32.const 1)))
          (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
          (local.set $one (i32.add (local.get $one) (i32.const 4)))
          ;; The token that leaves times the fifth power of the factor.
          (local.set $hash (i32.sub
            (i32.add (i32.mul (local.get $hash) (i32.const 0x9e3779b1)) (i32.load (local.get $one)))
            (i32.mul (i32.load (i32.sub (local.get $one) (i32.const 20))) (i32.const 0x8bc6ba71))))
          (br $positions)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br $document)))
  (local.get $used))
