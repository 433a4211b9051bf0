;; Subtracts a bᵀ + b aᵀ from the lower half of a symmetric matrix of 64 bits: the first $length rows and columns, rows $width
;; bytes apart. Two columns at a time: the one right of the diagonal may change too, and there is to be room for it.
(func $subtractProducts (export "subtractProducts")
  (param $values i32) (param $width i32) (param $length i32) (param $a i32) (param $b i32)
  (local $i i32) (local $end i32) (local $offset i32) (local $at i32) (local $ofA v128) (local $ofB v128)
  (local.set $end (i32.shl (local.get $length) (i32.const 3)))
  (block $done
    (loop $row
      (br_if $done (i32.ge_u (local.get $i) (local.get $end)))
      (local.set $ofA (v128.load64_splat (i32.add (local.get $a) (local.get $i))))
      (local.set $ofB (v128.load64_splat (i32.add (local.get $b) (local.get $i))))
      (local.set $offset (i32.const 0))
      (loop $next
        (local.set $at (i32.add (local.get $values) (local.get $offset)))
        (v128.store (local.get $at)
          (f64x2.sub
            (v128.load (local.get $at))
            (f64x2.add
              (f64x2.mul (local.get $ofA) (v128.load (i32.add (local.get $b) (local.get $offset))))
              (f64x2.mul (local.get $ofB) (v128.load (i32.add (local.get $a) (local.get $offset)))))))
        (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
        (br_if $next (i32.le_u (local.get $offset) (local.get $i))))
      (local.set $values (i32.add (local.get $values) (local.get $width)))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br $row))))
