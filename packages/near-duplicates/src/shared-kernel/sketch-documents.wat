;; Writes to $target what the words from $at to $end are hashed to: $words says it.
(func $writeWords (param $at i32) (param $end i32) (param $words i32) (param $target i32)
  (loop $word
    (i32.store (local.get $target)
      (i32.load (i32.add (local.get $words) (i32.shl (i32.load (local.get $at)) (i32.const 2)))))
    (local.set $target (i32.add (local.get $target) (i32.const 4)))
    (br_if $word (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end)))))

;; Replaces each of the hashes of words from $at to $end by the number of the shingle that begins there, as shingle-hashes.ts
;; does. Four at a time: the last number stands there up to three times more. Behind $end are the words that the last shingles
;; go on with, and then whatever there is.
(func $joinWords (param $at i32) (param $end i32) (param $size i32)
  (local $v v128) (local $word i32) (local $last i32)
  (loop $four
    (local.set $v (i32x4.splat (i32.const 0)))
    (local.set $word (local.get $at))
    (local.set $last (i32.add (local.get $at) (i32.shl (local.get $size) (i32.const 2))))
    (loop $next
      (local.set $v (i32x4.add
        (i32x4.mul (local.get $v) (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1))
        (v128.load (local.get $word))))
      (br_if $next (i32.lt_u (local.tee $word (i32.add (local.get $word) (i32.const 4))) (local.get $last))))
    (v128.store (local.get $at) (local.get $v))
    (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
  (block $full
    (loop $fill
      (br_if $full (i32.ge_u (local.get $end) (local.get $at)))
      (i32.store (local.get $end) (i32.load (i32.sub (local.get $end) (i32.const 4))))
      (local.set $end (i32.add (local.get $end) (i32.const 4)))
      (br $fill))))

;; Sketches the part of a text from $at to $end, both of them addresses, and writes the keys of its bands to $key.
(func $sketchPart
  (param $at i32) (param $end i32) (param $words i32) (param $size i32) (param $bands i32) (param $rows i32)
  (param $scratch i32) (param $shingles i32) (param $key i32)
  (local $last i32)
  (call $writeWords (local.get $at) (local.get $end) (local.get $words) (local.get $shingles))
  (local.set $last (i32.add
    (local.get $shingles)
    (i32.sub
      (i32.sub (local.get $end) (local.get $at))
      (i32.shl (i32.sub (local.get $size) (i32.const 1)) (i32.const 2)))))
  (call $joinWords (local.get $shingles) (local.get $last) (local.get $size))
  (call $writeKeys
    (local.get $shingles)
    (i32.and (i32.add (local.get $last) (i32.const 15)) (i32.const -16))
    (local.get $bands)
    (local.get $rows)
    (local.get $scratch))
  ;; One by one, for behind them are those of the next document.
  (local.set $last (i32.add (local.get $key) (i32.shl (local.get $bands) (i32.const 2))))
  (loop $copy
    (i32.store (local.get $key) (i32.load offset=512 (local.get $scratch)))
    (local.set $scratch (i32.add (local.get $scratch) (i32.const 4)))
    (br_if $copy (i32.lt_u (local.tee $key (i32.add (local.get $key) (i32.const 4))) (local.get $last)))))

;; Sketches the documents from $document to $to that have a shingle and are no copies. Gives the first one that has more than
;; $room tokens, or $to. Behind the room for shingles, which begins where four of them may, is that for three more.
(func (export "sketchDocuments")
  (param $document i32) (param $to i32) (param $offsets i32) (param $firstCopyOf i32) (param $tokens i32) (param $words i32)
  (param $size i32) (param $bands i32) (param $rows i32) (param $scratch i32) (param $shingles i32) (param $room i32)
  (param $keys i32) (result i32)
  (local $offset i32) (local $start i32) (local $length i32)
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $document) (local.get $to)))
      (local.set $offset (i32.add (local.get $offsets) (i32.shl (local.get $document) (i32.const 2))))
      (local.set $start (i32.load (local.get $offset)))
      (local.set $length (i32.sub (i32.load offset=4 (local.get $offset)) (local.get $start)))
      (if
        (i32.and
          (i32.ge_u (local.get $length) (local.get $size))
          (i32.eq
            (i32.load (i32.add (local.get $firstCopyOf) (i32.shl (local.get $document) (i32.const 2))))
            (local.get $document)))
        (then
          (br_if $done (i32.gt_u (local.get $length) (local.get $room)))
          (local.set $start (i32.add (local.get $tokens) (i32.shl (local.get $start) (i32.const 2))))
          (call $sketchPart
            (local.get $start)
            (i32.add (local.get $start) (i32.shl (local.get $length) (i32.const 2)))
            (local.get $words)
            (local.get $size)
            (local.get $bands)
            (local.get $rows)
            (local.get $scratch)
            (local.get $shingles)
            (i32.add
              (local.get $keys)
              (i32.shl (i32.mul (local.get $document) (local.get $bands)) (i32.const 2))))))
      (local.set $document (i32.add (local.get $document) (i32.const 1)))
      (br $documents)))
  (local.get $document))
