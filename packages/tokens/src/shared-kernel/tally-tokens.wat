;; Tallies the tokens of the documents whose offsets stand from $document to $last: what tally-tokens.ts spells out.
(func (export "tallyTokens")
  (param $document i32) (param $last i32) (param $tokens i32) (param $records i32) (param $repeats i32) (param $marks i32)
  (param $used i32) (result i32)
  (local $begin i32) (local $end i32) (local $position i32) (local $record i32) (local $latest i32) (local $again i32)
  (local $repeat i32) (local $mark i32)
  (local.set $repeat (i32.add (local.get $repeats) (i32.shl (local.get $used) (i32.const 2))))
  (block $done
    (loop $documents
      (br_if $done (i32.ge_u (local.get $document) (local.get $last)))
      (local.set $begin (i32.load (local.get $document)))
      (local.set $end (i32.load offset=4 (local.get $document)))
      (local.set $position (local.get $begin))
      (block $read
        (loop $positions
          (br_if $read (i32.ge_u (local.get $position) (local.get $end)))
          (local.set $record (i32.add (local.get $records) (i32.shl
            (i32.load (i32.add (local.get $tokens) (i32.shl (local.get $position) (i32.const 2))))
            (i32.const 3))))
          (local.set $latest (i32.load offset=4 (local.get $record)))
          (local.set $again (i32.shr_u (i32.sub (local.get $begin) (local.get $latest)) (i32.const 31)))
          (i32.store (local.get $record) (i32.add (i32.load (local.get $record)) (i32.const 1)))
          (i32.store offset=4 (local.get $record) (i32.add (local.get $position) (i32.const 1)))
          (i32.store (local.get $repeat) (local.get $position))
          (local.set $repeat (i32.add (local.get $repeat) (i32.shl (local.get $again) (i32.const 2))))
          (local.set $mark (i32.add (local.get $marks) (i32.shr_u (local.get $position) (i32.const 3))))
          (i32.store8 (local.get $mark) (i32.or
            (i32.load8_u (local.get $mark))
            (i32.shl (local.get $again) (i32.and (local.get $position) (i32.const 7)))))
          (local.set $latest (i32.sub (local.get $latest) (local.get $again)))
          (local.set $mark (i32.add (local.get $marks) (i32.shr_u (local.get $latest) (i32.const 3))))
          (i32.store8 (local.get $mark) (i32.or
            (i32.load8_u (local.get $mark))
            (i32.shl (local.get $again) (i32.and (local.get $latest) (i32.const 7)))))
          (local.set $position (i32.add (local.get $position) (i32.const 1)))
          (br $positions)))
      (local.set $document (i32.add (local.get $document) (i32.const 4)))
      (br $documents)))
  (i32.shr_u (i32.sub (local.get $repeat) (local.get $repeats)) (i32.const 2)))
