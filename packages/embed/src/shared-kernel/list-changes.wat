;; Lists what is to be added to the row of an earlier document for the row of each document from $document on, up to $last, and
;; gives the first one that it has not listed: that is where a list is full, or one whose sums may not fit 32 bits. $plan is where
;; the plan of change-lists.ts begins, which says afterwards which of both it is.
(func (export "listChanges") (param $plan i32) (param $document i32) (param $last i32) (result i32)
  (local $offset i32) (local $begin i32) (local $end i32) (local $length i32) (local $similar i32)
  (local $from i32) (local $other i32)
  (local $counts i32) (local $words i32) (local $used i32) (local $word i32) (local $count i32) (local $record i32)
  (local $weights i32) (local $weight i32) (local $change i32) (local $own i32) (local $reach i64)
  (local $place i32) (local $listed i32) (local $missing i32) (local $isChange i32)
  (local $placeBefore i32) (local $listedBefore i32) (local $missingBefore i32)
  (local $batch i32) (local $row i32) (local $base i32) (local $tooLarge i32) (local $isFull i32)
  (local.set $counts (i32.load offset=8 (local.get $plan)))
  (local.set $words (i32.load offset=12 (local.get $plan)))
  (local.set $weights (i32.load offset=20 (local.get $plan)))
  (local.set $place (i32.load offset=60 (local.get $plan)))
  (local.set $listed (i32.load offset=64 (local.get $plan)))
  (local.set $batch (i32.load offset=68 (local.get $plan)))
  (local.set $missing (i32.load offset=72 (local.get $plan)))
  (block $full
    (loop $documents
      (local.set $tooLarge (i32.const 0))
      (br_if $full (i32.ge_u (local.get $document) (local.get $last)))
      (local.set $offset (i32.add (i32.load offset=4 (local.get $plan)) (i32.shl (local.get $document) (i32.const 2))))
      (local.set $begin (i32.load (local.get $offset)))
      (local.set $length (i32.sub (i32.load offset=4 (local.get $offset)) (local.get $begin)))
      ;; Counts have 16 bits.
      (local.set $tooLarge (i32.gt_u (local.get $length) (i32.const 0xffff)))
      (br_if $full (local.get $tooLarge))
      ;; Its words and those of a document twice as long, and one more to make pairs.
      (br_if $full (i32.gt_u
        (i32.add (i32.mul (local.get $length) (i32.const 12)) (i32.const 8))
        (i32.sub (i32.load offset=48 (local.get $plan)) (local.get $place))))
      (br_if $full (i32.ge_u (local.get $batch) (i32.load offset=52 (local.get $plan))))
      (local.set $begin (i32.add (i32.load (local.get $plan)) (i32.shl (local.get $begin) (i32.const 2))))
      (local.set $end (i32.add (local.get $begin) (i32.shl (local.get $length) (i32.const 2))))
      (local.set $similar (call $similarDocument
        (local.get $document)
        (local.get $begin)
        (local.get $end)
        (i32.load offset=24 (local.get $plan))
        (i32.load offset=28 (local.get $plan))
        (i32.add (local.get $plan) (i32.const 96))))
      (block $settled
        (br_if $settled (i32.lt_s (local.get $similar) (i32.const 0)))
        (local.set $offset
          (i32.add (i32.load offset=4 (local.get $plan)) (i32.shl (local.get $similar) (i32.const 2))))
        (local.set $from (i32.load (local.get $offset)))
        (local.set $other (i32.sub (i32.load offset=4 (local.get $offset)) (local.get $from)))
        (if (i32.or
            (i32.gt_u (local.get $other) (i32.shl (local.get $length) (i32.const 1)))
            (i32.or
              (i32.gt_u (local.get $other) (i32.const 0xffff))
              (i32.eqz (i32.load8_u (i32.add (i32.load offset=32 (local.get $plan)) (local.get $similar))))))
          (then
            (local.set $similar (i32.const -1))
            (br $settled)))
        (local.set $from (i32.add (i32.load (local.get $plan)) (i32.shl (local.get $from) (i32.const 2)))))
      (local.set $placeBefore (local.get $place))
      (local.set $listedBefore (local.get $listed))
      (local.set $missingBefore (local.get $missing))
      (loop $again
        (local.set $used (call $countTokens
          (local.get $begin)
          (local.get $end)
          (i32.const 1)
          (local.get $counts)
          (local.get $words)))
        (if (i32.ge_s (local.get $similar) (i32.const 0))
          (then
            (local.set $used (call $countTokens
              (local.get $from)
              (i32.add (local.get $from) (i32.shl (local.get $other) (i32.const 2)))
              (i32.const 0x10000)
              (local.get $counts)
              (local.get $used)))))
        (local.set $own (i32.const 0))
        (local.set $isFull (i32.const 0))
        (local.set $reach (i64.const 0))
        (local.set $word (local.get $words))
        (block $listedAll
          (loop $next
            (br_if $listedAll (i32.ge_u (local.get $word) (local.get $used)))
            (local.set $record (i32.load (local.get $word)))
            (local.set $count (i32.load (i32.add (local.get $counts) (local.get $record))))
            (i32.store (i32.add (local.get $counts) (local.get $record)) (i32.const 0))
            (local.set $weight (i32.load16_u (i32.add
              (local.get $weights)
              (i32.shl (i32.and (local.get $count) (i32.const 0xffff)) (i32.const 1)))))
            (local.set $change (i32.sub
              (local.get $weight)
              (i32.load16_u (i32.add
                (local.get $weights)
                (i32.shl (i32.shr_u (local.get $count) (i32.const 16)) (i32.const 1))))))
            (local.set $isChange (i32.ne (local.get $change) (i32.const 0)))
            (local.set $own (i32.add (local.get $own) (i32.ne (local.get $weight) (i32.const 0))))
            (local.set $record (i32.add
              (i32.load offset=16 (local.get $plan))
              (i32.shl (local.get $record) (i32.const 1))))
            (local.set $reach (i64.add (local.get $reach) (i64.extend_i32_u
              (i32.mul (local.get $weight) (i32.load offset=4 (local.get $record))))))
            (local.set $count (i32.load (local.get $record)))
            (i32.store (local.get $place) (local.get $count))
            (i32.store16 (local.get $listed) (local.get $change))
            (if (i32.and (i32.lt_s (local.get $count) (i32.const 0)) (local.get $isChange))
              (then
                (if (i32.lt_u (local.get $missing) (i32.load offset=56 (local.get $plan)))
                  (then
                    (i32.store (local.get $missing) (i32.shr_u (i32.load (local.get $word)) (i32.const 2)))
                    (i32.store offset=4 (local.get $missing) (local.get $place))
                    (local.set $missing (i32.add (local.get $missing) (i32.const 8))))
                  (else (local.set $isFull (i32.const 1))))))
            (local.set $place (i32.add (local.get $place) (i32.shl (local.get $isChange) (i32.const 2))))
            (local.set $listed (i32.add (local.get $listed) (i32.shl (local.get $isChange) (i32.const 1))))
            (local.set $word (i32.add (local.get $word) (i32.const 4)))
            (br $next)))
        (local.set $tooLarge (i64.ge_u (local.get $reach) (i64.const 0x80000000)))
        (if (i32.or (local.get $tooLarge) (local.get $isFull))
          (then
            (local.set $place (local.get $placeBefore))
            (local.set $listed (local.get $listedBefore))
            (local.set $missing (local.get $missingBefore))
            (br $full)))
        ;; There is less to do without the other document.
        (if (i32.and
            (i32.ge_s (local.get $similar) (i32.const 0))
            (i32.gt_u
              (i32.shr_u (i32.sub (local.get $place) (local.get $placeBefore)) (i32.const 2))
              (local.get $own)))
          (then
            (local.set $similar (i32.const -1))
            (local.set $place (local.get $placeBefore))
            (local.set $listed (local.get $listedBefore))
            (local.set $missing (local.get $missingBefore))
            (br $again))))
      ;; Words are added in pairs.
      (if (i32.and (i32.sub (local.get $place) (local.get $placeBefore)) (i32.const 4))
        (then
          (i32.store (local.get $place) (i32.const 0))
          (i32.store16 (local.get $listed) (i32.const 0))
          (local.set $place (i32.add (local.get $place) (i32.const 4)))
          (local.set $listed (i32.add (local.get $listed) (i32.const 2)))))
      (local.set $row (i32.add
        (i32.load offset=36 (local.get $plan))
        (i32.mul (local.get $document) (i32.load offset=40 (local.get $plan)))))
      (local.set $base (i32.load offset=44 (local.get $plan)))
      (if (i32.ge_s (local.get $similar) (i32.const 0))
        (then
          (local.set $base (i32.add
            (i32.load offset=36 (local.get $plan))
            (i32.mul (local.get $similar) (i32.load offset=40 (local.get $plan)))))
          ;; A row that is done lies far away: it is read once, and not again for each block.
          (if (i32.lt_u (local.get $base) (i32.load (i32.load offset=80 (local.get $plan))))
            (then
              (memory.copy (local.get $row) (local.get $base) (i32.load offset=40 (local.get $plan)))
              (local.set $base (local.get $row))))))
      (i32.store (local.get $batch) (local.get $row))
      (i32.store offset=4 (local.get $batch) (local.get $base))
      (i32.store offset=8 (local.get $batch) (local.get $place))
      (local.set $batch (i32.add (local.get $batch) (i32.const 12)))
      (i32.store8 (i32.add (i32.load offset=32 (local.get $plan)) (local.get $document)) (i32.const 1))
      (local.set $document (i32.add (local.get $document) (i32.const 1)))
      (br $documents)))
  (i32.store offset=60 (local.get $plan) (local.get $place))
  (i32.store offset=64 (local.get $plan) (local.get $listed))
  (i32.store offset=68 (local.get $plan) (local.get $batch))
  (i32.store offset=72 (local.get $plan) (local.get $missing))
  (i32.store offset=76 (local.get $plan) (local.get $tooLarge))
  (local.get $document))
