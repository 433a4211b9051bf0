;; Writes the stretches of an order from $stretch on and gives where the last one ends: what write-stretches.ts spells out. The
;; offsets of documents stand from $offset to $last; there are $runs runs.
(func (export "writeStretches")
  (param $offset i32) (param $last i32) (param $starts i32) (param $ends i32) (param $sources i32) (param $runs i32)
  (param $order i32) (param $stretch i32) (result i32)
  (local $document i32) (local $run i32) (local $position i32) (local $end i32) (local $copied i32) (local $start i32)
  (local $runEnd i32)
  ;; Runs count bytes here.
  (local.set $runs (i32.shl (local.get $runs) (i32.const 2)))
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $offset) (local.get $last)))
      (local.set $position (i32.sub (i32.add (i32.load (local.get $offset)) (local.get $order)) (i32.const 1)))
      (local.set $end (i32.load offset=4 (local.get $offset)))
      (block $noRun
        (loop $next
          (br_if $noRun (i32.ge_u (local.get $run) (local.get $runs)))
          (local.set $runEnd (i32.load (i32.add (local.get $ends) (local.get $run))))
          (br_if $noRun (i32.gt_u (local.get $runEnd) (local.get $end)))
          (local.set $start (i32.load (i32.add (local.get $starts) (local.get $run))))
          (local.set $copied (i32.sub (i32.add (local.get $start) (local.get $order)) (i32.const 5)))
          (if (i32.lt_s (local.get $copied) (local.get $position))
            (then (local.set $copied (local.get $position))))
          (if (i32.lt_s (local.get $copied) (local.get $runEnd))
            (then
              (i32.store (local.get $stretch) (local.get $document))
              (i32.store offset=4 (local.get $stretch) (local.get $position))
              (i32.store offset=8 (local.get $stretch) (local.get $copied))
              (i32.store offset=12 (local.get $stretch) (local.get $runEnd))
              (i32.store offset=16 (local.get $stretch) (i32.add
                (i32.load (i32.add (local.get $sources) (local.get $run)))
                (i32.sub (local.get $copied) (local.get $start))))
              (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))
              (local.set $position (local.get $runEnd))))
          (local.set $run (i32.add (local.get $run) (i32.const 4)))
          (br $next)))
      (if (i32.lt_s (local.get $position) (local.get $end))
        (then
          (i32.store (local.get $stretch) (local.get $document))
          (i32.store offset=4 (local.get $stretch) (local.get $position))
          (i32.store offset=8 (local.get $stretch) (local.get $end))
          (i32.store offset=12 (local.get $stretch) (local.get $end))
          (i32.store offset=16 (local.get $stretch) (i32.const 0))
          (local.set $stretch (i32.add (local.get $stretch) (i32.const 20)))))
      (local.set $document (i32.add (local.get $document) (i32.const 1)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
      (br $documents)))
  (local.get $stretch))
