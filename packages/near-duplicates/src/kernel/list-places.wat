;; The steps of postings.ts in the memory that join-memory.ts lays out: lists are counted two entries on.

;; Counts the features from $at to $end.
(func (export "countFeatures") (param $at i32) (param $end i32)
  (local $heads i32) (local $head i32)
  (local.set $heads (i32.load (i32.const 8220)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $head (i32.add (local.get $heads) (i32.shl (i32.load (local.get $at)) (i32.const 2))))
      (i32.store offset=8 (local.get $head) (i32.add (i32.load offset=8 (local.get $head)) (i32.const 1)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next))))

;; Adds what stands before $at to what stands from there to $end, one number to the next.
(func (export "sumHeads") (param $at i32) (param $end i32)
  (local $sum i32)
  (local.set $sum (i32.load (i32.sub (local.get $at) (i32.const 4))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
      (i32.store (local.get $at) (local.get $sum))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next))))

;; Lists the places from $at to $end with each of their features.
(func (export "listPlaces") (param $at i32) (param $end i32)
  (local $starts i32) (local $features i32) (local $heads i32) (local $postings i32)
  (local $place i32) (local $feature i32) (local $last i32) (local $head i32)
  (local.set $starts (i32.load (i32.const 8212)))
  (local.set $features (i32.load (i32.const 8216)))
  (local.set $heads (i32.load (i32.const 8220)))
  (local.set $postings (i32.load (i32.const 8224)))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $place (i32.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $head (i32.add (local.get $starts) (i32.shl (local.get $place) (i32.const 2))))
      (local.set $feature (i32.add (local.get $features) (i32.shl (i32.load (local.get $head)) (i32.const 2))))
      (local.set $last (i32.add (local.get $features) (i32.shl (i32.load offset=4 (local.get $head)) (i32.const 2))))
      (loop $feature
        (br_if $next (i32.ge_u (local.get $feature) (local.get $last)))
        (local.set $head (i32.add (local.get $heads) (i32.shl (i32.load (local.get $feature)) (i32.const 2))))
        (i32.store
          (i32.add (local.get $postings) (i32.shl (i32.load offset=4 (local.get $head)) (i32.const 2)))
          (local.get $place))
        (i32.store offset=4 (local.get $head) (i32.add (i32.load offset=4 (local.get $head)) (i32.const 1)))
        (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
        (br $feature)))))
