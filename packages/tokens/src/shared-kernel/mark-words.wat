;; The byte that stands for a character: 0x80 for letters that take more.
(func $byteFor (param $unit i32) (result i32)
  (local $letter i32)
  (local.set $letter
    (i32.load16_u (i32.add (global.get $standIns) (i32.shl (local.get $unit) (i32.const 1)))))
  (select (i32.const 0x80) (local.get $letter) (i32.gt_u (local.get $letter) (i32.const 0xff))))

;; Puts what stands for them in place of the characters of a chunk that are not ASCII, and says whether something does for each
;; of them. Its units begin at $from, its bytes at $to, and $lanes says which characters they are.
(func $narrow (param $from i32) (param $to i32) (param $lanes i32) (result i32)
  (local $lane i32) (local $byte i32)
  (loop $next
    (local.set $lane (i32.ctz (local.get $lanes)))
    (local.set $byte (call $byteFor
      (i32.load16_u (i32.add (local.get $from) (i32.shl (local.get $lane) (i32.const 1))))))
    (i32.store8 (i32.add (local.get $to) (local.get $lane)) (local.get $byte))
    (local.set $lanes (i32.and (local.get $lanes) (i32.sub (local.get $lanes) (i32.const 1))))
    (local.set $byte (i32.ne (i32.and (local.get $byte) (i32.const 0xfd)) (i32.const 0)))
    (br_if $next (i32.and (local.get $byte) (i32.ne (local.get $lanes) (i32.const 0)))))
  (local.get $byte))

;; Whether a character is a letter.
(func $isLetter (param $unit i32) (result i32)
  (if (result i32) (i32.gt_u (local.get $unit) (i32.const 0x7f))
    (then (i32.gt_u (call $byteFor (local.get $unit)) (i32.const 0x7f)))
    (else
      (i32.lt_u (i32.sub (i32.or (local.get $unit) (i32.const 0x20)) (i32.const 0x61)) (i32.const 26)))))

;; Marks what belongs to words in the $length units from $units on, as many as a whole piece has or zeros stand behind them, and
;; gives the place of the first chunk with a character that no byte stands for, or one behind them. Or-ing $fold to an ASCII letter
;; gives what stands for it in tokens.
(func $markWords (param $units i32) (param $length i32) (param $fold i32) (result i32)
  (local $at i32) (local $from i32) (local $to i32) (local $low v128) (local $high v128) (local $bytes v128)
  (local $isLetter v128) (local $isDigit v128) (local $folded v128) (local $next i32) (local $letters i32)
  (local $digits i32) (local $lastLetter i32) (local $lastDigit i32)
  (local.set $folded (i8x16.splat (local.get $fold)))
  (block $end
    (loop $chunk
      (br_if $end (i32.ge_u (local.get $at) (local.get $length)))
      (local.set $from (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1))))
      (local.set $low (v128.load (local.get $from)))
      (local.set $high (v128.load offset=16 (local.get $from)))
      (local.set $to (i32.add (global.get $letters) (local.get $at)))
      (local.set $bytes (i8x16.narrow_i16x8_u (local.get $low) (local.get $high)))
      (if (v128.any_true (v128.and
          (v128.or (local.get $low) (local.get $high))
          (v128.const i16x8 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80 0xff80)))
        (then
          (v128.store (local.get $to) (local.get $bytes))
          (br_if $end (i32.eqz (call $narrow (local.get $from) (local.get $to) (i8x16.bitmask (i8x16.narrow_i16x8_s
            (i16x8.gt_u (local.get $low) (i16x8.splat (i32.const 0x7f)))
            (i16x8.gt_u (local.get $high) (i16x8.splat (i32.const 0x7f))))))))
          (local.set $bytes (v128.load (local.get $to)))))
      (local.set $isLetter (i8x16.lt_u
        (i8x16.sub (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20))) (i8x16.splat (i32.const 0x61)))
        (i8x16.splat (i32.const 26))))
      (local.set $isDigit
        (i8x16.lt_u (i8x16.sub (local.get $bytes) (i8x16.splat (i32.const 0x30))) (i8x16.splat (i32.const 10))))
      (v128.store (local.get $to) (v128.or (local.get $bytes) (v128.and (local.get $isLetter) (local.get $folded))))
      ;; What stands for other letters is no ASCII either, and folded as it is.
      (local.set $isLetter
        (v128.or (local.get $isLetter) (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0)))))
      ;; The unit behind the chunk and the last one before it count for what joins two parts of a word.
      (local.set $next (i32.load16_u offset=32 (local.get $from)))
      (local.set $letters (i32.or
        (i32.shl (i8x16.bitmask (local.get $isLetter)) (i32.const 1))
        (i32.or (local.get $lastLetter) (i32.shl (call $isLetter (local.get $next)) (i32.const 17)))))
      (local.set $digits (i32.or
        (i32.shl (i8x16.bitmask (local.get $isDigit)) (i32.const 1))
        (i32.or (local.get $lastDigit) (i32.shl
          (i32.lt_u (i32.sub (local.get $next) (i32.const 0x30)) (i32.const 10))
          (i32.const 17)))))
      (local.set $lastLetter (i32.and (i32.shr_u (local.get $letters) (i32.const 16)) (i32.const 1)))
      (local.set $lastDigit (i32.and (i32.shr_u (local.get $digits) (i32.const 16)) (i32.const 1)))
      (i32.store16 (i32.add (global.get $bits) (i32.shr_u (local.get $at) (i32.const 3)))
        (i32.or
          (i32.or
            (i32.shr_u (i32.or (local.get $letters) (local.get $digits)) (i32.const 1))
            (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5f)))))
          (i32.or
            (i32.and
              (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x27))))
              (i32.and (local.get $letters) (i32.shr_u (local.get $letters) (i32.const 2))))
            (i32.and
              ;; Comma and point.
              (i8x16.bitmask (i8x16.eq
                (v128.and (local.get $bytes) (i8x16.splat (i32.const 0xfd)))
                (i8x16.splat (i32.const 0x2c))))
              (i32.and (local.get $digits) (i32.shr_u (local.get $digits) (i32.const 2)))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $chunk)))
  (i64.store (i32.add (global.get $bits) (i32.shr_u (local.get $at) (i32.const 3))) (i64.const 0))
  (local.get $at))
