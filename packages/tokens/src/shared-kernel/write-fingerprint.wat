;; One number of a block, stirred before it goes into the hash.
(func $scramble (param $number i32) (param $first i32) (param $by i32) (param $second i32) (result i32)
  (i32.mul
    (i32.rotl (i32.mul (local.get $number) (local.get $first)) (local.get $by))
    (local.get $second)))

(func $mixHash (param $hash i32) (result i32)
  (local.set $hash
    (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
  (local.set $hash
    (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))

;; Writes the fingerprint of the $length units from $from on, which zeros stand behind, to $to: what fingerprint.ts spells out.
(func (export "writeFingerprint") (param $from i32) (param $length i32) (param $to i32)
  (local $end i32) (local $h1 i32) (local $h2 i32) (local $h3 i32) (local $h4 i32)
  ;; Blocks of eight units.
  (local.set $end
    (i32.add (local.get $from) (i32.shl (i32.shr_u (local.get $length) (i32.const 3)) (i32.const 4))))
  (block $all
    (loop $block
      (br_if $all (i32.ge_u (local.get $from) (local.get $end)))
      (local.set $h1 (i32.xor (local.get $h1) (call $scramble
        (i32.load (local.get $from)) (i32.const 0x239b961b) (i32.const 15) (i32.const 0xab0e9789))))
      (local.set $h1 (i32.add
        (i32.mul (i32.add (i32.rotl (local.get $h1) (i32.const 19)) (local.get $h2)) (i32.const 5))
        (i32.const 0x561ccd1b)))
      (local.set $h2 (i32.xor (local.get $h2) (call $scramble
        (i32.load offset=4 (local.get $from)) (i32.const 0xab0e9789) (i32.const 16) (i32.const 0x38b34ae5))))
      (local.set $h2 (i32.add
        (i32.mul (i32.add (i32.rotl (local.get $h2) (i32.const 17)) (local.get $h3)) (i32.const 5))
        (i32.const 0x0bcaa747)))
      (local.set $h3 (i32.xor (local.get $h3) (call $scramble
        (i32.load offset=8 (local.get $from)) (i32.const 0x38b34ae5) (i32.const 17) (i32.const 0xa1e38b93))))
      (local.set $h3 (i32.add
        (i32.mul (i32.add (i32.rotl (local.get $h3) (i32.const 15)) (local.get $h4)) (i32.const 5))
        (i32.const 0x96cd1c35)))
      (local.set $h4 (i32.xor (local.get $h4) (call $scramble
        (i32.load offset=12 (local.get $from)) (i32.const 0xa1e38b93) (i32.const 18) (i32.const 0x239b961b))))
      (local.set $h4 (i32.add
        (i32.mul (i32.add (i32.rotl (local.get $h4) (i32.const 13)) (local.get $h1)) (i32.const 5))
        (i32.const 0x32ac3b17)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br $block)))
  ;; From here on the length counts bytes.
  (local.set $length (i32.shl (local.get $length) (i32.const 1)))
  (local.set $h1 (i32.xor (local.get $length) (i32.xor (local.get $h1) (call $scramble
    (i32.load (local.get $from)) (i32.const 0x239b961b) (i32.const 15) (i32.const 0xab0e9789)))))
  (local.set $h2 (i32.xor (local.get $length) (i32.xor (local.get $h2) (call $scramble
    (i32.load offset=4 (local.get $from)) (i32.const 0xab0e9789) (i32.const 16) (i32.const 0x38b34ae5)))))
  (local.set $h3 (i32.xor (local.get $length) (i32.xor (local.get $h3) (call $scramble
    (i32.load offset=8 (local.get $from)) (i32.const 0x38b34ae5) (i32.const 17) (i32.const 0xa1e38b93)))))
  (local.set $h4 (i32.xor (local.get $length) (i32.xor (local.get $h4) (call $scramble
    (i32.load offset=12 (local.get $from)) (i32.const 0xa1e38b93) (i32.const 18) (i32.const 0x239b961b)))))
  (local.set $h1 (i32.add
    (i32.add (local.get $h1) (local.get $h2))
    (i32.add (local.get $h3) (local.get $h4))))
  (local.set $h2 (call $mixHash (i32.add (local.get $h2) (local.get $h1))))
  (local.set $h3 (call $mixHash (i32.add (local.get $h3) (local.get $h1))))
  (local.set $h4 (call $mixHash (i32.add (local.get $h4) (local.get $h1))))
  (local.set $h1 (call $mixHash (local.get $h1)))
  (local.set $h1 (i32.add
    (i32.add (local.get $h1) (local.get $h2))
    (i32.add (local.get $h3) (local.get $h4))))
  (i32.store (local.get $to) (local.get $h1))
  (i32.store offset=4 (local.get $to) (i32.add (local.get $h2) (local.get $h1)))
  (i32.store offset=8 (local.get $to) (i32.add (local.get $h3) (local.get $h1)))
  (i32.store offset=12 (local.get $to) (i32.add (local.get $h4) (local.get $h1))))
