;; What phrase-extender.ts spells out. Occurrences of a phrase are $count numbers at $begins, and as many at $homes.
(global $neighbour (mut i32) (i32.const 0))
(global $phraseDocuments (export "phraseDocuments") (mut i32) (i32.const 0))
(global $phraseLength (export "phraseLength") (mut i32) (i32.const 0))

;; Writes the documents that occurrences stand in.
(func (export "writeHomes") (param $begins i32) (param $homes i32) (param $count i32) (param $offsets i32)
  (local $document i32) (local $begin i32)
  (block $done
    (loop $each
      (br_if $done (i32.eqz (local.get $count)))
      (local.set $begin (i32.load (local.get $begins)))
      (block $inside
        (loop $documents
          (br_if $inside (i32.lt_u
            (local.get $begin)
            (call $numberAt (local.get $offsets) (i32.add (local.get $document) (i32.const 1)))))
          (local.set $document (i32.add (local.get $document) (i32.const 1)))
          (br $documents)))
      (i32.store (local.get $homes) (local.get $document))
      (local.set $begins (i32.add (local.get $begins) (i32.const 4)))
      (local.set $homes (i32.add (local.get $homes) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $each))))

;; The token at a position of a document, -1 outside of it.
(func $tokenIn (param $position i32) (param $home i32) (param $offsets i32) (param $tokens i32) (result i32)
  (local.set $home (i32.add (local.get $offsets) (i32.shl (local.get $home) (i32.const 2))))
  (if (result i32)
    (i32.or
      (i32.lt_s (local.get $position) (i32.load (local.get $home)))
      (i32.ge_s (local.get $position) (i32.load offset=4 (local.get $home))))
    (then (i32.const -1))
    (else (call $numberAt (local.get $tokens) (local.get $position)))))

;; In how many documents the commonest token at a distance is; notes which it is. By token, $holding has one more than the latest
;; document and how many there are.
(func $commonest
  (param $begins i32) (param $homes i32) (param $count i32) (param $distance i32)
  (param $offsets i32) (param $tokens i32) (param $holding i32) (param $met i32) (result i32)
  (local $token i32) (local $home i32) (local $entry i32) (local $most i32) (local $last i32)
  (local.set $last (local.get $met))
  (block $done
    (loop $each
      (br_if $done (i32.eqz (local.get $count)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (local.set $home (i32.load (local.get $homes)))
      (local.set $token (call $tokenIn
        (i32.add (i32.load (local.get $begins)) (local.get $distance))
        (local.get $home) (local.get $offsets) (local.get $tokens)))
      (local.set $begins (i32.add (local.get $begins) (i32.const 4)))
      (local.set $homes (i32.add (local.get $homes) (i32.const 4)))
      (br_if $each (i32.lt_s (local.get $token) (i32.const 0)))
      (local.set $entry (i32.add (local.get $holding) (i32.shl (local.get $token) (i32.const 3))))
      (local.set $home (i32.add (local.get $home) (i32.const 1)))
      (br_if $each (i32.eq (i32.load (local.get $entry)) (local.get $home)))
      (if (i32.eqz (i32.load (local.get $entry)))
        (then
          (i32.store (local.get $last) (local.get $entry))
          (local.set $last (i32.add (local.get $last) (i32.const 4)))))
      (i32.store (local.get $entry) (local.get $home))
      (local.set $home (i32.add (i32.load offset=4 (local.get $entry)) (i32.const 1)))
      (i32.store offset=4 (local.get $entry) (local.get $home))
      (if (i32.gt_u (local.get $home) (local.get $most))
        (then
          (global.set $neighbour (local.get $token))
          (local.set $most (local.get $home))))
      (br $each)))
  (block $cleared
    (loop $each
      (br_if $cleared (i32.ge_u (local.get $met) (local.get $last)))
      (i64.store (i32.load (local.get $met)) (i64.const 0))
      (local.set $met (i32.add (local.get $met) (i32.const 4)))
      (br $each)))
  (local.get $most))

;; Keeps the occurrences that have the commonest token at a distance, with it, and gives how many there are.
(func $narrow
  (param $begins i32) (param $homes i32) (param $count i32) (param $distance i32) (param $offsets i32) (param $tokens i32)
  (result i32)
  (local $begin i32) (local $at i32) (local $home i32) (local $kept i32)
  (block $done
    (loop $each
      (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
      (local.set $begin (call $numberAt (local.get $begins) (local.get $at)))
      (local.set $home (call $numberAt (local.get $homes) (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $each (i32.ne
        (global.get $neighbour)
        (call $tokenIn
          (i32.add (local.get $begin) (local.get $distance))
          (local.get $home) (local.get $offsets) (local.get $tokens))))
      ;; A token to the left becomes its beginning.
      (if (i32.lt_s (local.get $distance) (i32.const 0))
        (then (local.set $begin (i32.add (local.get $begin) (local.get $distance)))))
      (i32.store (i32.add (local.get $begins) (i32.shl (local.get $kept) (i32.const 2))) (local.get $begin))
      (i32.store (i32.add (local.get $homes) (i32.shl (local.get $kept) (i32.const 2))) (local.get $home))
      (local.set $kept (i32.add (local.get $kept) (i32.const 1)))
      (br $each)))
  (local.get $kept))

;; Lengthens a phrase of so many tokens and documents while $least documents hold it, and up to $longest tokens, first to the right and
;; then to the left. Gives how many occurrences are left.
(func (export "extendPhrase")
  (param $begins i32) (param $homes i32) (param $count i32) (param $length i32) (param $documents i32)
  (param $least i32) (param $longest i32) (param $offsets i32) (param $tokens i32) (param $holding i32) (param $met i32)
  (result i32)
  (local $distance i32) (local $found i32) (local $left i32)
  (block $done
    (loop $each
      (block $widened
        (br_if $widened (i32.ge_u (local.get $length) (local.get $longest)))
        (local.set $distance (select (i32.const -1) (local.get $length) (local.get $left)))
        (local.set $found (call $commonest
          (local.get $begins) (local.get $homes) (local.get $count) (local.get $distance)
          (local.get $offsets) (local.get $tokens) (local.get $holding) (local.get $met)))
        (br_if $widened (i32.lt_u (local.get $found) (local.get $least)))
        (local.set $count (call $narrow
          (local.get $begins) (local.get $homes) (local.get $count) (local.get $distance)
          (local.get $offsets) (local.get $tokens)))
        (local.set $length (i32.add (local.get $length) (i32.const 1)))
        (local.set $documents (local.get $found))
        (br $each))
      (br_if $done (local.get $left))
      (local.set $left (i32.const 1))
      (br $each)))
  (global.set $phraseLength (local.get $length))
  (global.set $phraseDocuments (local.get $documents))
  (local.get $count))
