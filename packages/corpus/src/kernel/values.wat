;; Steps over values, exactly as strict as JSON.parse: the steps of json-scanner.ts.

;; Gives where the digits from $at on end.
(func $digitsEnd (param $at i32) (result i32)
  (loop $digit
    (if (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 0x30)) (i32.const 10))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $digit))))
  (local.get $at))

(func $skipNumber (result i32)
  (local $at i32) (local $end i32) (local $byte i32)
  (local.set $at (i32.add (global.get $at)
    (i32.eq (i32.load8_u (global.get $at)) (i32.const 0x2d))))
  ;; Behind a leading zero stand no more digits.
  (local.set $end
    (if (result i32) (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x30))
      (then (i32.add (local.get $at) (i32.const 1)))
      (else (call $digitsEnd (local.get $at)))))
  (if (i32.eq (local.get $end) (local.get $at)) (then (return (i32.const 0))))
  (if (i32.eq (i32.load8_u (local.get $end)) (i32.const 0x2e))
    (then
      (local.set $at (i32.add (local.get $end) (i32.const 1)))
      (local.set $end (call $digitsEnd (local.get $at)))
      (if (i32.eq (local.get $end) (local.get $at)) (then (return (i32.const 0))))))
  (if (i32.eq (i32.or (i32.load8_u (local.get $end)) (i32.const 0x20)) (i32.const 0x65))
    (then
      (local.set $byte (i32.load8_u offset=1 (local.get $end)))
      (local.set $at (i32.add (local.get $end)
        (select (i32.const 2) (i32.const 1) (i32.or
          (i32.eq (local.get $byte) (i32.const 0x2b))
          (i32.eq (local.get $byte) (i32.const 0x2d))))))
      (local.set $end (call $digitsEnd (local.get $at)))
      (if (i32.eq (local.get $end) (local.get $at)) (then (return (i32.const 0))))))
  (global.set $at (local.get $end))
  (i32.const 1))

;; Steps over the four letters of a word, the first one lowest.
(func $skipFour (param $letters i32) (result i32)
  (if (i32.ne (i32.load (global.get $at)) (local.get $letters)) (then (return (i32.const 0))))
  (global.set $at (i32.add (global.get $at) (i32.const 4)))
  (i32.const 1))

(func $skipNull (result i32) (call $skipFour (i32.const 0x6c6c756e)))

(func $skipWord (param $first i32) (result i32)
  (if (i32.eq (local.get $first) (i32.const 0x74)) (then (return (call $skipFour (i32.const 0x65757274)))))
  (if (i32.ne (local.get $first) (i32.const 0x66)) (then (return (call $skipNull))))
  (if (i32.eqz (call $skipFour (i32.const 0x736c6166))) (then (return (i32.const 0))))
  (global.set $at (i32.add (global.get $at) (i32.const 1)))
  (i32.eq (i32.load8_u (i32.sub (global.get $at) (i32.const 1))) (i32.const 0x65)))

;; Steps over any value of no more levels than these.
(func $skipValue (param $levels i32) (result i32)
  (local $first i32)
  (local.set $first (call $next))
  (if (i32.eq (local.get $first) (i32.const 0x22)) (then (return (call $skipString))))
  ;; A brace is a bracket with one more bit.
  (if (i32.eq (i32.or (local.get $first) (i32.const 0x20)) (i32.const 0x7b))
    (then
      (if (i32.eqz (local.get $levels)) (then (return (i32.const 0))))
      (return (call $skipInside (local.get $first) (i32.sub (local.get $levels) (i32.const 1))))))
  (if (i32.or
      (i32.eq (local.get $first) (i32.const 0x2d))
      (i32.lt_u (i32.sub (local.get $first) (i32.const 0x30)) (i32.const 10)))
    (then (return (call $skipNumber))))
  (call $skipWord (local.get $first)))

;; The members of an object or the elements of a list. The closing sign is two behind the opening one.
(func $skipInside (param $opening i32) (param $levels i32) (result i32)
  (local $closing i32)
  (local.set $closing (i32.add (local.get $opening) (i32.const 2)))
  (global.set $at (i32.add (global.get $at) (i32.const 1)))
  (if (call $take (local.get $closing)) (then (return (i32.const 1))))
  (loop $more
    (if (i32.eq (local.get $opening) (i32.const 0x7b))
      (then
        (if (i32.ne (call $next) (i32.const 0x22)) (then (return (i32.const 0))))
        (if (i32.eqz (call $skipString)) (then (return (i32.const 0))))
        (if (i32.eqz (call $take (i32.const 0x3a))) (then (return (i32.const 0))))))
    (if (i32.eqz (call $skipValue (local.get $levels))) (then (return (i32.const 0))))
    (br_if $more (call $take (i32.const 0x2c))))
  (call $take (local.get $closing)))
