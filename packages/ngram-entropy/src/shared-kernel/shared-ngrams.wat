;; What read-shared.ts spells out.

;; The first frequency from $frequency on that is $least or more, or $last where there is none.
(func (export "nextAtLeast") (param $frequency i32) (param $last i32) (param $least i32) (result i32)
  (block $done
    (loop $frequencies
      (br_if $done (i32.ge_u (local.get $frequency) (local.get $last)))
      (br_if $done (i32.ge_u (i32.load (local.get $frequency)) (local.get $least)))
      (local.set $frequency (i32.add (local.get $frequency) (i32.const 4)))
      (br $frequencies)))
  (local.get $frequency))

;; Writes in how many further documents n-grams are, a byte each, 255 where they are in more than $most.
(func (export "writeFurther") (param $frequency i32) (param $last i32) (param $further i32) (param $most i32)
  (local $documents i32)
  (block $done
    (loop $frequencies
      (br_if $done (i32.ge_u (local.get $frequency) (local.get $last)))
      (local.set $documents (i32.load (local.get $frequency)))
      (i32.store8 (local.get $further) (select
        (i32.sub (local.get $documents) (i32.const 1))
        (i32.const 255)
        (i32.le_u (local.get $documents) (local.get $most))))
      (local.set $further (i32.add (local.get $further) (i32.const 1)))
      (local.set $frequency (i32.add (local.get $frequency) (i32.const 4)))
      (br $frequencies))))

;; In how many further documents the n-grams are that end at the addresses from $id to $last; lists occurrences.
(func $readShared
  (param $id i32) (param $last i32) (param $ids i32) (param $frequencies i32) (param $further i32)
  (param $places i32) (param $next i32) (param $ends i32) (result i64)
  (local $ngram i32) (local $held i32) (local $place i32) (local $sum i64)
  (block $done
    (loop $positions
      (br_if $done (i32.ge_u (local.get $id) (local.get $last)))
      (local.set $ngram (i32.add (i32.load (local.get $id)) (i32.const 1)))
      ;; The first byte is for those without an id, of whatever number: without a branch.
      (local.set $held (i32.load8_u (i32.add
        (local.get $further)
        (i32.and (local.get $ngram) (i32.xor (i32.shr_s (local.get $ngram) (i32.const 31)) (i32.const -1))))))
      (if (i32.eq (local.get $held) (i32.const 255))
        (then
          (local.set $ngram (i32.load (local.get $id)))
          (local.set $held (i32.sub
            (i32.load (i32.add (local.get $frequencies) (i32.shl (local.get $ngram) (i32.const 2))))
            (i32.const 1)))
          (local.set $place (i32.load16_u (i32.add (local.get $places) (i32.shl (local.get $ngram) (i32.const 1)))))
          (if (local.get $place)
            (then
              ;; Where its list goes on.
              (local.set $place (i32.add
                (local.get $next)
                (i32.shl (i32.sub (local.get $place) (i32.const 1)) (i32.const 2))))
              (i32.store
                (i32.add (local.get $ends) (i32.shl (i32.load (local.get $place)) (i32.const 2)))
                (i32.shr_u (i32.sub (local.get $id) (local.get $ids)) (i32.const 2)))
              (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))))))
      (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (local.get $held))))
      (local.set $id (i32.add (local.get $id) (i32.const 4)))
      (br $positions)))
  (local.get $sum))

;; Writes for each document from $offset to $last in how many others its n-grams are, all occurrences added up.
(func (export "readShared")
  (param $offset i32) (param $last i32) (param $ids i32) (param $order i32) (param $frequencies i32) (param $further i32)
  (param $places i32) (param $next i32) (param $ends i32) (param $elsewhere i32)
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $offset) (local.get $last)))
      (f64.store (local.get $elsewhere) (f64.convert_i64_u (call $readShared
        (i32.add (local.get $ids) (i32.shl
          (i32.sub (i32.add (i32.load (local.get $offset)) (local.get $order)) (i32.const 1))
          (i32.const 2)))
        (i32.add (local.get $ids) (i32.shl (i32.load offset=4 (local.get $offset)) (i32.const 2)))
        (local.get $ids) (local.get $frequencies) (local.get $further)
        (local.get $places) (local.get $next) (local.get $ends))))
      (local.set $elsewhere (i32.add (local.get $elsewhere) (i32.const 8)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
      (br $documents))))

;; Takes off again what documents repeat.
(func (export "withoutRepeats")
  (param $repeat i32) (param $last i32) (param $offset i32) (param $ids i32) (param $frequencies i32) (param $elsewhere i32)
  (local $position i32)
  (block $done
    (loop $repeats
      (br_if $done (i32.ge_u (local.get $repeat) (local.get $last)))
      (local.set $position (i32.load (local.get $repeat)))
      (block $inside
        (loop $documents
          (br_if $inside (i32.lt_u (local.get $position) (i32.load offset=4 (local.get $offset))))
          (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
          (local.set $elsewhere (i32.add (local.get $elsewhere) (i32.const 8)))
          (br $documents)))
      (f64.store (local.get $elsewhere) (f64.sub
        (f64.load (local.get $elsewhere))
        (f64.convert_i32_u (i32.sub
          (call $numberAt (local.get $frequencies) (call $numberAt (local.get $ids) (local.get $position)))
          (i32.const 1)))))
      (local.set $repeat (i32.add (local.get $repeat) (i32.const 4)))
      (br $repeats))))
