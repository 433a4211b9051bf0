;; Groups the items from $item to $to by their pair, by a table of addresses.
(func $groupPart (param $item i32) (param $to i32) (param $items i32) (param $slots i32) (param $mask i32)
  (local $prefix i32) (local $token i32) (local $slot i32) (local $met i32) (local $at i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $item) (local.get $to)))
      (local.set $prefix (i32.load (local.get $item)))
      (local.set $token (i32.load offset=4 (local.get $item)))
      (local.set $slot (call $hashPair (local.get $prefix) (local.get $token)))
      (block $placed
        (loop $probe
          (local.set $slot (i32.and (local.get $slot) (local.get $mask)))
          (local.set $at (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 2))))
          (local.set $met (i32.load (local.get $at)))
          (if (i32.eqz (local.get $met))
            (then
              (i32.store (local.get $at) (local.get $item))
              (br $placed)))
          (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
          (br_if $probe (i32.ne
            (i32.and (i32.load (local.get $met)) (i32.const 0x7fffffff))
            (local.get $prefix)))
          (br_if $probe (i32.ne (i32.load offset=4 (local.get $met)) (local.get $token))))
        ;; The first one is followed; this one follows it.
        (i32.store (local.get $met) (i32.or (i32.load (local.get $met)) (i32.const 0x80000000)))
        (i32.store offset=4 (local.get $item) (i32.xor
          (i32.const -1)
          (i32.shr_u (i32.sub (local.get $met) (local.get $items)) (i32.const 2)))))
      (local.set $item (i32.add (local.get $item) (i32.const 8)))
      (br $next))))

;; Groups the items of each part, whose ends stand from $end to $last, and the first of which begins at $from: what groupPairs() in
;; group-pairs.ts spells out.
(func (export "groupPairs") (param $end i32) (param $last i32) (param $from i32) (param $items i32) (param $slots i32)
  (local $to i32) (local $count i32) (local $size i32)
  (block $done
    (loop $parts
      (br_if $done (i32.ge_u (local.get $end) (local.get $last)))
      (local.set $to (i32.add (local.get $items) (i32.shl (i32.load (local.get $end)) (i32.const 2))))
      (local.set $count (i32.shr_u (i32.sub (local.get $to) (local.get $from)) (i32.const 3)))
      (local.set $size (select
        (i32.const 2)
        (i32.shl
          (i32.const 1)
          (i32.sub (i32.const 33) (i32.clz (i32.sub (local.get $count) (i32.const 1)))))
        (i32.lt_u (local.get $count) (i32.const 2))))
      (memory.fill (local.get $slots) (i32.const 0) (i32.shl (local.get $size) (i32.const 2)))
      (call $groupPart
        (local.get $from)
        (local.get $to)
        (local.get $items)
        (local.get $slots)
        (i32.sub (local.get $size) (i32.const 1)))
      (local.set $from (local.get $to))
      (local.set $end (i32.add (local.get $end) (i32.const 4)))
      (br $parts))))

;; Gives the items from $item to $last that follow a first one its id, and counts them: joinGroups() in group-pairs.ts spells it
;; out.
(func (export "joinGroups") (param $item i32) (param $last i32) (param $items i32)
  (local $first i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $item) (local.get $last)))
      (local.set $first (i32.xor (i32.load offset=4 (local.get $item)) (i32.const -1)))
      (if (i32.ge_s (local.get $first) (i32.const 0))
        (then
          (local.set $first (i32.add (local.get $items) (i32.shl (local.get $first) (i32.const 2))))
          (i32.store (local.get $item) (i32.load (local.get $first)))
          (i32.store offset=4
            (local.get $first)
            (i32.add (i32.load offset=4 (local.get $first)) (i32.const 1)))))
      (local.set $item (i32.add (local.get $item) (i32.const 8)))
      (br $next))))
