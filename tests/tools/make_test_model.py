#!/usr/bin/python3
"""Writes a small safetensors model with the shapes and values that go wrong first.

    make_test_model.py OUT.safetensors [gguf|gguf-comfyui]

Linear and convolution weights with ragged last groups, heavy tails, constants, zeros, subnormals,
several float types, integers, empty and 0-d tensors. With "gguf" without what such a file cannot hold,
with "gguf-comfyui" without integers too, both with rows of whole blocks. The same bytes every time.
"""
import json
import struct
import sys

import numpy as np


def tensors():
    rng = np.random.default_rng(20)
    tails = rng.standard_t(3, size=(48, 1000)).astype(np.float32) * 0.02
    normal = (rng.normal(size=(96, 320)) * rng.lognormal(size=(96, 1)) * 0.05).astype(np.float32)
    bf16 = (normal[:, :96].copy().view(np.uint32) >> 16).astype(np.uint16)
    return {
        "linear.weight": ("F32", normal),
        "linear.bias": ("F32", normal[:, 0].copy()),
        "tails.weight": ("F32", tails),
        "conv.weight": ("F16", normal[:32, :300].reshape(32, 12, 5, 5).astype(np.float16)),
        "brain.weight": ("BF16", bf16),
        "wide.weight": ("F64", normal[:40].astype(np.float64)),
        "five.weight": ("F32", tails[:12, :960].reshape(12, 4, 3, 8, 10).copy()),
        "constant.weight": ("F32", np.full((16, 100), -0.3, np.float32)),
        "zero.weight": ("F32", np.zeros((16, 100), np.float32)),
        "subnormal.weight": ("F32", np.full((16, 100), 1e-41, np.float32)),
        "steps": ("I64", np.arange(1000, dtype=np.int64)),
        "flags": ("BOOL", np.array([1, 0, 1], np.uint8)),
        "empty.weight": ("F32", np.zeros((0, 8), np.float32)),
        "scalar": ("F32", np.float32(0.25).reshape(())),
    }


def for_gguf(target):
    made = tensors()
    del made["flags"], made["empty.weight"]
    if target == "gguf-comfyui":
        del made["steps"]
    rng = np.random.default_rng(21)
    rows = (rng.standard_t(4, size=(40, 768)) * rng.lognormal(size=(40, 1)) * 0.02).astype(np.float32)
    rows[3, 256:512] = 0
    rows[5, :32] = 0.0625
    made["rows.weight"] = ("F32", rows)
    made["half.weight"] = ("F16", rows[:24, :512].astype(np.float16))
    made["brain.rows.weight"] = ("BF16", (rows[8:, 256:512].copy().view(np.uint32) >> 16).astype(np.uint16))
    made["deep.weight"] = ("F16", rows[:24].reshape(6, 4, 3, 256).astype(np.float16))
    made["kernel.weight"] = ("F16", rows[:16, :576].reshape(16, 64, 3, 3).astype(np.float16))
    return made


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    made = for_gguf(sys.argv[2]) if len(sys.argv) == 3 else tensors()
    header, data = {}, b""
    for name, (dtype, array) in made.items():
        raw = np.ascontiguousarray(array).tobytes()
        header[name] = {"dtype": dtype, "shape": list(array.shape),
                        "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(sys.argv[1], "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


if __name__ == "__main__":
    main()
