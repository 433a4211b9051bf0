;; The words of text, sixteen characters at a time, their ids, and hashes: what intern-words.ts, vocabulary.ts and fingerprint.ts
;; spell out, in whole numbers, so both find the same.

;; Where the numbers of word-kernel.ts begin, and behind them what is written about a piece of text: its characters as tokens have
;; them; a bit for each that belongs to a word; where each word begins and ends.
(global $numbers (mut i32) (i32.const 0))
(global $letters (mut i32) (i32.const 0))
(global $bits (mut i32) (i32.const 0))
(global $words (mut i32) (i32.const 0))
;; What stands for each character, in 16 bits, as word-kernel.ts has it: 2 where nothing does, 0 where that is not known.
(global $standIns (mut i32) (i32.const 0))

;; Says where all of this begins.
(func (export "workAt") (param $place i32)
  (global.set $numbers (local.get $place))
  (global.set $letters (i32.add (local.get $place) (i32.const 64)))
  (global.set $bits (i32.add (local.get $place) (i32.const 4224)))
  (global.set $words (i32.add (local.get $place) (i32.const 4800)))
  (global.set $standIns (i32.add (local.get $place) (i32.const 21312))))
