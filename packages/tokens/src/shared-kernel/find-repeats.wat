;; Sets the bit of a position.
(func $mark (param $marks i32) (param $position i32)
  (local.set $marks (i32.add (local.get $marks) (i32.shr_u (local.get $position) (i32.const 3))))
  (i32.store8 (local.get $marks) (i32.or
    (i32.load8_u (local.get $marks))
    (i32.shl (i32.const 1) (i32.and (local.get $position) (i32.const 7))))))

;; Finds what documents repeat among the positions that are marked in the words from $word to $last, $before having stood in the
;; one before them, and gives how many there are: what find-repeats.ts spells out.
(func (export "findRepeats")
  (param $word i32) (param $last i32) (param $before i32) (param $marks i32) (param $ids i32) (param $offsets i32)
  (param $documents i32) (param $most i32) (param $slots i32) (param $repeats i32) (result i32)
  (local $marked i32) (local $rest i32) (local $first i32) (local $position i32) (local $id i32) (local $begin i32)
  (local $end i32) (local $mask i32) (local $slot i32) (local $met i32) (local $at i32) (local $used i32)
  (local.set $used (local.get $repeats))
  (local.set $first (i32.shl (i32.sub (local.get $word) (local.get $marks)) (i32.const 3)))
  (local.set $offsets (i32.add (local.get $offsets) (i32.shl
    (call $documentAt (local.get $offsets) (local.get $documents) (local.get $first))
    (i32.const 2))))
  (block $done
    (loop $words
      (br_if $done (i32.ge_u (local.get $word) (local.get $last)))
      (local.set $marked (i32.load (local.get $word)))
      (local.set $rest (i32.and
        (local.get $marked)
        (i32.or (i32.shl (local.get $marked) (i32.const 1)) (i32.shr_u (local.get $before) (i32.const 31)))))
      (local.set $before (local.get $marked))
      (i32.store (local.get $word) (i32.const 0))
      (block $none
        (loop $bits
          (br_if $none (i32.eqz (local.get $rest)))
          (local.set $position (i32.add (local.get $first) (i32.ctz (local.get $rest))))
          (local.set $rest (i32.and (local.get $rest) (i32.sub (local.get $rest) (i32.const 1))))
          (local.set $id (i32.load (i32.add (local.get $ids) (i32.shl (local.get $position) (i32.const 2)))))
          (br_if $bits (i32.lt_s (local.get $id) (i32.const 0)))
          (if (i32.ge_u (local.get $position) (local.get $end))
            (then
              (loop $documents
                (local.set $begin (i32.load (local.get $offsets)))
                (local.set $offsets (i32.add (local.get $offsets) (i32.const 4)))
                (local.set $end (i32.load (local.get $offsets)))
                (br_if $documents (i32.ge_u (local.get $position) (local.get $end))))
              (local.set $mask (i32.sub (local.get $end) (local.get $begin)))
              (if (i32.gt_u (local.get $mask) (local.get $most))
                (then (local.set $mask (local.get $most))))
              (local.set $mask (i32.sub
                (select
                  (i32.const 4)
                  (i32.shl
                    (i32.const 1)
                    (i32.sub (i32.const 34) (i32.clz (i32.sub (local.get $mask) (i32.const 1)))))
                  (i32.lt_u (local.get $mask) (i32.const 2)))
                (i32.const 1)))))
          (local.set $slot (i32.mul (local.get $id) (i32.const 0x9e3779b1)))
          (local.set $slot (i32.xor (local.get $slot) (i32.shr_u (local.get $slot) (i32.const 15))))
          (loop $probe
            (local.set $slot (i32.and (local.get $slot) (local.get $mask)))
            (local.set $at (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 2))))
            (local.set $met (i32.sub (i32.load (local.get $at)) (i32.const 1)))
            (if (i32.lt_s (local.get $met) (local.get $begin))
              (then
                (i32.store (local.get $at) (i32.add (local.get $position) (i32.const 1)))
                (br $bits)))
            (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
            (br_if $probe (i32.ne
              (i32.load (i32.add (local.get $ids) (i32.shl (local.get $met) (i32.const 2))))
              (local.get $id))))
          (i32.store (local.get $used) (local.get $position))
          (local.set $used (i32.add (local.get $used) (i32.const 4)))
          (call $mark (local.get $marks) (local.get $met))
          (call $mark (local.get $marks) (local.get $position))
          (br $bits)))
      (local.set $first (i32.add (local.get $first) (i32.const 32)))
      (local.set $word (i32.add (local.get $word) (i32.const 4)))
      (br $words)))
  (i32.shr_u (i32.sub (local.get $used) (local.get $repeats)) (i32.const 2)))
