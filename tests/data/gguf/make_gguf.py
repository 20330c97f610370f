#!/usr/bin/python3
"""Has ggml itself write a small GGUF file: a tensor of every type it knows, a key of every type.

    make_gguf.py LIBGGML-BASE.SO

Writes written_by_ggml.gguf here. A tensor is named like its type and filled with the type's number.
The file in the repository comes from ggml 0.21.0.
"""
import ctypes
import os
import sys

UINT32, STRING = 4, 8
SCALARS = {0: ("u8", ctypes.c_uint8), 1: ("i8", ctypes.c_int8), 2: ("u16", ctypes.c_uint16),
           3: ("i16", ctypes.c_int16), 4: ("u32", ctypes.c_uint32), 5: ("i32", ctypes.c_int32),
           6: ("f32", ctypes.c_float), 7: ("bool", ctypes.c_bool), 10: ("u64", ctypes.c_uint64),
           11: ("i64", ctypes.c_int64), 12: ("f64", ctypes.c_double)}
POINTER = ctypes.c_void_p


class InitParams(ctypes.Structure):
    """struct ggml_init_params"""
    _fields_ = [("mem_size", ctypes.c_size_t), ("mem_buffer", POINTER), ("no_alloc", ctypes.c_bool)]


def declare(lib):
    for name, result, arguments in [
            ("ggml_init", POINTER, [InitParams]), ("ggml_set_name", POINTER, [POINTER, ctypes.c_char_p]),
            ("ggml_new_tensor", POINTER,
             [POINTER, ctypes.c_int, ctypes.c_int, ctypes.POINTER(ctypes.c_int64)]),
            ("ggml_nbytes", ctypes.c_size_t, [POINTER]), ("ggml_blck_size", ctypes.c_int64, [ctypes.c_int]),
            ("ggml_type_size", ctypes.c_size_t, [ctypes.c_int]),
            ("ggml_type_name", ctypes.c_char_p, [ctypes.c_int]), ("gguf_init_empty", POINTER, []),
            ("gguf_add_tensor", None, [POINTER, POINTER]),
            ("gguf_set_tensor_data", None, [POINTER, ctypes.c_char_p, POINTER]),
            ("gguf_set_val_str", None, [POINTER, ctypes.c_char_p, ctypes.c_char_p]),
            ("gguf_set_arr_data", None,
             [POINTER, ctypes.c_char_p, ctypes.c_int, POINTER, ctypes.c_size_t]),
            ("gguf_set_arr_str", None,
             [POINTER, ctypes.c_char_p, ctypes.POINTER(ctypes.c_char_p), ctypes.c_size_t]),
            ("gguf_write_to_file", ctypes.c_bool, [POINTER, ctypes.c_char_p, ctypes.c_bool])]:
        function = getattr(lib, name)
        function.restype, function.argtypes = result, arguments
    return lib


def add_keys(lib, file):
    lib.gguf_set_val_str(file, b"general.architecture", b"flux")
    for kind, (word, number) in SCALARS.items():
        setter = getattr(lib, f"gguf_set_val_{word}")
        setter.restype, setter.argtypes = None, [POINTER, ctypes.c_char_p, number]
        setter(file, f"one.{word}".encode(), True if kind == 7 else 7)
        values = (number * 3)(1, 0, 1)
        lib.gguf_set_arr_data(file, f"three.{word}".encode(), kind, values, 3)
    words = (ctypes.c_char_p * 2)(b"a", "h\u00e4".encode())
    lib.gguf_set_arr_str(file, b"words", words, 2)


def add_tensors(lib, context, file):
    kept = []
    for kind in range(43):
        name = lib.ggml_type_name(kind)
        if not name or not lib.ggml_type_size(kind) or not lib.ggml_blck_size(kind):
            continue
        extents = (ctypes.c_int64 * 2)(lib.ggml_blck_size(kind), 3)
        tensor = lib.ggml_new_tensor(context, kind, 2, extents)
        lib.ggml_set_name(tensor, name.lower())
        data = (ctypes.c_uint8 * lib.ggml_nbytes(tensor))(*[kind] * lib.ggml_nbytes(tensor))
        lib.gguf_add_tensor(file, tensor)
        lib.gguf_set_tensor_data(file, name.lower(), data)
        kept.append(data)
    return kept  # Until the file is written.


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lib = declare(ctypes.CDLL(sys.argv[1]))
    context, file = lib.ggml_init(InitParams(1 << 20, None, True)), lib.gguf_init_empty()
    add_keys(lib, file)
    kept = add_tensors(lib, context, file)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "written_by_ggml.gguf")
    if not lib.gguf_write_to_file(file, path.encode(), False):
        sys.exit(f"{path} cannot be written")
    print(f"{len(kept)} tensors")


if __name__ == "__main__":
    main()
