#!/usr/bin/python3
"""Opens an original and a quantized model with readers that share no code with the program, decodes
every tensor of the quantized one and measures it against the original.

    aq_reader.py ORIGINAL QUANTIZED      one JSON object per line and tensor

NumPy only. Sums are taken in double, in another order than the program's.
"""
import json
import math
import os
import sys

import numpy as np

import aq_arrow
import aq_gguf
import aq_safetensors
import aq_torch
from aq_tensors import FLOATS, decode, stored_bytes


def read_folder(path):
    """A diffusers folder (components become prefixes) or a folder with one index or model file."""
    names = sorted(os.listdir(path))
    tensors = {}
    if "model_index.json" in names:
        for part in names:
            folder = os.path.join(path, part)
            if os.path.isdir(folder) and any("safetensors" in n for n in os.listdir(folder)):
                tensors |= {f"{part}.{n}": t for n, t in read_model(folder)[0].items()}
        return tensors, {}
    chosen = [n for n in names if n.endswith(".index.json")] or [
        n for n in names if n.endswith(".safetensors")]
    return read_model(os.path.join(path, chosen[0]))


def read_index(path):
    with open(path, encoding="utf-8") as file:
        shards = sorted(set(json.load(file)["weight_map"].values()))
    tensors = {}
    for shard in shards:
        tensors |= aq_safetensors.read(os.path.join(os.path.dirname(path), shard))[0]
    return tensors, {}


def read_model(path):
    """(name -> Tensor, metadata) of any file or folder that is known here, by its content."""
    if os.path.isdir(path):
        return read_folder(path)
    if path.endswith(".index.json"):
        return read_index(path)
    with open(path, "rb") as file:
        head = file.read(6)
    if head == b"ARROW1" or head[:4] == b"\xff\xff\xff\xff":
        return aq_arrow.read(path)
    if head[:4] == b"GGUF":
        return aq_gguf.read(path)
    if head[:4] == b"PK\x03\x04":
        return aq_torch.read(path)
    return aq_safetensors.read(path)


def sums(x, y):
    """Sums over float32 arrays, in double."""
    x, y = x.astype(np.float64), y.astype(np.float64)
    d = x - y
    return {"xx": float(x @ x), "yy": float(y @ y), "xy": float(x @ y), "dd": float(d @ d),
            "max": float(np.abs(d).max(initial=0.0)), "count": x.size}


def measures(s):
    """Cosine, relative RMSE, SQNR in dB (infinite: None) and largest error."""
    if s["dd"] == 0:
        return {"cosine": 1.0, "relRmse": 0.0, "sqnrDb": None, "maxError": 0.0}
    power = s["xx"] * s["yy"]
    relative = math.sqrt(s["dd"] / s["xx"]) if s["xx"] else None
    return {"cosine": s["xy"] / math.sqrt(power) if power else 0.0, "relRmse": relative,
            "sqnrDb": -20 * math.log10(relative) if relative else None, "maxError": s["max"]}


def are_identical(a, b):
    """The same bytes, read the same way: of elements, or of the same blocks."""
    if isinstance(a.encoding, aq_gguf.Blocks) and isinstance(b.encoding, aq_gguf.Blocks):
        return (a.encoding.type_name == b.encoding.type_name
                and np.array_equal(a.encoding.data, b.encoding.data))
    return (a.encoding is None and b.encoding is None and a.dtype == b.dtype
            and np.array_equal(a.data, b.data))


def compare(original, quantized):
    """Measures of one tensor, whose original may be quantized too. Tensors that were kept must be equal
    byte for byte."""
    if original.shape != quantized.shape:
        raise ValueError(f"shape {original.shape} became {quantized.shape}")
    weights = max(original.elements, 1)
    result = {"identical": are_identical(original, quantized),
              "bytesBefore": stored_bytes(original), "bytesAfter": stored_bytes(quantized),
              "bitsPerWeight": 8 * stored_bytes(quantized) / weights}
    if original.dtype in FLOATS and not result["identical"]:
        s = sums(decode(original), decode(quantized))
    else:
        s = {"xx": 0.0, "yy": 0.0, "xy": 0.0, "dd": 0.0, "max": 0.0, "count": original.elements}
        if result["identical"] and original.dtype in FLOATS:
            x = decode(original).astype(np.float64)
            s["xx"] = s["yy"] = s["xy"] = float(x @ x)
    return result | measures(s) | {"sums": s}


def namesake(name, quantized):
    """Its name in the quantized file, which may lack the prefix that a full checkpoint has; None if
    it is missing."""
    short = name.removeprefix("model.diffusion_model.")
    return name if name in quantized else short if short in quantized else None


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    original, quantized = read_model(sys.argv[1])[0], read_model(sys.argv[2])[0]
    for name, tensor in original.items():
        result = compare(tensor, quantized[namesake(name, quantized)])
        result.pop("sums")
        print(json.dumps({"name": name, **result}))


if __name__ == "__main__":
    main()
