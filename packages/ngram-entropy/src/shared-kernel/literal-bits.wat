;; What literal-model.ts and code-choice.ts spell out. Of each symbol there are 16 bytes: how often it has been written out, and from
;; the eighth byte on the logarithm of that number.
(global $symbols (mut i32) (i32.const 0))
;; How many bytes each symbol is.
(global $sizes (mut i32) (i32.const 0))
(global $literals (export "literals") (mut i32) (i32.const 0))
(global $matches (export "matches") (mut i32) (i32.const 0))
(global $types (mut i32) (i32.const 0))
(global $logTypes (mut f64) (f64.const 0))
(global $space (mut f64) (f64.const 0))
(global $logAll (mut f64) (f64.const 0))
(global $logLiterals (mut f64) (f64.const 0))
(global $logMatches (mut f64) (f64.const 0))

;; Logarithms of numbers that rise, 32 in advance: the number behind the last, and they themselves from the eighth byte on.
(global $ofTypes (mut i32) (i32.const 0))
(global $ofSpace (mut i32) (i32.const 0))
(global $ofAll (mut i32) (i32.const 0))
(global $ofLiterals (mut i32) (i32.const 0))
(global $ofMatches (mut i32) (i32.const 0))
;; One by itself.
(global $ofOne (mut i32) (i32.const 0))
;; Logarithms of counts, and how many of them have been taken.
(global $ofCounts (mut i32) (i32.const 0))
(global $countLogs (mut i32) (i32.const 0))

;; The logarithm of a number and a half or nothing more, from among those in advance.
(func $risingLog (param $logs i32) (param $number i32) (param $more f64) (result f64)
  (if (i32.ge_u (local.get $number) (i32.load (local.get $logs)))
    (then
      (call $logsFrom
        (f64.add (f64.convert_i32_u (local.get $number)) (local.get $more))
        (i32.add (local.get $logs) (i32.const 8))
        (i32.add (local.get $logs) (i32.const 264)))
      (i32.store (local.get $logs) (i32.add (local.get $number) (i32.const 32)))))
  (f64.load offset=264 (i32.add
    (local.get $logs)
    (i32.shl (i32.sub (local.get $number) (i32.load (local.get $logs))) (i32.const 3)))))

;; The logarithm of one number.
(func $logOf (param $number i32) (result f64)
  (call $logsFrom
    (f64.convert_i32_u (local.get $number))
    (global.get $ofOne)
    (i32.add (global.get $ofOne) (i32.const 16)))
  (f64.load (global.get $ofOne)))

;; The logarithm of a count, all counts below which have been asked for before.
(func $countLog (param $count i32) (result f64)
  (local $log i32)
  (if (i32.ge_u (local.get $count) (i32.const 65536)) (then (return (call $logOf (local.get $count)))))
  (local.set $log (i32.add (global.get $ofCounts) (i32.shl (local.get $count) (i32.const 3))))
  (if (i32.ge_u (local.get $count) (global.get $countLogs))
    (then
      (call $logsFrom
        (f64.convert_i32_u (local.get $count))
        (local.get $log)
        (i32.add (local.get $log) (i32.const 256)))
      (global.set $countLogs (i32.add (local.get $count) (i32.const 32)))))
  (f64.load (local.get $log)))

;; Begins anew, with room for logarithms: 5 times 264 bytes, 24, and 8 for each count up to 65,536 and 32 more.
(func $forgetLiterals (param $symbols i32) (param $sizes i32) (param $logs i32)
  (global.set $symbols (local.get $symbols))
  (global.set $sizes (local.get $sizes))
  (global.set $ofTypes (local.get $logs))
  (global.set $ofSpace (i32.add (local.get $logs) (i32.const 264)))
  (global.set $ofAll (i32.add (local.get $logs) (i32.const 528)))
  (global.set $ofLiterals (i32.add (local.get $logs) (i32.const 792)))
  (global.set $ofMatches (i32.add (local.get $logs) (i32.const 1056)))
  (global.set $ofOne (i32.add (local.get $logs) (i32.const 1320)))
  (global.set $ofCounts (i32.add (local.get $logs) (i32.const 1344)))
  (global.set $countLogs (i32.const 0))
  (global.set $literals (i32.const 0))
  (global.set $matches (i32.const 0))
  (global.set $types (i32.const 0))
  (global.set $space (f64.const 0))
  (global.set $logAll (f64.const 0))
  (global.set $logLiterals (f64.const -1))
  (global.set $logMatches (f64.const -1)))

;; What it takes to say that a literal follows.
(func $choiceBits (result f64)
  (f64.sub (global.get $logAll) (global.get $logLiterals)))

;; What a symbol takes when it is written out now.
(func $symbolBits (param $symbol i32) (result f64)
  (local $entry i32) (local $bits f64)
  (local.set $entry (i32.add (global.get $symbols) (i32.shl (local.get $symbol) (i32.const 4))))
  (if (i32.load (local.get $entry))
    (then (return (f64.sub (global.get $space) (f64.load offset=8 (local.get $entry))))))
  (local.set $bits (f64.mul
    (f64.const 8)
    (f64.convert_i32_u (call $numberAt (global.get $sizes) (local.get $symbol)))))
  (if (i32.eqz (global.get $literals)) (then (return (local.get $bits))))
  (f64.add (f64.sub (global.get $space) (global.get $logTypes)) (local.get $bits)))

;; After a literal or a match.
(func $chooseAnew
  (global.set $logAll (call $risingLog
    (global.get $ofAll)
    (i32.add (i32.add (global.get $literals) (global.get $matches)) (i32.const 1))
    (f64.const 0))))

;; Notes that a symbol is written out.
(func $addLiteral (param $symbol i32)
  (local $count i32)
  (local.set $symbol (i32.add (global.get $symbols) (i32.shl (local.get $symbol) (i32.const 4))))
  (local.set $count (i32.add (i32.load (local.get $symbol)) (i32.const 1)))
  (i32.store (local.get $symbol) (local.get $count))
  (f64.store offset=8 (local.get $symbol) (call $countLog (local.get $count)))
  (if (i32.eq (local.get $count) (i32.const 1))
    (then
      (global.set $types (i32.add (global.get $types) (i32.const 1)))
      (global.set $logTypes (call $risingLog (global.get $ofTypes) (global.get $types) (f64.const 0)))))
  (global.set $literals (i32.add (global.get $literals) (i32.const 1)))
  (global.set $logLiterals (call $risingLog (global.get $ofLiterals) (global.get $literals) (f64.const 0.5)))
  (global.set $space (call $risingLog
    (global.get $ofSpace)
    (i32.add (global.get $literals) (global.get $types))
    (f64.const 0)))
  (call $chooseAnew))

;; Notes that a stretch is pointed at.
(func $addMatch
  (global.set $matches (i32.add (global.get $matches) (i32.const 1)))
  (global.set $logMatches (call $risingLog (global.get $ofMatches) (global.get $matches) (f64.const 0.5)))
  (call $chooseAnew))
