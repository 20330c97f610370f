"""Plain and packed safetensors, read by the published layout and docs/formats/packed-safetensors.md."""
import json

import numpy as np

from aq_tensors import Encoding, Tensor

NUMPY = {"F16": "<f2", "F32": "<f4", "U8": "u1"}


def read_stored(path):
    """(name -> Tensor as stored, metadata). Data stays in the file until it is used."""
    data = np.memmap(path, np.uint8, "r")
    size = int.from_bytes(data[:8].tobytes(), "little")
    header = json.loads(data[8 : 8 + size].tobytes())
    metadata = header.pop("__metadata__", {})
    start = 8 + size
    tensors, covered = {}, 0
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        if begin != covered:
            raise ValueError(f"{path}: {name}: a hole or an overlap at {begin}")
        covered = end
        tensors[name] = Tensor(entry["dtype"], tuple(entry["shape"]), data[start + begin : start + end])
    if start + covered != data.size:
        raise ValueError(f"{path}: {data.size - start - covered} bytes after the last tensor")
    return tensors, metadata


def fold(stored, recipes):
    """Companions back into one tensor each, by the JSON in "arrowquant.tensors"."""
    tensors = {}
    for name, recipe in recipes.items():
        codes, scales = stored.pop(name + ".codes"), stored.pop(name + ".scales")
        zeros = stored.pop(name + ".zero_points", None)
        values = [scales.data.view(NUMPY[recipe["scale_type"]]).astype(np.float32),
                  np.zeros(0, np.float32) if zeros is None
                  else zeros.data.view(NUMPY[recipe["zero_type"]]).astype(np.float32)]
        tensors[name] = Tensor(
            recipe["dtype"], tuple(recipe["shape"]),
            encoding=Encoding(int(recipe["scheme"].removeprefix("int")), recipe["group_size"],
                              recipe["symmetry"], codes.data, *values))
        tensors[name].stored = sum(p.data.nbytes for p in (codes, scales, zeros) if p is not None)
    return tensors | stored


def read(path):
    """(name -> Tensor, metadata); quantized tensors have an encoding."""
    stored, metadata = read_stored(path)
    if "arrowquant.tensors" in metadata:
        if metadata.get("arrowquant.version") != "1":
            raise ValueError(f"{path}: unknown version")
        stored = fold(stored, json.loads(metadata["arrowquant.tensors"]))
    return stored, metadata
