;; Which earlier document has most of the sampled windows of three tokens between $at and $end, by a table of those that had each
;; of them last; -1 for none. A table that forgets, and hashes that are not compared, cost time where they are wrong, and change
;; nothing.
(func $similarDocument
  (param $document i32) (param $at i32) (param $end i32) (param $slots i32) (param $shift i32) (param $room i32) (result i32)
  (local $hashes v128) (local $bits i32) (local $slot i32) (local $met i32) (local $found i32) (local $votes i32)
  (local.set $found (i32.const -1))
  ;; Four windows begin in the first four of six tokens.
  (block $done
    (loop $windows
      (br_if $done (i32.gt_u (i32.add (local.get $at) (i32.const 24)) (local.get $end)))
      (local.set $hashes (i32x4.add
        (i32x4.add
          (i32x4.mul (v128.load (local.get $at)) (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1))
          (i32x4.mul (v128.load offset=4 (local.get $at)) (v128.const i32x4 0x85ebca77 0x85ebca77 0x85ebca77 0x85ebca77)))
        (i32x4.mul (v128.load offset=8 (local.get $at)) (v128.const i32x4 0xc2b2ae3d 0xc2b2ae3d 0xc2b2ae3d 0xc2b2ae3d))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      ;; Those are sampled whose hash has its highest bits 0.
      (local.set $bits (i32x4.bitmask (i32x4.eq
        (i32x4.shr_u (local.get $hashes) (i32.const 28))
        (v128.const i64x2 0 0))))
      (br_if $windows (i32.eqz (local.get $bits)))
      (v128.store (local.get $room) (local.get $hashes))
      (loop $sampled
        (local.set $slot (i32.add (local.get $slots) (i32.shl
          (i32.shr_u
            (i32.shl
              (i32.load (i32.add (local.get $room) (i32.shl (i32.ctz (local.get $bits)) (i32.const 2))))
              (i32.const 4))
            (local.get $shift))
          (i32.const 2))))
        (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
        ;; They begin at 1, because 0 stands for none.
        (local.set $met (i32.sub (i32.load (local.get $slot)) (i32.const 1)))
        (i32.store (local.get $slot) (i32.add (local.get $document) (i32.const 1)))
        (block $counted
          (br_if $counted (i32.lt_s (local.get $met) (i32.const 0)))
          (br_if $counted (i32.eq (local.get $met) (local.get $document)))
          (if (i32.eqz (local.get $votes))
            (then (local.set $found (local.get $met))))
          (local.set $votes (i32.add
            (local.get $votes)
            (select (i32.const 1) (i32.const -1) (i32.eq (local.get $met) (local.get $found))))))
        (br_if $sampled (local.get $bits)))
      (br $windows)))
  (local.get $found))
