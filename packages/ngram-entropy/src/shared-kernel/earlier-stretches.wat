;; What earlier-stretches.ts and symbol-stream.ts spell out.
(global $offsets (mut i32) (i32.const 0))
(global $documents (mut i32) (i32.const 0))
(global $tokens (mut i32) (i32.const 0))
(global $longer (mut i32) (i32.const 0))
(global $shorter (mut i32) (i32.const 0))
(global $longerBegins (mut i32) (i32.const 0))
(global $shorterBegins (mut i32) (i32.const 0))

(func $numberAt (param $column i32) (param $at i32) (result i32)
  (i32.load (i32.add (local.get $column) (i32.shl (local.get $at) (i32.const 2)))))

;; The document that a token stands in.
(func $documentAt (param $token i32) (result i32)
  (local $low i32) (local $high i32) (local $middle i32)
  (local.set $high (i32.sub (global.get $documents) (i32.const 1)))
  (block $found
    (loop $halve
      (br_if $found (i32.ge_s (local.get $low) (local.get $high)))
      (local.set $middle (i32.shr_u (i32.add (i32.add (local.get $low) (local.get $high)) (i32.const 1)) (i32.const 1)))
      (if (i32.le_u (call $numberAt (global.get $offsets) (local.get $middle)) (local.get $token))
        (then (local.set $low (local.get $middle)))
        (else (local.set $high (i32.sub (local.get $middle) (i32.const 1)))))
      (br $halve)))
  (local.get $low))

;; How many numbers of a column from two places on are the same, no more than $most.
(func $sameFrom (param $column i32) (param $one i32) (param $other i32) (param $most i32) (result i32)
  (local $same i32)
  (local.set $one (i32.add (local.get $column) (i32.shl (local.get $one) (i32.const 2))))
  (local.set $other (i32.add (local.get $column) (i32.shl (local.get $other) (i32.const 2))))
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

(func $lengthFromEnds (param $source i32) (param $copy i32) (param $document i32) (result i32)
  (local $earlier i32) (local $later i32) (local $sourceLeft i32) (local $copyLeft i32) (local $same i32) (local $start i32)
  (local.set $start (local.get $copy))
  (local.set $later (i32.add (local.get $document) (i32.const 1)))
  (local.set $earlier (i32.add (call $documentAt (i32.sub (local.get $source) (i32.const 1))) (i32.const 1)))
  (block $differ
    (loop $both
      (br_if $differ (i32.ge_u (local.get $later) (global.get $documents)))
      (local.set $sourceLeft (i32.sub
        (call $numberAt (global.get $offsets) (i32.add (local.get $earlier) (i32.const 1)))
        (local.get $source)))
      (local.set $copyLeft (i32.sub
        (call $numberAt (global.get $offsets) (i32.add (local.get $later) (i32.const 1)))
        (local.get $copy)))
      (local.set $same (call $sameFrom (global.get $tokens) (local.get $source) (local.get $copy) (select
        (local.get $sourceLeft) (local.get $copyLeft) (i32.lt_s (local.get $sourceLeft) (local.get $copyLeft)))))
      (local.set $source (i32.add (local.get $source) (local.get $same)))
      (local.set $copy (i32.add (local.get $copy) (local.get $same)))
      ;; On to the next documents where these are the same to their ends.
      (br_if $differ (i32.or
        (i32.ne (local.get $sourceLeft) (local.get $same))
        (i32.ne (local.get $copyLeft) (local.get $same))))
      (local.set $earlier (i32.add (local.get $earlier) (i32.const 1)))
      (local.set $later (i32.add (local.get $later) (i32.const 1)))
      (br $both)))
  (i32.add
    (i32.sub (local.get $copy) (local.get $start))
    (i32.sub (local.get $later) (local.get $document))))

;; How many symbols from a token of a document on, which has so many tokens left, stand at an earlier place too.
(func $lengthFrom (param $token i32) (param $left i32) (param $document i32) (result i32)
  (local $ngram i32) (local $begin i32) (local $source i32) (local $met i32) (local $shared i32)
  (if (i32.lt_s (local.get $left) (i32.const 3)) (then (return (i32.const 0))))
  (local.set $ngram (call $numberAt (global.get $shorter) (i32.add (local.get $token) (i32.const 2))))
  ;; What occurs once is found nowhere else.
  (if (i32.lt_s (local.get $ngram) (i32.const 0)) (then (return (i32.const 0))))
  (local.set $begin (i32.add (global.get $shorterBegins) (i32.shl (local.get $ngram) (i32.const 2))))
  (local.set $source (i32.load (local.get $begin)))
  (i32.store (local.get $begin) (i32.add (local.get $token) (i32.const 1)))
  (local.set $shared (i32.const 3))
  (if (i32.gt_s (local.get $left) (i32.const 3))
    (then
      (local.set $ngram (call $numberAt (global.get $longer) (i32.add (local.get $token) (i32.const 3))))
      (if (i32.ge_s (local.get $ngram) (i32.const 0))
        (then
          (local.set $begin (i32.add (global.get $longerBegins) (i32.shl (local.get $ngram) (i32.const 2))))
          (local.set $met (i32.load (local.get $begin)))
          (i32.store (local.get $begin) (i32.add (local.get $token) (i32.const 1)))))
      (if (i32.eqz (local.get $met))
        (then
          ;; With an earlier place of its 4-gram a token would have been found by that.
          (return (select (i32.const 3) (i32.const 0) (i32.ne (local.get $source) (i32.const 0))))))
      (local.set $source (local.get $met))
      (local.set $shared (i32.const 4))))
  (if (i32.eqz (local.get $source)) (then (return (i32.const 0))))
  (local.set $source (i32.add (i32.sub (local.get $source) (i32.const 1)) (local.get $shared)))
  (local.set $token (i32.add (local.get $token) (local.get $shared)))
  (local.set $left (i32.sub (local.get $left) (local.get $shared)))
  (local.set $met (call $sameFrom (global.get $longer) (local.get $source) (local.get $token) (local.get $left)))
  (local.set $source (i32.add (local.get $source) (local.get $met)))
  (local.set $shared (i32.add (local.get $shared) (local.get $met)))
  ;; Where both documents end.
  (if (i32.and
      (i32.eq (local.get $met) (local.get $left))
      (i32.eq (call $numberAt (global.get $longer) (local.get $source)) (i32.const -1)))
    (then (return (i32.add
      (local.get $shared)
      (call $lengthFromEnds (local.get $source) (i32.add (local.get $token) (local.get $met)) (local.get $document))))))
  (local.get $shared))
