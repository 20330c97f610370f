#!/usr/bin/python3
"""Writes tests/data/torch: PyTorch checkpoints, good and bad, without PyTorch or ArrowQuant.

usage: make_golden.py [FOLDER]        (default: the folder "torch" beside this script)

Pickles are put together opcode by opcode (see pickletools), archives by Python's zipfile, values by
struct. expected.json lists, for each good file, every tensor as [dtype, shape, row-major bytes in
hexadecimal]; for each bad file a piece of the error. The same script gives the same bytes.
"""
import io, itertools, json, pathlib, struct, sys, zipfile

OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "torch"
STOP = b"."


def text(s):  # BINUNICODE
    raw = s.encode() if isinstance(s, str) else s
    return b"X" + struct.pack("<I", len(raw)) + raw


def integer(n):
    if 0 <= n < 256:
        return b"K" + bytes([n])
    if 0 <= n < 65536:
        return b"M" + struct.pack("<H", n)
    if -2**31 <= n < 2**31:
        return b"J" + struct.pack("<i", n)
    raw = n.to_bytes(n.bit_length() // 8 + 1, "little", signed=True)
    return b"\x8a" + bytes([len(raw)]) + raw  # LONG1


def named(module, name):  # GLOBAL
    return b"c" + module.encode() + b"\n" + name.encode() + b"\n"


def named4(module, name):  # Two SHORT_BINUNICODE, MEMOIZE each, STACK_GLOBAL
    short = lambda s: b"\x8c" + bytes([len(s)]) + s.encode() + b"\x94"
    return short(module) + short(name) + b"\x93\x94"


def tup(*items):
    return b"(" + b"".join(items) + b"t"


def ints(values):
    return tup(*map(integer, values))


def storage(kind, key, count, module="torch", glob=named):
    return tup(text("storage"), glob(module, kind), text(key), text("cpu"), integer(count)) + b"Q"


HOOKS = named("collections", "OrderedDict") + b")R"


def tensor(store, offset, shape, strides):
    return (named("torch._utils", "_rebuild_tensor_v2")
            + tup(store, integer(offset), ints(shape), ints(strides), b"\x89", HOOKS) + b"R")


def mapping(pairs, kind=b"}"):  # EMPTY_DICT, then SETITEMS
    return kind + b"(" + b"".join(text(k) + v for k, v in pairs) + b"u"


def ordered(pairs, glob=named):
    return mapping(pairs, glob("collections", "OrderedDict") + b")R")


def pickle(body, protocol=2):
    return b"\x80" + bytes([protocol]) + body + STOP


def archive(pkl, storages, top="archive", extra=(), deflate=False):
    """storages: the records under data/, by key. extra: further (name, bytes), after data.pkl."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as z:
        def add(name, raw):
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), raw,
                       zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED)
        add(f"{top}/data.pkl", pkl)
        for name, raw in extra:
            add(name, raw)
        for key, raw in storages.items():
            add(f"{top}/data/{key}", raw)
        add(f"{top}/version", b"3\n")
    return out.getvalue()


# 24 elements, told apart by their value; exact in every type used.
COUNT = 24
FLOATS = [i - 7.5 for i in range(COUNT)]
F32 = struct.pack("<24f", *FLOATS)
F16 = struct.pack("<24e", *FLOATS)
F64 = struct.pack("<24d", *FLOATS)
BF16 = b"".join(struct.pack("<f", x)[2:] for x in FLOATS)
I64 = struct.pack("<24q", *range(-5, 19))
BOOL = bytes(i % 3 == 0 for i in range(COUNT))
BYTES = bytes(range(100, 100 + COUNT))


def view(raw, size, offset, shape, strides):
    """Row-major bytes of a view, element by element."""
    out = b""
    for index in itertools.product(*map(range, shape)):
        at = (offset + sum(i * s for i, s in zip(index, strides))) * size
        out += raw[at:at + size]
    return out


good, bad = {}, {}


def ok(name, raw, tensors):
    (OUT / name).write_bytes(raw)
    good[name] = {t: [dtype, list(shape), data.hex()] for t, (dtype, shape, data) in tensors.items()}


def no(name, raw, why):
    (OUT / name).write_bytes(raw)
    bad[name] = why


OUT.mkdir(parents=True, exist_ok=True)
for old in OUT.iterdir():
    old.unlink()
f32 = storage("FloatStorage", "0", COUNT)
VIEWS = {  # name: offset, shape, strides, all of storage 0
    "plain": (0, (4, 6), (6, 1)),
    "transposed": (0, (6, 4), (1, 6)),
    "offset": (5, (3, 4), (4, 1)),
    "rows": (0, (2, 6), (12, 1)),
    "columns": (1, (4, 2), (6, 3)),
    "expanded": (3, (5, 3), (0, 1)),
    "repeated": (3, (3, 5), (1, 0)),
    "channels_last": (0, (2, 3, 2, 2), (12, 1, 6, 3)),
    "overlapping": (0, (5, 4), (2, 1)),
    "scalar": (7, (), ()),
    "empty": (24, (0, 3), (3, 1)),
    "one": (2, (1, 1), (99, 99)),
}
views = {n: ("F32", s, view(F32, 4, o, s, t)) for n, (o, s, t) in VIEWS.items()}
ok("views.pth", archive(pickle(ordered([(n, tensor(f32, *v)) for n, v in VIEWS.items()])),
                        {"0": F32}, extra=[("archive/byteorder", b"little")]), views)
ok("deflated.pt", archive(pickle(ordered([(n, tensor(f32, *v)) for n, v in VIEWS.items()])),
                          {"0": F32}, deflate=True), views)

TYPES = [("double", "DoubleStorage", "F64", F64, 8), ("float", "FloatStorage", "F32", F32, 4),
         ("half", "HalfStorage", "F16", F16, 2), ("bfloat16", "BFloat16Storage", "BF16", BF16, 2),
         ("long", "LongStorage", "I64", I64, 8), ("bool", "BoolStorage", "BOOL", BOOL, 1),
         ("byte", "ByteStorage", "U8", BYTES, 1), ("char", "CharStorage", "I8", BYTES, 1),
         ("short", "ShortStorage", "I16", F16, 2), ("int", "IntStorage", "I32", F32, 4)]
ok("types.bin",
   archive(pickle(ordered([(n, tensor(storage(k, str(i), COUNT), 0, (4, 6), (6, 1)))
                           for i, (n, k, *_) in enumerate(TYPES)])),
           {str(i): raw for i, (*_, raw, _) in enumerate(TYPES)}, top="types"),
   {n: (d, (4, 6), raw) for n, _, d, raw, _ in TYPES})

# Protocol 4 as torch.save(pickle_protocol=4) writes it: FRAME, MEMOIZE, STACK_GLOBAL.
body4 = ordered([("w", (named4("torch._utils", "_rebuild_tensor_v2")
                        + tup(storage("HalfStorage", "0", COUNT, glob=named4), integer(0),
                              ints((24,)), b"K\x01\x85", b"\x89",
                              named4("collections", "OrderedDict") + b")R") + b"R\x94"))], named4)
ok("protocol4.pth", archive(b"\x80\x04\x95" + struct.pack("<Q", len(body4) + 1) + body4 + STOP,
                            {"0": F16}), {"w": ("F16", (24,), F16)})

# Float8 has no storage class: _rebuild_tensor_v3 over untyped bytes, dtype as the last but one.
v3 = (named("torch._utils", "_rebuild_tensor_v3")
      + tup(storage("UntypedStorage", "0", COUNT, "torch.storage"), integer(4), ints((2, 8)),
            ints((8, 1)), b"\x89", HOOKS, named("torch", "float8_e4m3fn"), b"}") + b"R")
ok("float8.pth", archive(pickle(ordered([("w", v3)])), {"0": BYTES}),
   {"w": ("F8_E4M3", (2, 8), BYTES[4:20])})

# A training checkpoint: weights under state_dict with _metadata set by BUILD, the rest beside them.
w = tensor(f32, 0, (4, 6), (6, 1))
parameter = named("torch._utils", "_rebuild_parameter") + tup(w, b"\x88", HOOKS) + b"R"
metadata = mapping([("_metadata", ordered([("", mapping([("version", integer(1))]))]))])
state = mapping([("0", mapping([("exp_avg", w)]))])
ok("training.ckpt",
   archive(pickle(mapping([
       ("epoch", integer(7)), ("loss", b"G" + struct.pack(">d", 0.25)), ("big", integer(2**70)),
       ("optimizer", mapping([("state", state), ("lr", b"]" + b"G" + struct.pack(">d", 1e-3) + b"a")])),
       ("state_dict", ordered([("layer.weight", w), ("layer.bias", parameter),
                               ("steps", integer(3))]) + metadata + b"b"),
       ("note", b"C\x03abc"), ("done", b"\x88"), ("nothing", b"N")])), {"0": F32}),
   {"layer.weight": ("F32", (4, 6), F32), "layer.bias": ("F32", (4, 6), F32)})
ok("model_key.pt", archive(pickle(mapping([("ema", mapping([("e", w)])), ("model", mapping([("m", w)]))])),
                           {"0": F32}), {"m": ("F32", (4, 6), F32)})
ok("tied.pt", archive(pickle(mapping([("a", w + b"r\xff\xff\xff\xff"), ("b", b"j\xff\xff\xff\xff")])),
                      {"0": F32}), {"a": ("F32", (4, 6), F32), "b": ("F32", (4, 6), F32)})
ok("names.pth", archive(pickle(mapping([("größe.重み", w), ("", w), ("a\nb", w)])), {"0": F32}),
   {n: ("F32", (4, 6), F32) for n in ("größe.重み", "", "a\nb")})
ok("no_tensors.pth", archive(pickle(b"}"), {}), {})


# What must be refused. Nothing here is ever run; the commands are harmless all the same.
def refused(name, body, why, storages={"0": F32}, **more):
    no(name, archive(pickle(body), storages, **more), why)


def one(value):
    return mapping([("w", value)])


refused("os_system.pth", one(named("os", "system") + tup(text("true")) + b"R"), "'os.system'")
refused("eval.pth", one(named("builtins", "eval") + tup(text("1")) + b"R"), "'builtins.eval'")
refused("named_only.pth", one(w) + named("posix", "system") + b"0", "'posix.system'")
refused("stack_global.pth", one(text("nt") + text("system") + b"\x93"), "'nt.system'")
refused("global_newlines.pth", one(b"cos\x1b[31m\nsystem\n"), "\\u001b")
refused("inst.pth", one(b"(ios\nsystem\n"), "opcode 0x69")
refused("obj.pth", one(b"(" + named("collections", "OrderedDict") + b"o"), "opcode 0x6f")
refused("newobj.pth", one(named("collections", "OrderedDict") + b")\x81"), "opcode 0x81")
refused("ext1.pth", one(b"\x82\x01"), "opcode 0x82")
refused("persid.pth", one(b"Pstorage\n"), "opcode 0x50")
refused("call_dict.pth", one(b"})R"), "calls what is no function")
refused("call_type.pth", one(named("torch", "FloatStorage") + b")R"), "calls a type")
refused("build_tensor.pth", one(w + b"}b"), "sets the state")
refused("memo_get.pth", one(b"j\xff\xff\xff\xff"), "memo has no such entry")
refused("underflow.pth", b"0", "stack is empty")
refused("pop_past_mark.pth", b"}(0", "stack is empty")
refused("no_mark.pth", b"}u", "there is no mark")
refused("odd_items.pth", b"}(" + text("w") + b"u", "a key without a value")
refused("left_over.pth", b"N" + one(w), "left over")
refused("append_to_dict.pth", b"}Na", "appends to no list")
refused("nested_tuples.pth", one(b")" + b"\x85" * 300000), "nested more than 1000", deflate=True)
refused("list_in_itself.pth", one(b"]q\x00h\x00a"), "contains itself")
refused("dict_in_itself.pth", b"}q\x00" + text("w") + b"h\x00s", "contains itself")
refused("long_long.pth", one(b"\x8a\x11" + bytes(17)), "an integer of 17 bytes")
refused("long_string.pth", one(b"X\xff\xff\xff\x7f"), "runs past the end")
refused("huge_string.pth", one(b"\x8d" + b"\xff" * 8), "runs past the end")
refused("frame.pth", b"\x95" + b"\xff" * 8 + one(w), "a frame runs past")
no("protocol6.pth", archive(pickle(one(w), 6), {"0": F32}), "pickle protocol 6")
no("no_stop.pth", archive(b"\x80\x02" + one(w), {"0": F32}), "cut short")
no("empty_pickle.pth", archive(b"", {"0": F32}), "cut short")
refused("root_list.pth", b"]", "no dict of tensors")
refused("no_weights.pth", mapping([("epoch", integer(3))]), "without a dict of tensors; it holds epoch")

refused("storage_short.pth", one(w), "storage 0 has 92 bytes, 96 are claimed", {"0": F32[:-4]})
refused("storage_missing.pth", one(w), "storage 0 is missing", {})
refused("past_storage.pth", one(tensor(f32, 1, (4, 6), (6, 1))), "elements 1 to 25 of a storage that has 24")
refused("stride_past.pth", one(tensor(f32, 0, (4, 6), (7, 1))), "elements 0 to 27 of")
refused("stride_wraps.pth", one(tensor(f32, 0, (3, 1), (2**62, 1))), "overflows")
refused("shape_wraps.pth", one(tensor(f32, 0, (2**32, 2**32), (0, 0))), "overflows")
refused("shape_hidden.pth", one(tensor(f32, 0, (2**32, 2**32, 0), (0, 0, 1))), "overflows")
refused("expanded_huge.pth", one(tensor(f32, 0, (2**40,), (0,))), "that repeat 4")
refused("negative_extent.pth", one(tensor(f32, 0, (-4, -6), (6, 1))), "negative extent or stride, -4")
refused("negative_stride.pth", one(tensor(f32, 23, (24,), (-1,))), "negative extent or stride, -1")
refused("negative_offset.pth", one(tensor(f32, -1, (4,), (1,))), "elements -1 to 3")
refused("rank_differs.pth", one(tensor(f32, 0, (4, 6), (6,))), "2 extents but 1 strides")
refused("rank_65.pth", one(tensor(f32, 0, (1,) * 65, (1,) * 65)), "more than 64 extents")
refused("extent_text.pth", one(named("torch._utils", "_rebuild_tensor_v2") + tup(
    f32, integer(0), tup(text("4")), ints((1,)), b"\x89", HOOKS) + b"R"), "no integer")
refused("numel_wraps.pth", one(tensor(storage("DoubleStorage", "0", 2**61), 0, (1,), (1,))),
        "claims 2305843009213693952 elements")
refused("numel_negative.pth", one(tensor(storage("FloatStorage", "0", -1), 0, (1,), (1,))), "no storage")
refused("storage_path.pth", one(tensor(storage("FloatStorage", "../0", COUNT), 0, (1,), (1,))),
        "named '../0', which is no number")
refused("storage_type.pth", one(tensor(storage("ComplexFloatStorage", "0", 2), 0, (1,), (1,))),
        "'torch.ComplexFloatStorage'")
refused("untyped_v2.pth", one(tensor(storage("UntypedStorage", "0", 96, "torch.storage"), 0, (1,), (1,))),
        "untyped storage without a dtype")
refused("duplicate_name.pth", b"}(" + (text("w") + w) * 2 + b"u", "twice")
refused("name_no_utf8.pth", b"}" + text(b"w\xff") + w + b"s", "not UTF-8")
refused("big_endian.pth", one(w), "byte order 'big'", extra=[("archive/byteorder", b"big")])
refused("torchscript.pt", one(w), "TorchScript", extra=[("archive/constants.pkl", pickle(b")"))])
refused("torchscript_code.pt", one(w), "TorchScript", extra=[("archive/code/__torch__.py", b"")])
refused("two_pickles.pth", one(w), "2 pickles", extra=[("other/data.pkl", pickle(one(w)))])

plain = archive(pickle(one(w)), {"0": F32})


def patched(raw, at, new):
    return raw[:at] + new + raw[at + len(new):]


END = len(plain) - 22  # zipfile writes no comment
FIRST = struct.unpack("<I", plain[END + 16:END + 20])[0]  # The first central header
no("zip_trailing.pth", plain + b"x", "no end record")
no("zip_comment_long.pth", patched(plain, END + 20, b"\x01\x00"), "no end record")
no("zip_entries_more.pth", patched(plain, END + 8, b"\x04\x00\x04\x00"), "claims 4 entries in")
no("zip_signature.pth", patched(plain, FIRST, b"XX"), "directory is damaged")
no("zip_entries_less.pth", patched(plain, END + 8, b"\x02\x00\x02\x00"), "more than its 2 entries")
no("zip_entries_many.pth", patched(plain, END + 8, b"\xfe\xff\xfe\xff"), "claims 65534 entries")
no("zip_split.pth", patched(plain, END + 4, b"\x01\x00"), "split")
no("zip_directory_far.pth", patched(plain, END + 16, b"\xff\xff\xff\x7f"), "directory claims")
no("zip_no_64.pth", patched(plain, END + 16, b"\xff\xff\xff\xff"), "no 64-bit end record")
no("zip_encrypted.pth", patched(patched(plain, FIRST + 8, b"\x01\x00"), 6, b"\x01\x00"), "encrypted")
no("zip_method.pth", patched(patched(plain, FIRST + 10, b"\x0c\x00"), 8, b"\x0c\x00"), "compression method 12")
no("zip_local_method.pth", patched(plain, 8, b"\x08\x00"), "local header disagrees")
no("zip_local_name.pth", patched(plain, 30, b"B"), "local header disagrees")
no("zip_local_size.pth", patched(plain, 22, b"\x01\x00\x00\x00"), "local header disagrees")
no("zip_sizes_differ.pth", patched(plain, FIRST + 24, b"\x01\x00\x00\x00"), "stored, but")
no("zip_crc.pth", patched(plain, 60, bytes([plain[60] ^ 1])), "checksum")
twice = archive(pickle(one(w)), {"0": F32, "1": F32})
no("zip_name_twice.pth", twice.replace(b"archive/data/1", b"archive/data/0"), "directory twice")

# The entry data/2 is said to lie inside data/1, whose bytes are a true copy of it.
alone = archive(pickle(one(w)), {"2": F32})
start = alone.index(b"PK\x03\x04", 4)
copy = alone[start:alone.index(b"PK\x03\x04", start + 4)]
nested = archive(pickle(one(w)), {"0": F32, "1": copy, "2": F32})
central = nested.rindex(b"archive/data/2") - 46
no("zip_shared_bytes.pth",
   patched(nested, central + 42, struct.pack("<I", nested.index(copy))), "shares bytes")
no("zip_empty.pth", b"PK\x05\x06" + bytes(18), "not a PyTorch checkpoint")
numpy = io.BytesIO()
with zipfile.ZipFile(numpy, "w") as z:
    z.writestr(zipfile.ZipInfo("arr_0.npy", (1980, 1, 1, 0, 0, 0)), b"\x93NUMPY")
no("arrays.npz", numpy.getvalue(), "NumPy archive")
deflated = archive(pickle(one(w)), {"0": F32}, deflate=True)
first = deflated.index(b"PK\x01\x02")
size = struct.unpack("<I", deflated[first + 24:first + 28])[0]
bigger = struct.pack("<I", size + 1)
no("inflate_short.pth", patched(patched(deflated, first + 24, bigger), 22, bigger), "inflates to")
smaller = struct.pack("<I", size - 1)
no("inflate_long.pth", patched(patched(deflated, first + 24, smaller), 22, smaller), "inflates to more than")
huge = struct.pack("<I", 1 << 30)
no("inflate_bomb.pth", patched(patched(deflated, first + 24, huge), 22, huge), "cannot inflate")
no("deflate_damaged.pth", patched(deflated, 30 + len("archive/data.pkl"), b"\xff\xff"), "compressed data is damaged")

(OUT / "expected.json").write_text(json.dumps(
    {"made by": "make_golden.py, version 1", "good": good, "bad": bad}, indent=1, ensure_ascii=True) + "\n")
print(f"{len(good)} good and {len(bad)} bad checkpoints in {OUT}")
