;; What count-tally.ts and column-totals.ts spell out.

;; Tallies counts from $count to $last; gives where a count stands that is too high for the tally, or $last where there is none.
(func (export "tallyCounts") (param $count i32) (param $last i32) (param $tally i32) (param $limit i32) (result i32)
  (local $at i32)
  (block $done
    (loop $counts
      (br_if $done (i32.ge_u (local.get $count) (local.get $last)))
      (local.set $at (i32.load (local.get $count)))
      (br_if $done (i32.ge_u (local.get $at) (local.get $limit)))
      (local.set $at (i32.add (local.get $tally) (i32.shl (local.get $at) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $count (i32.add (local.get $count) (i32.const 4)))
      (br $counts)))
  (local.get $count))

;; Adds up the counts from $count to $last that stand at a frequency below 2.
(func (export "heldOnce") (param $count i32) (param $last i32) (param $frequency i32) (result i32)
  (local $occurrences i32)
  (block $done
    (loop $counts
      (br_if $done (i32.ge_u (local.get $count) (local.get $last)))
      (local.set $occurrences (i32.add
        (local.get $occurrences)
        (i32.and
          (i32.load (local.get $count))
          (i32.shr_s (i32.sub (i32.load (local.get $frequency)) (i32.const 2)) (i32.const 31)))))
      (local.set $count (i32.add (local.get $count) (i32.const 4)))
      (local.set $frequency (i32.add (local.get $frequency) (i32.const 4)))
      (br $counts)))
  (local.get $occurrences))

;; Takes the n-grams at the ends of documents, which lie from $offset to $last, off the table of those that are followed, which begins
;; with those without an id.
(func (export "endDocuments")
  (param $offset i32) (param $last i32) (param $ids i32) (param $order i32) (param $followed i32)
  (local $end i32) (local $ngram i32)
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $offset) (local.get $last)))
      (local.set $end (i32.load offset=4 (local.get $offset)))
      (if (i32.ge_u (i32.sub (local.get $end) (i32.load (local.get $offset))) (local.get $order))
        (then
          (local.set $ngram (i32.load (i32.add
            (local.get $ids)
            (i32.shl (i32.sub (local.get $end) (i32.const 1)) (i32.const 2)))))
          (local.set $ngram (i32.add (local.get $followed) (i32.shl
            (select
              (i32.add (local.get $ngram) (i32.const 1))
              (i32.const 0)
              (i32.ge_s (local.get $ngram) (i32.const 0)))
            (i32.const 2))))
          (i32.store (local.get $ngram) (i32.sub (i32.load (local.get $ngram)) (i32.const 1)))))
      (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
      (br $documents))))
