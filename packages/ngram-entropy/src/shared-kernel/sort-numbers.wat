;; Deals numbers of 64 bits out by eleven of these, in the order in which they stand. $counts is room for 2,048 numbers.
(func $dealOut (param $from i32) (param $last i32) (param $to i32) (param $counts i32) (param $shift i64)
  (local $number i32) (local $at i32) (local $sum i32) (local $size i32)
  (memory.fill (local.get $counts) (i32.const 0) (i32.const 8192))
  (local.set $number (local.get $from))
  (loop $count
    (local.set $at (i32.add (local.get $counts) (i32.shl
      (i32.and (i32.wrap_i64 (i64.shr_u (i64.load (local.get $number)) (local.get $shift))) (i32.const 2047))
      (i32.const 2))))
    (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 8)))
    (br_if $count (i32.lt_u
      (local.tee $number (i32.add (local.get $number) (i32.const 8)))
      (local.get $last))))
  ;; Where the numbers of each begin.
  (local.set $at (local.get $counts))
  (local.set $sum (local.get $to))
  (loop $begin
    (local.set $size (i32.load (local.get $at)))
    (i32.store (local.get $at) (local.get $sum))
    (local.set $sum (i32.add (local.get $sum) (local.get $size)))
    (br_if $begin (i32.lt_u
      (local.tee $at (i32.add (local.get $at) (i32.const 4)))
      (i32.add (local.get $counts) (i32.const 8192)))))
  (loop $deal
    (local.set $at (i32.add (local.get $counts) (i32.shl
      (i32.and (i32.wrap_i64 (i64.shr_u (i64.load (local.get $from)) (local.get $shift))) (i32.const 2047))
      (i32.const 2))))
    (i64.store (i32.load (local.get $at)) (i64.load (local.get $from)))
    (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 8)))
    (br_if $deal (i32.lt_u
      (local.tee $from (i32.add (local.get $from) (i32.const 8)))
      (local.get $last)))))

;; Sorts numbers that are not negative, one or more, from $numbers to $last, into as much room at $sorted: their bits rise as they do.
(func (export "sortNumbers") (param $numbers i32) (param $last i32) (param $sorted i32) (param $counts i32)
  (local $bytes i32) (local $at i32) (local $place i32) (local $number f64)
  (local.set $bytes (i32.sub (local.get $last) (local.get $numbers)))
  (call $dealOut (local.get $numbers) (local.get $last) (local.get $sorted) (local.get $counts) (i64.const 31))
  (local.set $last (i32.add (local.get $sorted) (local.get $bytes)))
  (call $dealOut (local.get $sorted) (local.get $last) (local.get $numbers) (local.get $counts) (i64.const 42))
  (call $dealOut
    (local.get $numbers) (i32.add (local.get $numbers) (local.get $bytes))
    (local.get $sorted) (local.get $counts) (i64.const 53))
  ;; The few that differ in the last bits alone.
  (local.set $at (local.get $sorted))
  (block $done
    (loop $each
      (br_if $done (i32.ge_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $last)))
      (local.set $number (f64.load (local.get $at)))
      (local.set $place (local.get $at))
      (block $placed
        (loop $above
          (br_if $placed (i32.le_u (local.get $place) (local.get $sorted)))
          (br_if $placed (f64.le (f64.load (i32.sub (local.get $place) (i32.const 8))) (local.get $number)))
          (f64.store (local.get $place) (f64.load (i32.sub (local.get $place) (i32.const 8))))
          (local.set $place (i32.sub (local.get $place) (i32.const 8)))
          (br $above)))
      (f64.store (local.get $place) (local.get $number))
      (br $each))))
