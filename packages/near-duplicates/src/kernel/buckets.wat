;; The steps of bucket-loops.ts.

;; Replaces the keys of one band, from $keys to $end and $stride bytes apart, by the numbers of their buckets from $bucket on, or
;; by -1 where no other place has the key. Buckets get their sizes at $sizes, and every place of one a 1 at $sharing. Between
;; $slots and $slotsEnd, a power of two of bytes, lie slots of eight bytes. Gives the number of the next bucket.
(func (export "numberBand")
  (param $keys i32) (param $end i32) (param $stride i32) (param $slots i32) (param $slotsEnd i32)
  (param $sizes i32) (param $sharing i32) (param $bucket i32)
  (result i32)
  (local $at i32) (local $mask i32) (local $key i32) (local $place i32) (local $slot i32) (local $count i32)
  (local.set $at (local.get $slots))
  (loop $clear
    (v128.store (local.get $at) (v128.const i64x2 0 0))
    (br_if $clear (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $slotsEnd))))
  (local.set $mask (i32.sub (i32.sub (local.get $slotsEnd) (local.get $slots)) (i32.const 8)))
  ;; How many places have each key, which then stands for its slot.
  (local.set $at (local.get $keys))
  (loop $next
    (local.set $key (i32.load (local.get $at)))
    (local.set $place (i32.shl
      (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 16)))
      (i32.const 3)))
    (loop $probe
      (local.set $place (i32.and (local.get $place) (local.get $mask)))
      (local.set $slot (i32.add (local.get $slots) (local.get $place)))
      (local.set $count (i32.load (local.get $slot)))
      (local.set $place (i32.add (local.get $place) (i32.const 8)))
      (br_if $probe (i32.and
        (i32.ne (local.get $count) (i32.const 0))
        (i32.ne (i32.load offset=4 (local.get $slot)) (local.get $key)))))
    (i32.store (local.get $slot) (i32.add (local.get $count) (i32.const 1)))
    (i32.store offset=4 (local.get $slot) (local.get $key))
    (i32.store (local.get $at) (local.get $slot))
    (br_if $next
      (i32.lt_u (local.tee $at (i32.add (local.get $at) (local.get $stride))) (local.get $end))))
  (local.set $at (local.get $keys))
  (loop $next
    (local.set $slot (i32.load (local.get $at)))
    (local.set $count (i32.load (local.get $slot)))
    (local.set $key (i32.const -1))
    (if (i32.ne (local.get $count) (i32.const 1))
      (then
        ;; A slot that has its number has -1 less it instead of a count.
        (if (i32.gt_s (local.get $count) (i32.const 1))
          (then
            (i32.store
              (i32.add (local.get $sizes) (i32.shl (local.get $bucket) (i32.const 2)))
              (local.get $count))
            (local.set $count (i32.sub (i32.const -1) (local.get $bucket)))
            (i32.store (local.get $slot) (local.get $count))
            (local.set $bucket (i32.add (local.get $bucket) (i32.const 1)))))
        (local.set $key (i32.sub (i32.const -1) (local.get $count)))
        (i32.store8 (local.get $sharing) (i32.const 1))))
    (i32.store (local.get $at) (local.get $key))
    (local.set $sharing (i32.add (local.get $sharing) (i32.const 1)))
    (br_if $next
      (i32.lt_u (local.tee $at (i32.add (local.get $at) (local.get $stride))) (local.get $end))))
  (local.get $bucket))

;; Writes where between $at and $end buckets stand that have $least places or more, in bytes from $at on; gives how many do.
(func (export "findLarge")
  (param $at i32) (param $end i32) (param $sizes i32) (param $least i32) (param $target i32) (result i32)
  (local $from i32) (local $bucket i32) (local $begin i32)
  (local.set $from (local.get $at))
  (local.set $begin (local.get $target))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $bucket (i32.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $next (i32.lt_s (local.get $bucket) (i32.const 0)))
      (br_if $next (i32.lt_u
        (i32.load (i32.add (local.get $sizes) (i32.shl (local.get $bucket) (i32.const 2))))
        (local.get $least)))
      (i32.store (local.get $target) (i32.sub (i32.sub (local.get $at) (i32.const 4)) (local.get $from)))
      (local.set $target (i32.add (local.get $target) (i32.const 4)))
      (br $next)))
  (i32.shr_u (i32.sub (local.get $target) (local.get $begin)) (i32.const 2)))
