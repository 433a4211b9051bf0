;; Writes the plain text of the line at $line to $to and gives how many units it has: the steps of write-text.ts. It is -1 where a
;; zero byte stands, since then it is no text. The line's end is written to address 0; a carriage return before it is left out.
(func (export "readText") (param $line i32) (param $to i32) (result i32)
  (local $at i32) (local $unit i32) (local $bytes v128) (local $others i32) (local $byte i32)
  (local.set $at (local.get $line))
  (local.set $unit (local.get $to))
  (loop $run
    (local.set $bytes (v128.load (local.get $at)))
    (v128.store (local.get $unit) (i16x8.extend_low_i8x16_u (local.get $bytes)))
    (v128.store offset=16 (local.get $unit) (i16x8.extend_high_i8x16_u (local.get $bytes)))
    ;; As a number with a sign, a byte that is not ASCII is less than zero.
    (local.set $others (i8x16.bitmask (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0x20)))))
    (if (i32.eqz (local.get $others))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $unit (i32.add (local.get $unit) (i32.const 32)))
        (br $run)))
    (local.set $others (i32.ctz (local.get $others)))
    (local.set $at (i32.add (local.get $at) (local.get $others)))
    (local.set $unit (i32.add (local.get $unit) (i32.shl (local.get $others) (i32.const 1))))
    (loop $sign
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.ge_u (local.get $byte) (i32.const 0x80))
        (then
          (local.set $at (i32.add (local.get $at) (call $writeMultibyte (local.get $at) (local.get $unit))))
          (local.set $unit (i32.add (local.get $unit)
            (select (i32.const 4) (i32.const 2) (i32.ge_u (local.get $byte) (i32.const 0xf0)))))
          (br $sign))))
    (if (i32.eqz (local.get $byte)) (then (return (i32.const -1))))
    (if (i32.ne (local.get $byte) (i32.const 10))
      (then
        (i32.store16 (local.get $unit) (local.get $byte))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $unit (i32.add (local.get $unit) (i32.const 2)))
        (br $run))))
  (i32.store (i32.const 0) (local.get $at))
  (if (i32.gt_u (local.get $at) (local.get $line))
    (then
      (if (i32.eq (i32.load8_u (i32.sub (local.get $at) (i32.const 1))) (i32.const 13))
        (then (local.set $unit (i32.sub (local.get $unit) (i32.const 2)))))))
  (i32.shr_u (i32.sub (local.get $unit) (local.get $to)) (i32.const 1)))
