;; The text of a record: the steps of text-extractor.ts, which stands for fields as text-kernel.ts lays them out, 24 bytes each:
;; the units of the literal before it and how many bytes they take, the first of its steps and the end of its steps, whether it
;; may be absent, and where its value was found. The first step is the name of the record's member.

;; Writes a literal.
(func $write (param $literal i32)
  (local $from i32) (local $end i32) (local $to i32)
  (local.set $from (i32.load (local.get $literal)))
  (local.set $end (i32.add (local.get $from) (i32.load offset=4 (local.get $literal))))
  (local.set $to (global.get $to))
  (block $done
    (loop $unit
      (br_if $done (i32.eq (local.get $from) (local.get $end)))
      (i32.store16 (local.get $to) (i32.load16_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (local.set $to (i32.add (local.get $to) (i32.const 2)))
      (br $unit)))
  (global.set $to (local.get $to)))

;; The field whose name stands from $from to $end; 0 where there is none.
(func $fieldNamed (param $field i32) (param $fieldsEnd i32) (param $from i32) (param $end i32) (result i32)
  (loop $next
    (if (call $isName (i32.load offset=8 (local.get $field)) (local.get $from) (local.get $end))
      (then (return (local.get $field))))
    (br_if $next
      (i32.lt_u (local.tee $field (i32.add (local.get $field) (i32.const 24))) (local.get $fieldsEnd))))
  (i32.const 0))

;; Reads the value at $at into a field, whose literal has been written.
(func $readField (param $field i32) (result i32)
  (i32.store offset=20 (local.get $field) (global.get $at))
  (call $readValue
    (i32.add (i32.load offset=8 (local.get $field)) (i32.const 8))
    (i32.load offset=12 (local.get $field))))

;; Writes fields again, in their order, that came in another one or not at all. What they hold is known to be sound.
(func $order (param $fields i32) (param $fieldsEnd i32) (param $to i32) (result i32)
  (local $field i32) (local $place i32) (local $after i32)
  (local.set $after (global.get $at))
  (global.set $to (local.get $to))
  (local.set $field (local.get $fields))
  (loop $next
    (local.set $place (i32.load offset=20 (local.get $field)))
    (if (i32.and (i32.eqz (local.get $place)) (i32.eqz (i32.load offset=16 (local.get $field))))
      (then (return (i32.const 0))))
    (call $write (local.get $field))
    (if (local.get $place)
      (then
        (global.set $at (local.get $place))
        (drop (call $readField (local.get $field)))))
    (br_if $next
      (i32.lt_u (local.tee $field (i32.add (local.get $field) (i32.const 24))) (local.get $fieldsEnd))))
  (global.set $at (local.get $after))
  (i32.const 1))

;; Reads a record and writes its fields with the literals before them.
(func $readMembers (param $fields i32) (param $fieldsEnd i32) (result i32)
  (local $to i32) (local $field i32) (local $expected i32) (local $from i32) (local $end i32)
  (local $before i32) (local $found i32) (local $texts i32)
  (local.set $to (global.get $to))
  (local.set $field (local.get $fields))
  (loop $clear
    (i32.store offset=20 (local.get $field) (i32.const 0))
    (br_if $clear
      (i32.lt_u (local.tee $field (i32.add (local.get $field) (i32.const 24))) (local.get $fieldsEnd))))
  ;; The field that is next in order, 0 when one has come before its turn.
  (local.set $expected (local.get $fields))
  (if (i32.eqz (call $take (i32.const 0x7b))) (then (return (i32.const 0))))
  (loop $member
    (drop (call $next))
    (local.set $from (i32.add (global.get $at) (i32.const 1)))
    (local.set $end (call $readName))
    (if (i32.eqz (local.get $end)) (then (return (i32.const 0))))
    (local.set $field
      (call $fieldNamed (local.get $fields) (local.get $fieldsEnd) (local.get $from) (local.get $end)))
    (if (local.get $field)
      (then
        ;; Of a name that occurs twice the last one counts.
        (if (i32.load offset=20 (local.get $field)) (then (return (i32.const 0))))
        (if (i32.eq (local.get $field) (local.get $expected))
          (then
            (call $write (local.get $field))
            (local.set $found (call $readField (local.get $field)))
            (local.set $expected (i32.add (local.get $expected) (i32.const 24))))
          (else
            (local.set $expected (i32.const 0))
            (local.set $before (global.get $to))
            (local.set $found (call $readField (local.get $field)))
            (global.set $to (local.get $before))))
        (if (i32.eqz (local.get $found)) (then (return (i32.const 0))))
        (if (i32.and (i32.eq (local.get $found) (i32.const 3)) (i32.eqz (i32.load offset=16 (local.get $field))))
          (then (return (i32.const 0))))
        (local.set $texts (i32.or (local.get $texts) (i32.eq (local.get $found) (i32.const 1)))))
      (else (if (i32.eqz (call $skipValue (i32.const 64))) (then (return (i32.const 0))))))
    (br_if $member (call $take (i32.const 0x2c))))
  (if (i32.eqz (call $take (i32.const 0x7d))) (then (return (i32.const 0))))
  (if (i32.eqz (local.get $texts)) (then (return (i32.const 0))))
  (if (i32.eq (local.get $expected) (local.get $fieldsEnd)) (then (return (i32.const 1))))
  (call $order (local.get $fields) (local.get $fieldsEnd) (local.get $to)))

;; Writes the text of the record at $line to $to and gives how many units it has: -1 when JSON.parse is to say, -2 when the line
;; is blank. The line's end is written to address 0. Between $fields and $last stand fields, the record itself instead when
;; $whole; at $last stands the literal behind them all.
(func (export "readRecord")
  (param $line i32) (param $to i32) (param $fields i32) (param $last i32) (param $whole i32)
  (result i32)
  (global.set $at (local.get $line))
  (global.set $to (local.get $to))
  (if (i32.eq (call $next) (i32.const 10))
    (then
      (i32.store (i32.const 0) (global.get $at))
      (return (i32.const -2))))
  (if (local.get $whole)
    (then
      (call $write (local.get $fields))
      (if (i32.ne (i32.const 1)
          (call $readValue (i32.load offset=8 (local.get $fields)) (i32.load offset=12 (local.get $fields))))
        (then (return (i32.const -1)))))
    (else
      (if (i32.eqz (call $readMembers (local.get $fields) (local.get $last))) (then (return (i32.const -1))))))
  (if (i32.ne (call $next) (i32.const 10)) (then (return (i32.const -1))))
  (i32.store (i32.const 0) (global.get $at))
  (call $write (local.get $last))
  (i32.shr_u (i32.sub (global.get $to) (local.get $to)) (i32.const 1)))
