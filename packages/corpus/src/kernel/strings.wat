;; Strings, numbers and words of JSON, as json-scanner.ts spells them out. All lines end in a line feed and are valid UTF-8.
;; Functions give 0 where what they are for is not there; the place is then lost. Up to sixteen bytes behind a line are read,
;; and up to fifteen units behind a text are written.

;; Where bytes are read, and where units are written to.
(global $at (mut i32) (i32.const 0))
(global $to (mut i32) (i32.const 0))

;; Steps over white space and gives the byte behind it.
(func $next (result i32)
  (local $at i32) (local $byte i32)
  (local.set $at (global.get $at))
  (block $end
    (loop $white
      (local.set $byte (i32.load8_u (local.get $at)))
      ;; Most bytes are above both the blank and the other two.
      (br_if $end (i32.gt_u (local.get $byte) (i32.const 0x20)))
      (br_if $end (i32.eqz (i32.or
        (i32.eq (local.get $byte) (i32.const 0x20))
        (i32.or (i32.eq (local.get $byte) (i32.const 9)) (i32.eq (local.get $byte) (i32.const 13))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $white)))
  (global.set $at (local.get $at))
  (local.get $byte))

;; Steps over one byte, if it is the next behind white space.
(func $take (param $byte i32) (result i32)
  (if (i32.ne (call $next) (local.get $byte)) (then (return (i32.const 0))))
  (global.set $at (i32.add (global.get $at) (i32.const 1)))
  (i32.const 1))

;; Gives where bytes from $at on end that stand for themselves in a string: at a quote, a backslash or a control character.
(func $plainEnd (param $at i32) (result i32)
  (local $bytes v128) (local $others i32)
  (loop $chunk
    (local.set $bytes (v128.load (local.get $at)))
    (local.set $others (i8x16.bitmask (v128.or
      (i8x16.lt_u (local.get $bytes) (i8x16.splat (i32.const 0x20)))
      (v128.or
        (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))
        (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c)))))))
    (if (i32.eqz (local.get $others))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $chunk))))
  (i32.add (local.get $at) (i32.ctz (local.get $others))))

;; Whether a string ends at $at; steps over its quote.
(func $endString (param $at i32) (result i32)
  (global.set $at (i32.add (local.get $at) (i32.const 1)))
  (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x22)))

;; How many bytes the escape at a backslash has. The tables of letters and of digits stand at 64 and 320.
(func $escapeLength (param $at i32) (result i32)
  (local $letter i32)
  (local.set $letter (i32.load8_u offset=1 (local.get $at)))
  (if (i32.load8_u offset=64 (local.get $letter)) (then (return (i32.const 2))))
  (if (i32.ne (local.get $letter) (i32.const 0x75)) (then (return (i32.const 0))))
  (select (i32.const 6) (i32.const 0)
    (i32.and
      (i32.and
        (i32.ne (i32.load8_u offset=320 (i32.load8_u offset=2 (local.get $at))) (i32.const 0))
        (i32.ne (i32.load8_u offset=320 (i32.load8_u offset=3 (local.get $at))) (i32.const 0)))
      (i32.and
        (i32.ne (i32.load8_u offset=320 (i32.load8_u offset=4 (local.get $at))) (i32.const 0))
        (i32.ne (i32.load8_u offset=320 (i32.load8_u offset=5 (local.get $at))) (i32.const 0))))))

;; The digits of an escape are their values plus one.
(func $unicode (param $at i32) (result i32)
  (i32.sub
    (i32.add
      (i32.add
        (i32.shl (i32.load8_u offset=320 (i32.load8_u offset=2 (local.get $at))) (i32.const 12))
        (i32.shl (i32.load8_u offset=320 (i32.load8_u offset=3 (local.get $at))) (i32.const 8)))
      (i32.add
        (i32.shl (i32.load8_u offset=320 (i32.load8_u offset=4 (local.get $at))) (i32.const 4))
        (i32.load8_u offset=320 (i32.load8_u offset=5 (local.get $at)))))
    (i32.const 0x1111)))

(func $skipString (result i32)
  (local $at i32) (local $length i32)
  (local.set $at (i32.add (global.get $at) (i32.const 1)))
  (block $end
    (loop $run
      (local.set $at (call $plainEnd (local.get $at)))
      (br_if $end (i32.ne (i32.load8_u (local.get $at)) (i32.const 0x5c)))
      (local.set $length (call $escapeLength (local.get $at)))
      (if (i32.eqz (local.get $length)) (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (local.get $length)))
      (br $run)))
  (call $endString (local.get $at)))

;; Writes the character of more than one byte at $at as write-multibyte.ts does, and gives how many bytes it has.
(func $writeMultibyte (param $at i32) (param $to i32) (result i32)
  (local $lead i32) (local $code i32)
  (local.set $lead (i32.load8_u (local.get $at)))
  (local.set $code (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 0x3f)))
  (if (i32.lt_u (local.get $lead) (i32.const 0xe0))
    (then
      (i32.store16 (local.get $to)
        (i32.or (i32.shl (i32.and (local.get $lead) (i32.const 0x1f)) (i32.const 6)) (local.get $code)))
      (return (i32.const 2))))
  (local.set $code (i32.or (i32.shl (local.get $code) (i32.const 6))
    (i32.and (i32.load8_u offset=2 (local.get $at)) (i32.const 0x3f))))
  (if (i32.lt_u (local.get $lead) (i32.const 0xf0))
    (then
      (i32.store16 (local.get $to)
        (i32.or (i32.shl (i32.and (local.get $lead) (i32.const 0x0f)) (i32.const 12)) (local.get $code)))
      (return (i32.const 3))))
  (local.set $code (i32.or
    (i32.shl (i32.and (local.get $lead) (i32.const 0x07)) (i32.const 18))
    (i32.or
      (i32.shl (local.get $code) (i32.const 6))
      (i32.and (i32.load8_u offset=3 (local.get $at)) (i32.const 0x3f)))))
  (i32.store16 (local.get $to) (i32.add (i32.const 0xd7c0) (i32.shr_u (local.get $code) (i32.const 10))))
  (i32.store16 offset=2 (local.get $to)
    (i32.or (i32.const 0xdc00) (i32.and (local.get $code) (i32.const 0x3ff))))
  (i32.const 4))

;; Writes the text of a string.
(func $copyString (result i32)
  (local $at i32) (local $to i32) (local $bytes v128) (local $others i32) (local $byte i32) (local $length i32)
  (local.set $at (i32.add (global.get $at) (i32.const 1)))
  (local.set $to (global.get $to))
  (loop $run
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
        (br $run)))
    (local.set $others (i32.ctz (local.get $others)))
    (local.set $at (i32.add (local.get $at) (local.get $others)))
    (local.set $to (i32.add (local.get $to) (i32.shl (local.get $others) (i32.const 1))))
    ;; Where one sign is that does not stand for itself, others often follow.
    (loop $sign
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x5c))
        (then
          (local.set $length (call $escapeLength (local.get $at)))
          (if (i32.eqz (local.get $length)) (then (return (i32.const 0))))
          (i32.store16 (local.get $to)
            (if (result i32) (i32.eq (local.get $length) (i32.const 2))
              (then (i32.load8_u offset=64 (i32.load8_u offset=1 (local.get $at))))
              (else (call $unicode (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (local.get $length)))
          (local.set $to (i32.add (local.get $to) (i32.const 2)))
          (br $sign)))
      (if (i32.ge_u (local.get $byte) (i32.const 0x80))
        (then
          (local.set $at (i32.add (local.get $at) (call $writeMultibyte (local.get $at) (local.get $to))))
          (local.set $to (i32.add (local.get $to)
            (select (i32.const 4) (i32.const 2) (i32.ge_u (local.get $byte) (i32.const 0xf0)))))
          (br $sign))))
    (br_if $run (i32.and
      (i32.ge_u (local.get $byte) (i32.const 0x20))
      (i32.ne (local.get $byte) (i32.const 0x22)))))
  (global.set $to (local.get $to))
  (call $endString (local.get $at)))
