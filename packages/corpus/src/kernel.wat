;; Copies what stands for itself in strings of JSON, as json-scanner.ts spells it out, sixteen bytes at a time.
;; `npm run build:kernels` assembles it.
(module
  (import "kernel" "memory" (memory 1))

  ;; Writes the bytes from $from on as code units to $to, as far as they are ASCII without control characters, quotes and
  ;; backslashes, and gives how many they are. Up to fifteen units behind them are written too.
  (func (export "copyPlain") (param $from i32) (param $to i32) (result i32)
    (local $at i32) (local $bytes v128) (local $others i32)
    (local.set $at (local.get $from))
    (loop $chunk
      (local.set $bytes (v128.load (local.get $at)))
      (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $bytes)))
      (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $bytes)))
      ;; As a number with a sign, a byte that is not ASCII is less than zero.
      (local.set $others (i8x16.bitmask (v128.or
        (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0x20)))
        (v128.or
          (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
          (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c)))))))
      (if (i32.eqz (local.get $others))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $to (i32.add (local.get $to) (i32.const 32)))
          (br $chunk))))
    (i32.add (i32.sub (local.get $at) (local.get $from)) (i32.ctz (local.get $others)))))
