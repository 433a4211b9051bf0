;; The steps of family-loops.ts in the memory that join-memory.ts lays out: a byte and a number for each shingle. An id below 0
;; is passed over.

;; Counts the holders of the shingles from $ids to $end.
(func (export "countHolders") (param $ids i32) (param $end i32)
  (local $holders i32) (local $id i32)
  (local.set $holders (i32.load (i32.const 8200)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
      (local.set $id (i32.load (local.get $ids)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $id) (i32.const 0)))
      (local.set $id (i32.add (local.get $holders) (local.get $id)))
      (i32.store8 (local.get $id) (i32.add (i32.load8_u (local.get $id)) (i32.const 1)))
      (br $next))))

;; Writes those shingles from $ids to $end to $target that more than half of $sets hold, and counts none of them any more;
;; gives how many there are.
(func (export "takeCommon")
  (param $ids i32) (param $end i32) (param $sets i32) (param $target i32) (result i32)
  (local $holders i32) (local $id i32) (local $held i32) (local $begin i32)
  (local.set $begin (local.get $target))
  (local.set $holders (i32.load (i32.const 8200)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
      (local.set $id (i32.load (local.get $ids)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $id) (i32.const 0)))
      (local.set $held (i32.load8_u (i32.add (local.get $holders) (local.get $id))))
      (i32.store8 (i32.add (local.get $holders) (local.get $id)) (i32.const 0))
      (br_if $next (i32.le_u (i32.shl (local.get $held) (i32.const 1)) (local.get $sets)))
      (i32.store (local.get $target) (local.get $id))
      (local.set $target (i32.add (local.get $target) (i32.const 4)))
      (br $next)))
  (i32.shr_u (i32.sub (local.get $target) (local.get $begin)) (i32.const 2)))

;; Numbers the shingles from $ids to $end: the first gets $number, and each one $step more than the one before.
(func (export "numberShingles") (param $ids i32) (param $end i32) (param $number i32) (param $step i32)
  (local $numbers i32)
  (local.set $numbers (i32.load (i32.const 8220)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
      (i32.store
        (i32.add (local.get $numbers) (i32.shl (i32.load (local.get $ids)) (i32.const 2)))
        (local.get $number))
      (local.set $number (i32.add (local.get $number) (local.get $step)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br $next))))

;; How many of the shingles from $ids to $end have a number.
(func (export "countNumbered") (param $ids i32) (param $end i32) (param $number i32) (result i32)
  (local $numbers i32) (local $id i32) (local $count i32)
  (local.set $numbers (i32.load (i32.const 8220)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
      (local.set $id (i32.load (local.get $ids)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $id) (i32.const 0)))
      (local.set $count (i32.add (local.get $count) (i32.eq
        (i32.load (i32.add (local.get $numbers) (i32.shl (local.get $id) (i32.const 2))))
        (local.get $number))))
      (br $next)))
  (local.get $count))

;; Writes the features of the shingles from $ids to $end to $target, but those of the core, and then those of the core that
;; are not among them; gives how many there are. The core has $length features from $before on. A shingle whose number is at most
;; $before is new, and gets the next number, which is kept at 8192. At $seen stands for each of the core whether it has been
;; seen in the set: it is 0 before and after.
(func (export "writeDifferences")
  (param $ids i32) (param $end i32) (param $before i32) (param $length i32) (param $seen i32) (param $target i32)
  (result i32)
  (local $numbers i32) (local $id i32) (local $number i32) (local $count i32) (local $at i32) (local $begin i32)
  (local.set $begin (local.get $target))
  (local.set $numbers (i32.load (i32.const 8220)))
  (local.set $count (i32.load (i32.const 8192)))
  (block $read
    (loop $next
      (br_if $read (i32.ge_u (local.get $ids) (local.get $end)))
      (local.set $id (i32.load (local.get $ids)))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $id) (i32.const 0)))
      (local.set $id (i32.add (local.get $numbers) (i32.shl (local.get $id) (i32.const 2))))
      (local.set $number (i32.load (local.get $id)))
      (if (i32.le_u (local.get $number) (local.get $before))
        (then
          (local.set $count (i32.add (local.get $count) (i32.const 1)))
          (local.set $number (local.get $count))
          (i32.store (local.get $id) (local.get $number))))
      (local.set $at (i32.sub (local.get $number) (i32.add (local.get $before) (i32.const 1))))
      (if (i32.lt_u (local.get $at) (local.get $length))
        (then (i32.store8 (i32.add (local.get $seen) (local.get $at)) (i32.const 1)))
        (else
          (i32.store (local.get $target) (i32.sub (local.get $number) (i32.const 1)))
          (local.set $target (i32.add (local.get $target) (i32.const 4)))))
      (br $next)))
  (i32.store (i32.const 8192) (local.get $count))
  (local.set $at (i32.const 0))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $length)))
      (local.set $id (i32.add (local.get $seen) (local.get $at)))
      (if (i32.eqz (i32.load8_u (local.get $id)))
        (then
          (i32.store (local.get $target) (i32.add (local.get $before) (local.get $at)))
          (local.set $target (i32.add (local.get $target) (i32.const 4)))))
      (i32.store8 (local.get $id) (i32.const 0))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (i32.shr_u (i32.sub (local.get $target) (local.get $begin)) (i32.const 2)))
