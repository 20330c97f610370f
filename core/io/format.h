#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

#include <QMap>
#include <QStringList>
#include <memory>
#include <span>

namespace aq {

class ModelWriter;
struct OutputManifest;

/// One metadata entry of a format whose values have types, as it lies in the file.
struct TypedEntry {
    QString key;
    QByteArray value; ///< GGUF: the value's type and the value, little endian.
    bool operator==(const TypedEntry&) const = default;
};

/// The parsed table of contents of a model. Holds no weights.
struct ModelHeader {
    QMap<QString, QString> metadata; ///< As text, for people and for formats that hold only text.
    std::vector<TensorInfo> tensors; ///< In the file's own order.
    std::vector<TypedEntry> typedMetadata = {}; ///< The same with types, in the file's order.
    bool hasShapes = true; ///< False: a table without shapes; every tensor is one row of elements.
};

/// One part of a diffusers folder: "unet", "vae".
struct Component {
    QString id;    ///< Name of its folder.
    QString title; ///< Class from model_index.json: "UNet2DConditionModel"; may be empty.
    QString path;  ///< Its folder or file; openModel(path) opens it alone.
    bool operator==(const Component&) const = default;
};

/// What a reader hands back: the contents, and the files that the tensors' blobs lie in.
struct OpenedModel {
    ModelHeader header;
    std::vector<std::shared_ptr<const ByteSource>> parts;
    QStringList files;          ///< Path per part.
    QStringList protectedFiles; ///< What else belongs to the model: indexes, other components.
    std::vector<Component> components; ///< Of a diffusers folder; empty otherwise.
    QStringList notes; ///< What was recognised and what is odd, for the window's banner. English.
};

struct OpenOptions {
    QStringList components; ///< Ids of the components to open; empty: all, names prefixed "unet.".
};

/// What format detection may look at.
struct Probe {
    QString path;
    bool isFolder = false;
    Bytes head;            ///< Up to 4096 bytes from the start of a file.
    std::int64_t size = 0; ///< Of the file.
};

/// One file format: one row of the table in formats.cpp, one file in formats/.
struct Format {
    const char* id;         ///< Stable, saved in settings and reports: "safetensors".
    const char* title;      ///< Shown to people: "Safetensors".
    const char* nameFilter; ///< "*.safetensors"; for the open dialog.

    bool (*sniff)(const Probe& probe); ///< By content, not by extension; cheap.
    /// Reads the table of contents only and trusts nothing in it: see docs/formats/.
    Result<OpenedModel> (*open)(const QString& path, const OpenOptions& options);

    /// Starts a file of this format under a temporary name beside `path`; null: read only.
    Result<std::unique_ptr<ModelWriter>> (*create)(
        const QString& path, const OutputManifest& manifest);
    /// Exactly how large the file is that create() and its writer would make of this manifest: the
    /// same checks, the same layout, nothing written. Null exactly where create() is.
    Result<std::int64_t> (*fileBytes)(const OutputManifest& manifest) = nullptr;
    bool wantsAlignment = false; ///< Tensors lie back to back: wide elements should come first.
};

std::span<const Format* const> formats();               ///< In sniffing order.
const Format* formatNamed(QStringView id);              ///< Null if unknown.
Result<const Format*> detectFormat(const Probe& probe); ///< Says what it is instead, when known.

} // namespace aq
