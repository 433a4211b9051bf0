;; The text at a path: the steps of read-value.ts. A step takes eight bytes: where a name stands and how long it is, or the
;; number of an element and -1, or 0 and -2 for every element. What is found is 0 when JSON.parse is to say, 1 for text, which
;; has been written, 2 for null, 3 for nothing.

;; Steps over the name of a member and its colon and gives where the name ends; 0 where escapes spell it.
(func $readName (result i32)
  (local $end i32)
  (if (i32.ne (call $next) (i32.const 0x22)) (then (return (i32.const 0))))
  (local.set $end (call $plainEnd (i32.add (global.get $at) (i32.const 1))))
  (if (i32.eqz (call $endString (local.get $end))) (then (return (i32.const 0))))
  (select (local.get $end) (i32.const 0) (call $take (i32.const 0x3a))))

;; Whether the name of a step stands from $from to $end.
(func $isName (param $step i32) (param $from i32) (param $end i32) (result i32)
  (local $name i32)
  (if (i32.ne (i32.load offset=4 (local.get $step)) (i32.sub (local.get $end) (local.get $from)))
    (then (return (i32.const 0))))
  (local.set $name (i32.load (local.get $step)))
  (block $other
    (loop $byte
      (if (i32.eq (local.get $from) (local.get $end)) (then (return (i32.const 1))))
      (br_if $other (i32.ne (i32.load8_u (local.get $name)) (i32.load8_u (local.get $from))))
      (local.set $name (i32.add (local.get $name) (i32.const 1)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br $byte)))
  (i32.const 0))

(func $readMember (param $step i32) (param $last i32) (result i32)
  (local $from i32) (local $end i32) (local $found i32) (local $met i32)
  (local.set $found (i32.const 3))
  (if (i32.eqz (call $take (i32.const 0x7b))) (then (return (i32.const 0))))
  (if (call $take (i32.const 0x7d)) (then (return (i32.const 3))))
  (loop $member
    (drop (call $next))
    (local.set $from (i32.add (global.get $at) (i32.const 1)))
    (local.set $end (call $readName))
    (if (i32.eqz (local.get $end)) (then (return (i32.const 0))))
    (if (call $isName (local.get $step) (local.get $from) (local.get $end))
      (then
        ;; Of a name that occurs twice the last one counts.
        (if (local.get $met) (then (return (i32.const 0))))
        (local.set $met (i32.const 1))
        (local.set $found (call $readValue (i32.add (local.get $step) (i32.const 8)) (local.get $last)))
        (if (i32.eqz (local.get $found)) (then (return (i32.const 0)))))
      (else (if (i32.eqz (call $skipValue (i32.const 64))) (then (return (i32.const 0))))))
    (br_if $member (call $take (i32.const 0x2c))))
  (select (local.get $found) (i32.const 0) (call $take (i32.const 0x7d))))

;; Reads the element of a number, or the texts of all elements that have one, a line each.
(func $readElements (param $step i32) (param $last i32) (result i32)
  (local $each i32) (local $wanted i32) (local $index i32) (local $before i32) (local $result i32) (local $found i32)
  (local.set $each (i32.eq (i32.load offset=4 (local.get $step)) (i32.const -2)))
  (local.set $wanted (i32.load (local.get $step)))
  (local.set $result (i32.const 3))
  (if (i32.eqz (call $take (i32.const 0x5b))) (then (return (i32.const 0))))
  (if (call $take (i32.const 0x5d)) (then (return (i32.const 3))))
  (loop $element
    (if (i32.or (local.get $each) (i32.eq (local.get $index) (local.get $wanted)))
      (then
        (local.set $before (global.get $to))
        (if (i32.and (local.get $each) (i32.eq (local.get $result) (i32.const 1)))
          (then
            (i32.store16 (local.get $before) (i32.const 10))
            (global.set $to (i32.add (local.get $before) (i32.const 2)))))
        (local.set $found (call $readValue (i32.add (local.get $step) (i32.const 8)) (local.get $last)))
        (if (i32.eqz (local.get $found)) (then (return (i32.const 0))))
        (if (i32.ne (local.get $found) (i32.const 1)) (then (global.set $to (local.get $before))))
        (if (i32.ne (local.get $result) (i32.const 1)) (then (local.set $result (local.get $found)))))
      (else (if (i32.eqz (call $skipValue (i32.const 64))) (then (return (i32.const 0))))))
    (local.set $index (i32.add (local.get $index) (i32.const 1)))
    (br_if $element (call $take (i32.const 0x2c))))
  (if (i32.eqz (call $take (i32.const 0x5d))) (then (return (i32.const 0))))
  ;; Why a list has no text is for another to say.
  (select (i32.const 0) (local.get $result)
    (i32.and (local.get $each) (i32.ne (local.get $result) (i32.const 1)))))

;; Steps over a value and writes the text that the steps from $step to $last lead to in it.
(func $readValue (param $step i32) (param $last i32) (result i32)
  (local $first i32)
  (local.set $first (call $next))
  (if (i32.eq (local.get $first) (i32.const 0x6e))
    (then (return (i32.shl (call $skipNull) (i32.const 1)))))
  (if (i32.eq (local.get $step) (local.get $last))
    (then
      (if (i32.ne (local.get $first) (i32.const 0x22)) (then (return (i32.const 0))))
      (return (call $copyString))))
  (if (i32.ge_s (i32.load offset=4 (local.get $step)) (i32.const 0))
    (then (return (call $readMember (local.get $step) (local.get $last)))))
  (call $readElements (local.get $step) (local.get $last)))
