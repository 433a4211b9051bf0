;; Reads documents forwards and backwards, as document-numbers.ts and read-texts.ts spell it out. Places of a document count from 1;
;; a place is two numbers, where its token stands next and how often it has stood so far.

;; So many stretches, and the part of one that types and tokens are, where $rest is what a full one lacks of a ratio of 1.
(func $withPart (param $factors i32) (param $types i32) (param $length i32) (param $rest f64) (result f64)
  (if (i32.eqz (local.get $length)) (then (return (f64.convert_i32_u (local.get $factors)))))
  (f64.add
    (f64.convert_i32_u (local.get $factors))
    (f64.div
      (f64.sub
        (f64.const 1)
        (f64.div (f64.convert_i32_u (local.get $types)) (f64.convert_i32_u (local.get $length))))
      (local.get $rest))))

;; The mean length of stretches, 0 of which count as one.
(func $meanLength (param $length i32) (param $factors f64) (result f64)
  (f64.div
    (f64.convert_i32_u (local.get $length))
    (select (local.get $factors) (f64.const 1) (f64.ne (local.get $factors) (f64.const 0)))))

;; Lists the places of tokens that the document has had before, each with the place before, and gives the end of the list.
;; $base is the place of the corpus before the document.
(func $listRepeats
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

;; How many tokens of all windows their windows have had before, in the document that was read last.
(global $windowRepeats (mut i64) (i64.const 0))

;; Reads the list up to its end, and gives how many stretches are full.
(func $readForwards
  (param $list i32) (param $end i32) (param $length i32) (param $window i32)
  (param $places i32) (param $atLeast i32) (param $limits i32) (param $rest f64)
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
  (global.set $windowRepeats (local.get $repeats))
  (local.set $at (i32.add (i32.sub (local.get $length) (local.get $begin)) (i32.const 1)))
  (call $withPart
    (local.get $factors) (i32.sub (local.get $at) (local.get $again)) (local.get $at) (local.get $rest)))

;; Reads the places that the way forwards has linked.
(func $readBackwards (param $length i32) (param $places i32) (param $limits i32) (param $rest f64) (result f64)
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
  (call $withPart (local.get $factors) (local.get $types) (local.get $begin) (local.get $rest)))

;; The types expected among so many tokens that are drawn, from how many types occur at least so often, which this clears.
(func $expectedTypes (param $length i32) (param $draws i32) (param $atLeast i32) (result f64)
  (local $drawn i32) (local $left i32) (local $types i32) (local $fewer i32) (local $absent f64) (local $expected f64)
  (local.set $absent (f64.const 1))
  (local.set $types (i32.load offset=4 (local.get $atLeast)))
  (block $done
    (loop $counts
      (br_if $done (i32.le_s (local.get $types) (i32.const 0)))
      (local.set $atLeast (i32.add (local.get $atLeast) (i32.const 4)))
      (i32.store (local.get $atLeast) (i32.const 0))
      (local.set $left (i32.sub (i32.sub (local.get $length) (local.get $draws)) (local.get $drawn)))
      (local.set $absent (f64.mul
        (local.get $absent)
        (f64.div
          (f64.convert_i32_u (select (local.get $left) (i32.const 0) (i32.gt_s (local.get $left) (i32.const 0))))
          (f64.convert_i32_u (i32.sub (local.get $length) (local.get $drawn))))))
      (local.set $fewer (i32.load offset=4 (local.get $atLeast)))
      (if (i32.gt_s (local.get $types) (local.get $fewer))
        (then (local.set $expected (f64.add (local.get $expected) (f64.mul
          (f64.convert_i32_u (i32.sub (local.get $types) (local.get $fewer)))
          (f64.sub (f64.const 1) (local.get $absent)))))))
      (local.set $types (local.get $fewer))
      (local.set $drawn (i32.add (local.get $drawn) (i32.const 1)))
      (br $counts)))
  (local.get $expected))

;; Reads the documents that begin where it stands from $offset to $last and have so many tokens, and writes for each the types in all
;; windows, the mean length of stretches, and the types expected.
(func (export "readTexts")
  (param $offset i32) (param $last i32) (param $tokens i32) (param $before i32) (param $places i32) (param $list i32)
  (param $atLeast i32) (param $limits i32) (param $found i32)
  (param $window i32) (param $draws i32) (param $least i32) (param $rest f64)
  (local $base i32) (local $length i32) (local $end i32) (local $forwards f64) (local $windows i32)
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $offset) (local.get $last)))
      (local.set $base (i32.load (local.get $offset)))
      (local.set $length (i32.sub (i32.load offset=4 (local.get $offset)) (local.get $base)))
      (if (i32.ge_s (local.get $length) (local.get $least))
        (then
          (local.set $end (call $listRepeats
            (i32.add (local.get $tokens) (i32.shl (local.get $base) (i32.const 2)))
            (local.get $length) (local.get $base) (local.get $before) (local.get $places) (local.get $list)))
          (i32.store offset=4
            (local.get $atLeast)
            (i32.sub
              (local.get $length)
              (i32.shr_u (i32.sub (local.get $end) (local.get $list)) (i32.const 3))))
          (local.set $forwards (call $readForwards
            (local.get $list) (local.get $end) (local.get $length) (local.get $window)
            (local.get $places) (local.get $atLeast) (local.get $limits) (local.get $rest)))
          (local.set $windows (i32.add (i32.sub (local.get $length) (local.get $window)) (i32.const 1)))
          (if (i32.gt_s (local.get $windows) (i32.const 0))
            (then (f64.store (local.get $found) (f64.convert_i64_s (i64.sub
              (i64.mul (i64.extend_i32_u (local.get $windows)) (i64.extend_i32_u (local.get $window)))
              (global.get $windowRepeats))))))
          (f64.store offset=8 (local.get $found) (f64.mul (f64.const 0.5) (f64.add
            (call $meanLength (local.get $length) (local.get $forwards))
            (call $meanLength
              (local.get $length)
              (call $readBackwards (local.get $length) (local.get $places) (local.get $limits) (local.get $rest))))))
          (f64.store offset=16
            (local.get $found)
            (call $expectedTypes (local.get $length) (local.get $draws) (local.get $atLeast)))))
      (local.set $found (i32.add (local.get $found) (i32.const 24)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
      (br $documents))))
