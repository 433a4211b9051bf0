;; Counts the matches of the documents whose offsets stand from $document to $last: what own-matches.ts spells out. A record is named
;; by its address here, and a document by that of its matches.
(func (export "ownMatches")
  (param $document i32) (param $last i32) (param $order i32) (param $exclusive i32) (param $ids i32) (param $repeat i32)
  (param $lastRepeat i32) (param $places i32) (param $lastPlace i32) (param $records i32) (param $matches i32)
  (local $end i32) (local $ngrams i32) (local $position i32) (local $place i32) (local $record i32) (local $used i32)
  (local $count i32) (local $largest i32)
  (local.set $used (local.get $records))
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $document) (local.get $last)))
      (local.set $end (i32.load offset=4 (local.get $document)))
      (local.set $ngrams (i32.sub
        (i32.sub (local.get $end) (i32.load (local.get $document)))
        (i32.sub (local.get $order) (i32.const 1))))
      (i32.store
        (local.get $matches)
        (i32.sub
          (select (local.get $ngrams) (i32.const 0) (i32.gt_s (local.get $ngrams) (i32.const 0)))
          (i32.load (local.get $exclusive))))
      (block $read
        (loop $repeats
          (br_if $read (i32.ge_u (local.get $repeat) (local.get $lastRepeat)))
          (br_if $read (i32.ge_u (local.tee $position (i32.load (local.get $repeat))) (local.get $end)))
          (local.set $repeat (i32.add (local.get $repeat) (i32.const 4)))
          (local.set $place (i32.add
            (local.get $places)
            (i32.shl
              (i32.load (i32.add (local.get $ids) (i32.shl (local.get $position) (i32.const 2))))
              (i32.const 2))))
          (if (i32.eqz (local.tee $record (i32.load (local.get $place))))
            (then
              (local.set $used (i32.add (local.get $used) (i32.const 20)))
              (i32.store (local.get $place) (local.tee $record (local.get $used)))))
          (local.set $count (i32.add
            (select
              (i32.load offset=4 (local.get $record))
              (i32.const 0)
              (i32.eq (i32.load (local.get $record)) (local.get $matches)))
            (i32.const 1)))
          (i32.store (local.get $record) (local.get $matches))
          (i32.store offset=4 (local.get $record) (local.get $count))
          (br_if $repeats (i32.le_u (local.get $count) (i32.load offset=8 (local.get $record))))
          (if (i32.eq (i32.load offset=16 (local.get $record)) (local.get $matches))
            (then (i32.store offset=12 (local.get $record) (local.get $count)))
            (else
              (if (i32.gt_u (local.get $count) (local.tee $largest (i32.load offset=12 (local.get $record))))
                (then
                  (i32.store offset=8 (local.get $record) (local.get $largest))
                  (i32.store offset=12 (local.get $record) (local.get $count))
                  (i32.store offset=16 (local.get $record) (local.get $matches)))
                (else (i32.store offset=8 (local.get $record) (local.get $count))))))
          (br $repeats)))
      (local.set $document (i32.add (local.get $document) (i32.const 4)))
      (local.set $exclusive (i32.add (local.get $exclusive) (i32.const 4)))
      (local.set $matches (i32.add (local.get $matches) (i32.const 4)))
      (br $documents)))
  (local.set $record (local.get $records))
  (block $taken
    (loop $owned
      (br_if $taken (i32.ge_u (local.get $record) (local.get $used)))
      (local.set $record (i32.add (local.get $record) (i32.const 20)))
      (local.set $matches (i32.load offset=16 (local.get $record)))
      (i32.store
        (local.get $matches)
        (i32.sub
          (i32.load (local.get $matches))
          (i32.sub (i32.load offset=12 (local.get $record)) (i32.load offset=8 (local.get $record)))))
      (br $owned)))
  (memory.fill (local.get $places) (i32.const 0) (i32.sub (local.get $lastPlace) (local.get $places)))
  (memory.fill
    (local.get $records)
    (i32.const 0)
    (i32.sub (i32.add (local.get $used) (i32.const 20)) (local.get $records))))
