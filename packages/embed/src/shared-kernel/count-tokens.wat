;; Adds $step to the count of each token from $at to $end, and lists those from $used on whose count was 0, by four times their id.
;; Gives where the list ends.
(func $countTokens
  (param $at i32) (param $end i32) (param $step i32) (param $counts i32) (param $used i32) (result i32)
  (local $word i32) (local $count i32) (local $before i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $word (i32.shl (i32.load (local.get $at)) (i32.const 2)))
      (local.set $count (i32.add (local.get $counts) (local.get $word)))
      (local.set $before (i32.load (local.get $count)))
      (i32.store (local.get $count) (i32.add (local.get $before) (local.get $step)))
      ;; Whether a word is new cannot be predicted.
      (i32.store (local.get $used) (local.get $word))
      (local.set $used (i32.add (local.get $used) (i32.shl (i32.eqz (local.get $before)) (i32.const 2))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next)))
  (local.get $used))
