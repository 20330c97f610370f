#include "core/io/formats/packed_safetensors.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_size.h"
#include "core/io/refusal.h"

#include <QHash>
#include <QSet>
#include <nlohmann/json.hpp>

namespace aq {
namespace {

using Json = nlohmann::json;

/// Builds the tree as Json::parse() does, in linear time, and stops at a tensor that is named
/// twice: nlohmann would merge the two silently. (With its parse callback it takes quadratic time.)
class UniqueTree : public nlohmann::detail::json_sax_dom_parser<Json> {
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;

public:
    explicit UniqueTree(Json& tree)
        : Base(tree, false)
    {
    }
    bool start_object(std::size_t size) { return ++m_depth, Base::start_object(size); }
    bool end_object() { return --m_depth, Base::end_object(); }
    bool key(Json::string_t& name)
    {
        const auto names = m_names.size();
        if (m_depth == 1 && (m_names.insert(QString::fromStdString(name)), m_names.size() == names))
            return false;
        return Base::key(name);
    }

private:
    QSet<QString> m_names;
    int m_depth = 0; ///< Of objects.
};

/// An object of unique names, or a discarded value.
Json parseUnique(const QString& text)
{
    Json json;
    UniqueTree tree(json);
    if (!Json::sax_parse(text.toStdString(), &tree) || !json.is_object())
        return Json(Json::value_t::discarded);
    return json;
}

std::optional<QString> textAt(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return {};
    return QString::fromStdString(found->get<std::string>());
}

std::optional<std::int64_t> countOf(const Json& value)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return {};
    return value.get<std::int64_t>();
}

std::optional<Shape> shapeAt(const Json& object)
{
    const auto found = object.find("shape");
    if (found == object.end() || !found->is_array())
        return {};
    Shape shape;
    for (const Json& extent : *found) {
        const auto count = countOf(extent);
        if (!count)
            return {};
        shape.push_back(*count);
    }
    return shape;
}

Error missing(const char* key)
{
    return corrupt(QStringLiteral("arrowquant.tensors has no valid \"%1\" for it")
                       .arg(QLatin1StringView(key)));
}

/// Name, dtype, shape and encoding (without blobs) from one member of "arrowquant.tensors".
Result<TensorInfo> readRecipe(const QString& name, const Json& entry)
{
    if (!entry.is_object())
        return corrupt(QStringLiteral("arrowquant.tensors describes it with no object"));
    TensorInfo tensor;
    tensor.name = name;
    const auto shape = shapeAt(entry);
    const auto scheme = textAt(entry, "scheme");
    const auto dtype
        = dtypeNamed(QLatin1StringView(textAt(entry, "dtype").value_or(QString()).toLatin1()));
    const std::int64_t group
        = entry.contains("group_size") ? countOf(entry["group_size"]).value_or(-1) : -1;
    const auto symmetry = symmetryNamed(textAt(entry, "symmetry").value_or(QString()));
    const auto scaleType = scaleTypeNamed(textAt(entry, "scale_type").value_or(QString()));
    const auto zeroType = zeroTypeNamed(textAt(entry, "zero_type").value_or(QString()));
    if (!shape)
        return missing("shape");
    if (!scheme)
        return missing("scheme");
    if (!packedBits(*scheme))
        return unsupported(QStringLiteral("scheme \"%1\" is not known").arg(printable(*scheme)));
    if (!dtype || !isFloat(*dtype))
        return missing("dtype");
    if (group < 0 || group > INT_MAX)
        return missing("group_size");
    if (!symmetry)
        return missing("symmetry");
    if (!scaleType)
        return missing("scale_type");
    if (!zeroType)
        return missing("zero_type");
    tensor.shape = *shape;
    tensor.dtype = *dtype;
    tensor.encoding = Encoding{.scheme = *scheme,
        .options = {.groupSize = int(group),
            .symmetry = *symmetry,
            .scaleType = *scaleType,
            .zeroType = *zeroType,
            .search = Search::None},
        .codes = {},
        .scales = {},
        .zeros = {}};
    return tensor;
}

/// The stored tensors by name; each may be taken once.
class Stored {
public:
    explicit Stored(const std::vector<TensorInfo>& tensors)
        : m_tensors(tensors)
    {
        for (std::size_t i = 0; i < tensors.size(); ++i)
            m_index.insert(tensors[i].name, i);
    }

    bool contains(const QString& name) const { return m_index.contains(name); }

    Result<std::size_t> take(const QString& name, DType dtype, const Shape& shape)
    {
        const auto found = m_index.constFind(name);
        if (found == m_index.constEnd())
            return corrupt(QStringLiteral("is missing")).in(printable(name));
        const TensorInfo& tensor = m_tensors[*found];
        if (tensor.dtype != dtype || tensor.shape != shape)
            return corrupt(QStringLiteral("is %1 %2, expected %3 %4")
                               .arg(QLatin1StringView(nameOf(tensor.dtype)),
                                   printable(shapeText(tensor.shape)),
                                   QLatin1StringView(nameOf(dtype)), printable(shapeText(shape))))
                .in(printable(name));
        return *found;
    }

private:
    const std::vector<TensorInfo>& m_tensors;
    QHash<QString, std::size_t> m_index;
};

DType dtypeOf(ScaleType type) { return type == ScaleType::F16 ? DType::F16 : DType::F32; }

DType dtypeOf(ZeroType type)
{
    return type == ZeroType::U8 ? DType::U8 : type == ZeroType::F16 ? DType::F16 : DType::F32;
}

/// Where the parts of a quantized tensor lie among the stored ones.
struct Parts {
    std::size_t codes = 0;
    std::optional<std::size_t> scales, zeros;
};

Result<Parts> findParts(const TensorInfo& tensor, Stored& stored)
{
    const Encoding& encoding = *tensor.encoding;
    const auto size = packedSize(encoding.scheme, encoding.options, tensor.shape);
    if (!size)
        return corrupt(QStringLiteral("shape %1 cannot be stored in groups of %2")
                           .arg(printable(shapeText(tensor.shape)))
                           .arg(encoding.options.groupSize));
    const Shape groups
        = encoding.options.groupSize == 0 ? Shape{1} : Shape{size->rows, size->groups};
    Parts parts;
    const auto codes
        = stored.take(tensor.name + codesSuffix, DType::U8, {size->rows, size->rowBytes});
    if (!codes)
        return codes.error();
    parts.codes = *codes;
    const auto scales
        = stored.take(tensor.name + scalesSuffix, dtypeOf(encoding.options.scaleType), groups);
    if (!scales)
        return scales.error();
    parts.scales = *scales;
    if (encoding.options.zeroType == ZeroType::None) {
        if (stored.contains(tensor.name + zerosSuffix))
            return corrupt(QStringLiteral("has zero points, its zero_type is \"none\""));
        return parts;
    }
    const auto zeros
        = stored.take(tensor.name + zerosSuffix, dtypeOf(encoding.options.zeroType), groups);
    if (!zeros)
        return zeros.error();
    parts.zeros = *zeros;
    return parts;
}

} // namespace

Result<void> foldPacked(ModelHeader& header)
{
    const auto text = header.metadata.constFind(tensorsKey);
    if (text == header.metadata.constEnd())
        return {};
    const QString version = header.metadata.value(versionKey);
    if (version != QLatin1StringView("1"))
        return unsupported(QStringLiteral("arrowquant.version is \"%1\"; version 1 can be read")
                               .arg(printable(version)));
    const Json recipes = parseUnique(*text);
    if (recipes.is_discarded())
        return corrupt(QStringLiteral("arrowquant.tensors is not a JSON object of unique names"));

    Stored stored(header.tensors);
    std::vector<std::optional<TensorInfo>> folded(header.tensors.size());
    std::vector<bool> taken(header.tensors.size());
    for (const auto& [key, entry] : recipes.items()) {
        const QString name = QString::fromStdString(key);
        const auto place = [&, &described = entry]() -> Result<void> {
            if (stored.contains(name))
                return corrupt(QStringLiteral("is stored both packed and plain"));
            auto tensor = readRecipe(name, described);
            if (!tensor)
                return tensor.error();
            const auto parts = findParts(*tensor, stored);
            if (!parts)
                return parts.error();
            taken[parts->codes] = taken[*parts->scales] = true;
            tensor->encoding->codes = header.tensors[parts->codes].data;
            tensor->encoding->scales = header.tensors[*parts->scales].data;
            if (parts->zeros) {
                taken[*parts->zeros] = true;
                tensor->encoding->zeros = header.tensors[*parts->zeros].data;
            }
            folded[parts->codes] = std::move(*tensor);
            return {};
        };
        if (const auto placed = place(); !placed)
            return placed.error().in(printable(name));
    }

    std::vector<TensorInfo> tensors;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded[i])
            tensors.push_back(std::move(*folded[i]));
        else if (!taken[i])
            tensors.push_back(std::move(header.tensors[i]));
    }
    header.tensors = std::move(tensors);
    for (const QString& key : {versionKey, tensorsKey}) // About the container, not the model.
        header.metadata.remove(key);
    return {};
}

} // namespace aq
