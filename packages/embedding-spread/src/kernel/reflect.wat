;; One of Householder's reflections, of the first $last rows and columns of a symmetric matrix of 64 bits, of which the lower half
;; is read, rows $width bytes apart: makes all but the last of the entries left of the diagonal in row $last zero, and gives that
;; one. A − v qᵀ − q vᵀ, where v is the row with its last entry moved and q = A v / h − (vᵀ A v / 2h²) v; they go to $mirror and
;; $product. Sums run in order.
(func (export "reflect")
  (param $values i32) (param $width i32) (param $last i32) (param $mirror i32) (param $product i32) (result f64)
  (local $row i32) (local $at i32) (local $bytes i32) (local $far i32)
  (local $x f64) (local $squares f64) (local $end f64) (local $length f64) (local $half f64) (local $along f64)
  (local.set $row (i32.add (local.get $values) (i32.mul (local.get $last) (local.get $width))))
  (local.set $bytes (i32.shl (local.get $last) (i32.const 3)))
  (loop $square
    (local.set $x (f64.load (i32.add (local.get $row) (local.get $at))))
    (local.set $squares (f64.add (local.get $squares) (f64.mul (local.get $x) (local.get $x))))
    (f64.store (i32.add (local.get $mirror) (local.get $at)) (local.get $x))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (br_if $square (i32.lt_u (local.get $at) (local.get $bytes))))
  (local.set $end (local.get $x))
  (if (i32.eq (local.get $last) (i32.const 1)) (then (return (local.get $end))))
  (local.set $length (f64.sqrt (local.get $squares)))
  (if (f64.gt (local.get $end) (f64.const 0)) (then (local.set $length (f64.neg (local.get $length)))))
  (local.set $half (f64.sub (local.get $squares) (f64.mul (local.get $end) (local.get $length))))
  (if (f64.eq (local.get $half) (f64.const 0)) (then (return (local.get $length))))
  (f64.store
    (i32.sub (i32.add (local.get $mirror) (local.get $bytes)) (i32.const 8))
    (f64.sub (local.get $end) (local.get $length)))
  (call $multiplySymmetric
    (local.get $values) (local.get $width) (local.get $last) (local.get $mirror) (local.get $product))
  (local.set $at (i32.const 0))
  (loop $divided
    (local.set $far (i32.add (local.get $product) (local.get $at)))
    (local.set $x (f64.div (f64.load (local.get $far)) (local.get $half)))
    (f64.store (local.get $far) (local.get $x))
    (local.set $along
      (f64.add
        (local.get $along)
        (f64.mul (local.get $x) (f64.load (i32.add (local.get $mirror) (local.get $at))))))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (br_if $divided (i32.lt_u (local.get $at) (local.get $bytes))))
  (local.set $along (f64.div (local.get $along) (f64.mul (f64.const 2) (local.get $half))))
  (local.set $at (i32.const 0))
  (loop $moved
    (local.set $far (i32.add (local.get $product) (local.get $at)))
    (f64.store (local.get $far)
      (f64.sub
        (f64.load (local.get $far))
        (f64.mul (local.get $along) (f64.load (i32.add (local.get $mirror) (local.get $at))))))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (br_if $moved (i32.lt_u (local.get $at) (local.get $bytes))))
  (call $subtractProducts
    (local.get $values) (local.get $width) (local.get $last) (local.get $mirror) (local.get $product))
  (local.get $length))
