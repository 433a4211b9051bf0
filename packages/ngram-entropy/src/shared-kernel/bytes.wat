(func (export "clear") (param $from i32) (param $bytes i32)
  (memory.fill (local.get $from) (i32.const 0) (local.get $bytes)))

(func (export "copy") (param $to i32) (param $from i32) (param $bytes i32)
  (memory.copy (local.get $to) (local.get $from) (local.get $bytes)))
