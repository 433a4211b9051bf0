;; Projects the words from $word to $last that have a place among $places (two numbers each) and are spelt in $text, and writes behind
;; its place how far the vector of each reaches: what word-projection.ts and project-word.ts spell out. $weights has an amount (64
;; bits) of each word, and $entries the weights of n-grams.
(func (export "projectWords")
  (param $word i32) (param $last i32) (param $text i32) (param $starts i32) (param $places i32) (param $weights i32)
  (param $entries i32) (param $mask i32) (param $salt i32)
  (param $hashes i32) (param $amounts i32) (param $bits i32) (param $table i32) (param $stride i32) (param $tableEnd i32)
  (local $at i32) (local $end i32) (local $record i32) (local $to i32) (local $weight i32)
  (local $amount f64) (local $scale f64)
  (block $done
    (loop $words
      (br_if $done (i32.ge_u (local.get $word) (local.get $last)))
      (local.set $record (i32.add (local.get $places) (i32.shl (local.get $word) (i32.const 3))))
      (local.set $at (i32.add (local.get $starts) (i32.shl (local.get $word) (i32.const 2))))
      (local.set $amount (f64.load (i32.add (local.get $weights) (i32.shl (local.get $word) (i32.const 3)))))
      (local.set $word (i32.add (local.get $word) (i32.const 1)))
      (local.set $end (i32.load offset=4 (local.get $at)))
      (local.set $at (i32.load (local.get $at)))
      (br_if $words (i32.eq (local.get $at) (local.get $end)))
      (br_if $words (i32.lt_s (i32.load (local.get $record)) (i32.const 0)))
      (local.set $end (call $readWord
        (i32.add (local.get $text) (i32.shl (local.get $at) (i32.const 1)))
        (i32.add (local.get $text) (i32.shl (local.get $end) (i32.const 1)))
        (local.get $bits)
        (local.get $hashes)))
      ;; As Math.round does.
      (i32.store (local.get $amounts) (i32.add
        (i32.trunc_f64_s (f64.floor (local.get $amount)))
        (f64.ge (f64.sub (local.get $amount) (f64.floor (local.get $amount))) (f64.const 0.5))))
      (local.set $at (i32.add (local.get $hashes) (i32.const 4)))
      (local.set $to (i32.add (local.get $amounts) (i32.const 4)))
      (local.set $scale (f64.const 0))
      (block $weighed
        (loop $grams
          (br_if $weighed (i32.ge_u (local.get $at) (local.get $end)))
          (local.set $weight (i32.load offset=4
            (call $slotOf (local.get $entries) (local.get $mask) (i32.load (local.get $at)))))
          (i32.store (local.get $to) (local.get $weight))
          (local.set $scale (f64.add
            (local.get $scale)
            (f64.mul (f64.convert_i32_s (local.get $weight)) (f64.convert_i32_s (local.get $weight)))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (br $grams)))
      (local.set $scale (f64.div (local.get $amount) (f64.sqrt (local.get $scale))))
      (local.set $at (i32.add (local.get $amounts) (i32.const 4)))
      (block $scaled
        (loop $features
          (br_if $scaled (i32.ge_u (local.get $at) (local.get $to)))
          (i32.store (local.get $at) (i32.trunc_f64_s (f64.add
            (f64.mul (f64.convert_i32_s (i32.load (local.get $at))) (local.get $scale))
            (f64.const 0.5))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br $features)))
      (if (local.get $salt)
        (then
          (local.set $at (local.get $hashes))
          (loop $salted
            (i32.store (local.get $at) (i32.xor (i32.load (local.get $at)) (local.get $salt)))
            (br_if $salted (i32.lt_u
              (local.tee $at (i32.add (local.get $at) (i32.const 4)))
              (local.get $end))))))
      (i32.store offset=4 (local.get $record) (call $projectWord
        (local.get $hashes)
        (local.get $amounts)
        (i32.shr_u (i32.sub (local.get $end) (local.get $hashes)) (i32.const 2))
        (local.get $bits)
        (i32.add (local.get $table) (i32.load (local.get $record)))
        (local.get $stride)
        (local.get $tableEnd)))
      (br $words))))
