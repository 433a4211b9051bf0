;; Reads a document forwards and backwards, as document-numbers.ts spells it out: whole numbers, so both give the same.
;; `npm run build:kernels` assembles it. Places of the document count from 1; a place is two numbers, where its token stands
;; next and how often it has stood so far.
(module
  (import "kernel" "memory" (memory 1))

  ;; Notes at $ends how many stretches are full, and the types and tokens of the one that is not.
  (func $note (param $ends i32) (param $factors i32) (param $types i32) (param $length i32)
    (i32.store (local.get $ends) (local.get $factors))
    (i32.store offset=4 (local.get $ends) (local.get $types))
    (i32.store offset=8 (local.get $ends) (local.get $length)))

  ;; Lists the places of tokens that the document has had before, each with the place before, and gives the end of the list.
  ;; $base is the place of the corpus before the document.
  (func (export "listRepeats")
    (param $tokens i32) (param $length i32) (param $base i32) (param $before i32) (param $places i32) (param $list i32)
    (result i32)
    (local $place i32) (local $at i32) (local $previous i32)
    (local.set $place (i32.const 1))
    (block $done (loop $each
      (br_if $done (i32.gt_s (local.get $place) (local.get $length)))
      (local.set $at (i32.add (local.get $before) (i32.shl (i32.load (local.get $tokens)) (i32.const 2))))
      (local.set $tokens (i32.add (local.get $tokens) (i32.const 4)))
      (local.set $previous (i32.sub (i32.load (local.get $at)) (local.get $base)))
      (i32.store (local.get $at) (i32.add (local.get $base) (local.get $place)))
      (local.set $places (i32.add (local.get $places) (i32.const 8)))
      ;; Nowhere next, and for the first time.
      (i64.store (local.get $places) (i64.const 0x17fffffff))
      ;; What is no repeat is written over by the next place.
      (i32.store (local.get $list) (local.get $place))
      (i32.store offset=4 (local.get $list) (local.get $previous))
      (local.set $list (i32.add
        (local.get $list)
        (i32.shl (i32.gt_s (local.get $previous) (i32.const 0)) (i32.const 3))))
      (local.set $place (i32.add (local.get $place) (i32.const 1)))
      (br $each)))
    (local.get $list))

  ;; Reads the list up to its end, and gives how many tokens of all windows their windows have had before.
  (func (export "forwards")
    (param $list i32) (param $end i32) (param $length i32) (param $window i32)
    (param $places i32) (param $atLeast i32) (param $limits i32) (param $ends i32)
    (result f64)
    (local $place i32) (local $at i32) (local $previous i32) (local $rank i32) (local $lost i32)
    (local $again i32) (local $begin i32) (local $factors i32) (local $repeats i64) (local $lastWindow i32)
    (local.set $lastWindow (i32.add (i32.sub (local.get $length) (local.get $window)) (i32.const 1)))
    (local.set $begin (i32.const 1))
    (block $done (loop $each
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (local.set $place (i32.load (local.get $list)))
      (local.set $previous (i32.load offset=4 (local.get $list)))
      (local.set $list (i32.add (local.get $list) (i32.const 8)))
      ;; Links both places, and counts.
      (local.set $at (i32.add (local.get $places) (i32.shl (local.get $previous) (i32.const 3))))
      (i32.store (local.get $at) (local.get $place))
      (local.set $rank (i32.add (i32.load offset=4 (local.get $at)) (i32.const 1)))
      (i32.store offset=4
        (i32.add (local.get $places) (i32.shl (local.get $place) (i32.const 3)))
        (local.get $rank))
      (local.set $at (i32.add (local.get $atLeast) (i32.shl (local.get $rank) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      ;; The windows that hold both places.
      (local.set $lost (select
        (local.get $previous) (local.get $lastWindow) (i32.lt_s (local.get $previous) (local.get $lastWindow))))
      (local.set $at (i32.sub (local.get $place) (local.get $window)))
      (local.set $lost (i32.sub
        (local.get $lost)
        (select (local.get $at) (i32.const 0) (i32.gt_s (local.get $at) (i32.const 0)))))
      (local.set $repeats (i64.add (local.get $repeats) (i64.extend_i32_u (select
        (local.get $lost) (i32.const 0) (i32.gt_s (local.get $lost) (i32.const 0))))))
      (local.set $again (i32.add (local.get $again) (i32.ge_s (local.get $previous) (local.get $begin))))
      (local.set $at (i32.add (i32.sub (local.get $place) (local.get $begin)) (i32.const 1)))
      (if (i32.le_s
            (i32.sub (local.get $at) (local.get $again))
            (i32.load (i32.add (local.get $limits) (i32.shl (local.get $at) (i32.const 2)))))
        (then
          (local.set $factors (i32.add (local.get $factors) (i32.const 1)))
          (local.set $again (i32.const 0))
          (local.set $begin (i32.add (local.get $place) (i32.const 1)))))
      (br $each)))
    (local.set $at (i32.add (i32.sub (local.get $length) (local.get $begin)) (i32.const 1)))
    (call $note (local.get $ends) (local.get $factors) (i32.sub (local.get $at) (local.get $again)) (local.get $at))
    (f64.convert_i64_u (local.get $repeats)))

  ;; Reads the places that the way forwards has linked.
  (func (export "backwards") (param $length i32) (param $places i32) (param $limits i32) (param $ends i32)
    (local $place i32) (local $types i32) (local $begin i32) (local $factors i32)
    (local.set $place (local.get $length))
    (local.set $begin (local.get $length))
    (block $done (loop $each
      (br_if $done (i32.le_s (local.get $place) (i32.const 0)))
      (local.set $types (i32.add (local.get $types) (i32.gt_s
        (i32.load (i32.add (local.get $places) (i32.shl (local.get $place) (i32.const 3))))
        (local.get $begin))))
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (if (i32.le_s
            (local.get $types)
            (i32.load (i32.add
              (local.get $limits)
              (i32.shl (i32.sub (local.get $begin) (local.get $place)) (i32.const 2)))))
        (then
          (local.set $factors (i32.add (local.get $factors) (i32.const 1)))
          (local.set $types (i32.const 0))
          (local.set $begin (local.get $place))))
      (br $each)))
    (call $note (local.get $ends) (local.get $factors) (local.get $types) (local.get $begin))))
