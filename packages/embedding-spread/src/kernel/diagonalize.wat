;; One implicit QL step on the rows of a symmetric tridiagonal matrix from $first to $last, shifted towards the eigenvalue that is
;; nearest to the first entry. The rotations run upwards; each pushes the entry beside the diagonal that the one before has made
;; out by a row. Diagonal and what is beside it, addresses of rows: $first and $last count bytes of both.
(func $step (param $diagonal i32) (param $beside i32) (param $first i32) (param $last i32)
  (local $i i32) (local $d i32) (local $e i32)
  (local $half f64) (local $root f64) (local $g f64) (local $sine f64) (local $cosine f64) (local $moved f64)
  (local $f f64) (local $b f64) (local $length f64) (local $turned f64)
  (local.set $d (i32.add (local.get $diagonal) (local.get $first)))
  (local.set $e (i32.add (local.get $beside) (local.get $first)))
  (local.set $half
    (f64.div
      (f64.sub (f64.load offset=8 (local.get $d)) (f64.load (local.get $d)))
      (f64.mul (f64.const 2) (f64.load (local.get $e)))))
  (local.set $root (f64.sqrt (f64.add (f64.mul (local.get $half) (local.get $half)) (f64.const 1))))
  (local.set $g
    (f64.add
      (f64.sub (f64.load (i32.add (local.get $diagonal) (local.get $last))) (f64.load (local.get $d)))
      (f64.div
        (f64.load (local.get $e))
        (f64.add
          (local.get $half)
          (select (f64.neg (local.get $root)) (local.get $root) (f64.lt (local.get $half) (f64.const 0)))))))
  (local.set $sine (f64.const 1))
  (local.set $cosine (f64.const 1))
  (local.set $i (local.get $last))
  (loop $rotation
    (local.set $i (i32.sub (local.get $i) (i32.const 8)))
    (local.set $d (i32.add (local.get $diagonal) (local.get $i)))
    (local.set $e (i32.add (local.get $beside) (local.get $i)))
    (local.set $f (f64.mul (local.get $sine) (f64.load (local.get $e))))
    (local.set $b (f64.mul (local.get $cosine) (f64.load (local.get $e))))
    (local.set $length
      (f64.sqrt
        (f64.add (f64.mul (local.get $f) (local.get $f)) (f64.mul (local.get $g) (local.get $g)))))
    (f64.store offset=8 (local.get $e) (local.get $length))
    ;; The matrix has come apart here: the rest is for the next step.
    (if (f64.eq (local.get $length) (f64.const 0))
      (then
        (f64.store offset=8 (local.get $d) (f64.sub (f64.load offset=8 (local.get $d)) (local.get $moved)))
        (f64.store (i32.add (local.get $beside) (local.get $last)) (f64.const 0))
        (return)))
    (local.set $sine (f64.div (local.get $f) (local.get $length)))
    (local.set $cosine (f64.div (local.get $g) (local.get $length)))
    (local.set $g (f64.sub (f64.load offset=8 (local.get $d)) (local.get $moved)))
    (local.set $turned
      (f64.add
        (f64.mul (f64.sub (f64.load (local.get $d)) (local.get $g)) (local.get $sine))
        (f64.mul (f64.mul (f64.const 2) (local.get $cosine)) (local.get $b))))
    (local.set $moved (f64.mul (local.get $sine) (local.get $turned)))
    (f64.store offset=8 (local.get $d) (f64.add (local.get $g) (local.get $moved)))
    (local.set $g (f64.sub (f64.mul (local.get $cosine) (local.get $turned)) (local.get $b)))
    (br_if $rotation (i32.gt_u (local.get $i) (local.get $first))))
  (f64.store (local.get $d) (f64.sub (f64.load (local.get $d)) (local.get $moved)))
  (f64.store (local.get $e) (local.get $g))
  (f64.store (i32.add (local.get $beside) (local.get $last)) (f64.const 0)))

;; Makes the diagonal of a symmetric tridiagonal matrix of $length rows its eigenvalues. Entry i beside it joins rows i and
;; i + 1; the last one is zero. What is smaller beside its neighbours on the diagonal than 2^-52 of them is rounding.
(func (export "diagonalize") (param $diagonal i32) (param $beside i32) (param $length i32)
  (local $first i32) (local $last i32) (local $final i32) (local $steps i32) (local $at i32)
  (local.set $final (i32.shl (i32.sub (local.get $length) (i32.const 1)) (i32.const 3)))
  (block $done
    (loop $row
      (br_if $done (i32.ge_s (local.get $first) (local.get $final)))
      ;; Two or three for an eigenvalue are usual; a matrix that is not finite would never end.
      (local.set $steps (i32.const 64))
      (block $found
        (loop $again
          (local.set $last (local.get $first))
          (block $split
            (loop $joined
              (local.set $at (i32.add (local.get $diagonal) (local.get $last)))
              (br_if $split
                (f64.le
                  (f64.abs (f64.load (i32.add (local.get $beside) (local.get $last))))
                  (f64.mul
                    (f64.const 0x1p-52)
                    (f64.add (f64.abs (f64.load (local.get $at))) (f64.abs (f64.load offset=8 (local.get $at)))))))
              (local.set $last (i32.add (local.get $last) (i32.const 8)))
              (br_if $joined (i32.lt_u (local.get $last) (local.get $final)))))
          (br_if $found (i32.eq (local.get $last) (local.get $first)))
          (call $step (local.get $diagonal) (local.get $beside) (local.get $first) (local.get $last))
          (local.set $steps (i32.sub (local.get $steps) (i32.const 1)))
          (br_if $again (local.get $steps))))
      (local.set $first (i32.add (local.get $first) (i32.const 8)))
      (br $row))))
