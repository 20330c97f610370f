#include "core/io/formats/state_dict.h"

#include "core/base/printable.h"
#include "core/io/refusal.h"

#include <QSet>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <limits>

namespace aq {
namespace {

using Kind = PickleValue::Kind;
constexpr std::int64_t maxCount = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t maxRank = 64;
constexpr std::int64_t maxRepeated = std::int64_t(1) << 30; ///< Bytes of a view that repeats some.

/// Keys under which programs keep the weights, best first.
constexpr std::array nestedKeys{"state_dict", "model", "module", "model_state_dict", "params",
    "params_ema", "ema", "ema_state_dict", "state", "net", "generator"};

bool holdsTensors(const PickleDocument& pickle, const PickleValue& dict)
{
    if (dict.kind != Kind::Dict)
        return false;
    const auto items = pickle.items(dict);
    for (std::size_t i = 1; i < items.size(); i += 2)
        if (items[i].kind == Kind::Tensor && items[i - 1].kind == Kind::Text)
            return true;
    return false;
}

/// The value under a key, or null. The last one counts, as in Python.
const PickleValue* valueUnder(
    const PickleDocument& pickle, const PickleValue& dict, QByteArrayView key)
{
    const PickleValue* found = nullptr;
    const auto items = pickle.items(dict);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].kind == Kind::Text && pickle.text(items[i]) == key)
            found = &items[i + 1];
    return found;
}

/// The dict with the weights; `path` tells how it was reached ("model.state_dict").
std::optional<PickleValue> findDict(const PickleDocument& pickle, QStringList& path)
{
    PickleValue dict = pickle.root;
    for (int level = 0; level < 4 && dict.kind == Kind::Dict; ++level) {
        const PickleValue* next = nullptr;
        for (const char* key : nestedKeys) {
            const PickleValue* value = valueUnder(pickle, dict, key);
            if (!value || value->kind != Kind::Dict)
                continue;
            const bool better = holdsTensors(pickle, *value);
            if (!next || better) {
                if (next)
                    path.removeLast();
                path << QLatin1StringView(key);
                next = value;
            }
            if (better)
                return *next;
        }
        if (holdsTensors(pickle, dict)) {
            if (next)
                path.removeLast();
            return dict;
        }
        if (!next)
            return std::nullopt;
        dict = *next;
    }
    return std::nullopt;
}

/// "epoch, optimizer and 3 others", for a note or an error.
QString keysOf(const PickleDocument& pickle, const PickleValue& dict)
{
    QStringList keys;
    int more = 0;
    const auto items = pickle.items(dict);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].kind != Kind::Text || keys.size() == 5)
            ++more;
        else
            keys << printable(QString::fromUtf8(pickle.text(items[i])), 30);
    const QString text = keys.join(QStringLiteral(", "));
    return more == 0 ? text : text + QStringLiteral(" and %1 others").arg(more);
}

Result<QString> decodeName(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString name = decoder(text);
    if (decoder.hasError())
        return corrupt(QStringLiteral("a name that is not UTF-8"))
            .in(printable(QString::fromUtf8(text)));
    return name;
}

Result<Shape> readExtents(const PickleDocument& pickle, const PickleValue& tuple)
{
    Shape extents;
    if (pickle.items(tuple).size() > maxRank)
        return corrupt(QStringLiteral("more than %1 extents").arg(maxRank));
    for (const PickleValue& item : pickle.items(tuple)) {
        if (item.kind != Kind::Int)
            return corrupt(QStringLiteral("an extent or stride that is no integer"));
        if (item.number < 0)
            return corrupt(QStringLiteral("a negative extent or stride, %1").arg(item.number));
        extents.push_back(item.number);
    }
    return extents;
}

bool isRowMajor(const Shape& shape, const Shape& strides)
{
    std::int64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && strides[i] != expected)
            return false;
        expected *= shape[i]; // No overflow: elementCount() came before.
    }
    return true;
}

/// Elements from the first to behind the last of a view; nothing on overflow.
std::optional<std::int64_t> spannedElements(const Shape& shape, const Shape& strides)
{
    std::int64_t last = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const std::int64_t steps = shape[i] - 1;
        if (steps < 0)
            return 0;
        if (strides[i] != 0 && steps > (maxCount - 1 - last) / strides[i])
            return std::nullopt;
        last += steps * strides[i];
    }
    return last + 1;
}

/// The storage part of a tensor.
Result<void> readStorage(const PickleDocument& pickle, const PickleValue& storage,
    const PickleValue& dtype, StoredTensor& tensor)
{
    const auto items = pickle.items(storage);
    const PickleGlobal& type = pickle.global(items[0]);
    const bool untyped = type.kind == PickleGlobal::Kind::UntypedStorage;
    if (dtype.kind == Kind::None && untyped)
        return unsupported(QStringLiteral("an untyped storage without a dtype"));
    tensor.dtype = *(dtype.kind == Kind::None ? type : pickle.global(dtype)).dtype;
    const QByteArrayView key = pickle.text(items[1]);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (key.empty() || key.size() > 20 || !std::all_of(key.begin(), key.end(), isDigit))
        return corrupt(QStringLiteral("its storage is named '%1', which is no number")
                           .arg(printable(QString::fromUtf8(key))));
    tensor.storage = key.toByteArray();
    const std::int64_t unit = untyped ? 1 : bitsOf(*type.dtype) / 8;
    if (items[2].number > maxCount / unit)
        return corrupt(QStringLiteral("its storage claims %1 elements").arg(items[2].number));
    tensor.storageBytes = items[2].number * unit;
    return {};
}

/// The view must lie in the storage. Sets offset, span, strides.
Result<void> placeView(StoredTensor& tensor, std::int64_t offset, Shape strides)
{
    const std::int64_t size = bitsOf(tensor.dtype) / 8;
    const std::int64_t held = tensor.storageBytes / size; // In elements.
    const auto bytes = byteSize(tensor.shape, tensor.dtype);
    const auto spanned = spannedElements(tensor.shape, strides);
    if (!bytes || !spanned)
        return corrupt(
            QStringLiteral("shape %1 overflows").arg(printable(shapeText(tensor.shape))));
    if (offset < 0 || offset > held || *spanned > held - offset)
        return corrupt(QStringLiteral("elements %1 to %2 of a storage that has %3")
                           .arg(offset)
                           .arg(QString::number(std::uint64_t(offset) + std::uint64_t(*spanned)))
                           .arg(held));
    tensor.offset = offset * size;
    tensor.span = *spanned * size;
    if (*bytes > tensor.span && *bytes > maxRepeated)
        return unsupported(QStringLiteral("%1 bytes that repeat %2").arg(*bytes).arg(tensor.span));
    if (*bytes > 0 && !isRowMajor(tensor.shape, strides))
        tensor.strides = std::move(strides);
    return {};
}

Result<StoredTensor> readTensor(const PickleDocument& pickle, const PickleValue& value)
{
    const auto items = pickle.items(value);
    StoredTensor tensor;
    if (const auto storage = readStorage(pickle, items[0], items[4], tensor); !storage)
        return storage.error();
    auto shape = readExtents(pickle, items[2]);
    if (!shape)
        return shape.error();
    auto strides = readExtents(pickle, items[3]);
    if (!strides)
        return strides.error();
    if (shape->size() != strides->size())
        return corrupt(
            QStringLiteral("%1 extents but %2 strides").arg(shape->size()).arg(strides->size()));
    tensor.shape = std::move(*shape);
    if (const auto placed = placeView(tensor, items[1].number, std::move(*strides)); !placed)
        return placed.error();
    return tensor;
}

Result<void> readTensors(const PickleDocument& pickle, const PickleValue& dict, StateDict& into)
{
    QSet<QString> names;
    qsizetype others = 0;
    const auto items = pickle.items(dict);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i].kind != Kind::Text || items[i + 1].kind != Kind::Tensor) {
            ++others;
            continue;
        }
        const auto name = decodeName(pickle.text(items[i]));
        if (!name)
            return name.error();
        if (names.contains(*name))
            return corrupt(QStringLiteral("stands in the checkpoint twice")).in(printable(*name));
        names.insert(*name);
        auto tensor = readTensor(pickle, items[i + 1]);
        if (!tensor)
            return tensor.error().in(printable(*name));
        tensor->name = *name;
        into.tensors.push_back(std::move(*tensor));
    }
    if (others > 0)
        into.notes
            << QStringLiteral("%1 entries of the state dict are no tensors; left out.").arg(others);
    return {};
}

} // namespace

Result<StateDict> findStateDict(const PickleDocument& pickle)
{
    if (pickle.root.kind != Kind::Dict)
        return unsupported(QStringLiteral("a checkpoint that holds no dict of tensors"));
    QStringList path;
    const bool isEmpty = pickle.items(pickle.root).empty();
    const auto dict = isEmpty ? std::optional(pickle.root) : findDict(pickle, path);
    if (!dict)
        return unsupported(QStringLiteral("a checkpoint without a dict of tensors; it holds %1")
                               .arg(keysOf(pickle, pickle.root)));
    StateDict found;
    if (!path.isEmpty())
        found.notes << QStringLiteral("The weights under '%1' were taken; the checkpoint holds %2.")
                           .arg(path.join(QLatin1Char('.')), keysOf(pickle, pickle.root));
    if (const auto read = readTensors(pickle, *dict, found); !read)
        return read.error();
    return found;
}

} // namespace aq
