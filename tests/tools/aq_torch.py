"""PyTorch zip checkpoints (.pth, .pt, .ckpt, .bin) without PyTorch; runs no code from the file."""
import collections
import pickle
import zipfile

import numpy as np

from aq_tensors import Tensor

STORAGES = {"DoubleStorage": "F64", "FloatStorage": "F32", "HalfStorage": "F16",
            "BFloat16Storage": "BF16", "LongStorage": "I64", "IntStorage": "I32",
            "ShortStorage": "I16", "CharStorage": "I8", "ByteStorage": "U8", "BoolStorage": "BOOL"}
SIZES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1,
         "BOOL": 1}


def rebuild(storage, offset, size, stride, *_):
    """A view of a storage, gathered into row-major order."""
    dtype, data = storage
    item = SIZES[dtype]
    elements = data.view(f"V{item}")[offset:]
    view = np.lib.stride_tricks.as_strided(elements, size, [s * item for s in stride], writeable=False)
    flat = np.ascontiguousarray(view).reshape(-1)
    return Tensor(dtype, tuple(size), flat.view(np.uint8) if flat.size else np.zeros(0, np.uint8))


class StateDict(pickle.Unpickler):
    """Knows the few names that a state dict needs; every other one is refused."""

    def __init__(self, file, storage):
        super().__init__(file)
        self.storage = storage

    def find_class(self, module, name):
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        known = {("collections", "OrderedDict"): collections.OrderedDict,
                 ("torch", "Size"): tuple,
                 ("torch._utils", "_rebuild_tensor"): rebuild,
                 ("torch._utils", "_rebuild_tensor_v2"): rebuild,
                 ("torch._utils", "_rebuild_parameter"): lambda data, *_: data}
        if (module, name) not in known:
            raise pickle.UnpicklingError(f"{module}.{name} is not a part of a state dict")
        return known[module, name]

    def persistent_load(self, pid):
        kind, dtype, key, _location, _elements = pid
        if kind != "storage":
            raise pickle.UnpicklingError(f"persistent id {kind}")
        return dtype, self.storage(key)


def read(path):
    """(name -> Tensor, {}) of the state dict, also one below `state_dict` or `model`."""
    with zipfile.ZipFile(path) as archive:
        pickles = [n for n in archive.namelist() if n.endswith("/data.pkl")]
        top = pickles[0].removesuffix("data.pkl")
        load = lambda key: np.frombuffer(archive.read(f"{top}data/{key}"), np.uint8)
        with archive.open(pickles[0]) as file:
            found = StateDict(file, load).load()
    for key in ("state_dict", "model"):
        if isinstance(found.get(key), dict):
            found = found[key]
    return {name: value for name, value in found.items() if isinstance(value, Tensor)}, {}
