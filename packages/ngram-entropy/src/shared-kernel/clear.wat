(func (export "clear") (param $from i32) (param $bytes i32)
  (memory.fill (local.get $from) (i32.const 0) (local.get $bytes)))
