;; Lists the words before the place $limit, and gives the end of the list.
(func $listWords (param $limit i32) (result i32)
  (local $block i32) (local $to i32) (local $marks i64) (local $edges i64) (local $inside i64)
  (local.set $to (global.get $words))
  (loop $blocks
    (local.set $marks (i64.load (i32.add (global.get $bits) (i32.shr_u (local.get $block) (i32.const 3)))))
    ;; A bit where a word begins, and one where it has ended.
    (local.set $edges
      (i64.xor (local.get $marks) (i64.or (i64.shl (local.get $marks) (i64.const 1)) (local.get $inside))))
    (local.set $inside (i64.shr_u (local.get $marks) (i64.const 63)))
    (block $none
      (loop $edge
        (br_if $none (i64.eqz (local.get $edges)))
        (i32.store (local.get $to) (i32.add (local.get $block) (i32.wrap_i64 (i64.ctz (local.get $edges)))))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))
        (local.set $edges (i64.and (local.get $edges) (i64.sub (local.get $edges) (i64.const 1))))
        (br $edge)))
    (br_if $blocks (i32.le_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $limit))))
  (local.get $to))

;; Lists the words of the next piece of a text, as far as it is known where they end.
(func $findWords (param $units i32) (param $length i32) (param $fold i32)
  (local $at i32) (local $piece i32) (local $limit i32) (local $read i32) (local $end i32)
  (local.set $at (i32.load (global.get $numbers)))
  (local.set $piece (i32.sub (local.get $length) (local.get $at)))
  (if (i32.gt_u (local.get $piece) (i32.const 4096)) (then (local.set $piece (i32.const 4096))))
  (local.set $limit (call $markWords
    (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1))) (local.get $piece) (local.get $fold)))
  (local.set $end (call $listWords (local.get $limit)))
  (local.set $read
    (select (local.get $limit) (local.get $piece) (i32.lt_u (local.get $limit) (local.get $piece))))
  ;; Of the last word before something else it is not known where it ends.
  (if (i32.and
      (i32.lt_u (i32.add (local.get $at) (local.get $read)) (local.get $length))
      (i32.ne (local.get $end) (global.get $words)))
    (then
      (if (i32.ge_s
          (i32.load (i32.sub (local.get $end) (i32.const 4)))
          (i32.sub (local.get $read) (i32.const 1)))
        (then
          (local.set $end (i32.sub (local.get $end) (i32.const 8)))
          (local.set $read (i32.load (local.get $end)))))))
  (i32.store (global.get $numbers) (i32.add (local.get $at) (local.get $read)))
  (i32.store offset=8 (global.get $numbers) (global.get $words))
  (i32.store offset=12 (global.get $numbers) (local.get $end))
  (i32.store offset=16 (global.get $numbers) (local.get $at))
  (i32.store offset=20 (global.get $numbers) (local.get $limit))
  (i32.store offset=24 (global.get $numbers)
    (select
      (i32.const 2)
      (select (i32.const 0) (i32.const 3) (local.get $read))
      (i32.lt_u (local.get $limit) (local.get $piece)))))
