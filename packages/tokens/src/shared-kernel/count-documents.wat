;; Takes the repeats from $repeat to $last off the document frequencies: what count-documents.ts spells out.
(func (export "countDocuments")
  (param $repeat i32) (param $last i32) (param $ids i32) (param $offsets i32) (param $documents i32) (param $frequencies i32)
  (param $exclusive i32)
  (local $position i32) (local $end i32) (local $frequency i32) (local $holders i32)
  (if (i32.ge_u (local.get $repeat) (local.get $last)) (then (return)))
  ;; The document before that of the first repeat ends where that begins.
  (local.set $end (i32.shl
    (i32.sub
      (call $documentAt (local.get $offsets) (local.get $documents) (i32.load (local.get $repeat)))
      (i32.const 1))
    (i32.const 2)))
  (local.set $exclusive (i32.add (local.get $exclusive) (local.get $end)))
  (local.set $offsets (i32.add (i32.add (local.get $offsets) (local.get $end)) (i32.const 4)))
  (local.set $end (i32.load (local.get $offsets)))
  (block $done
    (loop $repeats
      (br_if $done (i32.ge_u (local.get $repeat) (local.get $last)))
      (local.set $position (i32.load (local.get $repeat)))
      (block $inside
        (loop $documents
          (br_if $inside (i32.lt_u (local.get $position) (local.get $end)))
          (local.set $offsets (i32.add (local.get $offsets) (i32.const 4)))
          (local.set $exclusive (i32.add (local.get $exclusive) (i32.const 4)))
          (local.set $end (i32.load (local.get $offsets)))
          (br $documents)))
      (local.set $frequency (i32.add
        (local.get $frequencies)
        (i32.shl
          (i32.load (i32.add (local.get $ids) (i32.shl (local.get $position) (i32.const 2))))
          (i32.const 2))))
      (local.set $holders (i32.sub (i32.load (local.get $frequency)) (i32.const 1)))
      (i32.store (local.get $frequency) (local.get $holders))
      (if (i32.eq (local.get $holders) (i32.const 1))
        (then (i32.store
          (local.get $exclusive)
          (i32.add (i32.load (local.get $exclusive)) (i32.const 1)))))
      (local.set $repeat (i32.add (local.get $repeat) (i32.const 4)))
      (br $repeats))))
