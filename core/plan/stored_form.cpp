#include "core/plan/stored_form.h"
#include "core/base/printable.h"
#include "core/io/formats/gguf_types.h"
#include "core/plan/block_fit.h"

namespace aq {

namespace {

bool isOf(const Scheme& scheme, const char* family) { return qstrcmp(scheme.family, family) == 0; }

const Scheme* floats(DType dtype)
{
    return schemeNamed(QString(QLatin1StringView(nameOf(dtype))).toLower());
}

bool isPlain(DType dtype)
{
    return dtype == DType::F32 || dtype == DType::F16 || dtype == DType::BF16;
}

const Scheme* decoderOf(const TensorInfo& tensor)
{
    return tensor.encoding ? schemeNamed(tensor.encoding->scheme) : nullptr;
}

} // namespace

StoredForms::StoredForms(const Recipe& recipe, const Target& target, const Recognition& recognition)
    : m_recipe(recipe)
    , m_target(target)
    , m_consumer(target.consumer ? consumerNamed(QString::fromLatin1(target.consumer)) : nullptr)
    , m_recognition(recognition)
{
}

bool StoredForms::isGguf() const { return qstrcmp(m_target.family, "ggml") == 0; }

/// A file for nobody in particular keeps the rows of its source.
bool StoredForms::takesReshaped() const { return !m_consumer || m_consumer->takesReshaped; }

/// Whether the source's codes may lie in the file as they are.
bool StoredForms::holds(const Encoding& encoding) const
{
    if (isGguf())
        return ggufTypeForScheme(encoding.scheme) && (encoding.shape.empty() || takesReshaped());
    const Scheme* scheme = schemeNamed(encoding.scheme);
    SchemeOptions stored = m_target.adjust(encoding.options);
    stored.search = encoding.options.search;
    return !m_target.decoded && scheme && isOf(*scheme, "affine") && stored == encoding.options;
}

/// A tensor that is not to be quantized, in the type that comes nearest to its own.
StoredForms::Form StoredForms::kept(const TensorInfo& tensor) const
{
    if (!tensor.encoding)
        return isGguf() && isFloat(tensor.dtype) ? keptFloats(tensor) : Form{};
    if (holds(*tensor.encoding))
        return {.shape = tensor.encoding->shape};
    return {.scheme = floats(m_target.decoded ? m_target.decodedType : DType::F16),
        .note = unheld(*tensor.encoding)};
}

/// Why codes cannot stay.
QString StoredForms::unheld(const Encoding& encoding) const
{
    if (isGguf() && ggufTypeForScheme(encoding.scheme))
        return QStringLiteral("%1 knows no rows of other lengths")
            .arg(QLatin1StringView(m_consumer->title));
    return QStringLiteral("%1 files cannot hold %2")
        .arg(QLatin1StringView(m_target.format), printable(encoding.scheme));
}

/// GGUF has no 8-bit floats, and what its readers want exact is F32.
StoredForms::Form StoredForms::keptFloats(const TensorInfo& tensor) const
{
    if (tensor.dtype == DType::F32)
        return {};
    if (const QString part = hiprecPart(m_recognition, tensor.name); !part.isEmpty())
        return {.scheme = floats(DType::F32), .note = QStringLiteral("F32 for ") + part};
    if (tensor.shape.size() > 4 && tensor.dtype != DType::F16)
        return {.scheme = floats(DType::F32),
            .note = QStringLiteral("%1-D tensors are F16 or F32 in GGUF").arg(tensor.shape.size())};
    if (tensor.dtype == DType::BF16 && tensor.shape.size() > 1 && tensor.elements() <= 1024)
        return {.scheme = floats(DType::F32),
            .note = QStringLiteral("ComfyUI-GGUF reads no parameters in BF16")};
    if (isPlain(tensor.dtype))
        return {};
    return {.scheme = floats(tensor.dtype == DType::F64 ? DType::F32 : DType::F16),
        .note = QStringLiteral("programs read no %1 in GGUF")
                    .arg(QLatin1StringView(nameOf(tensor.dtype)))};
}

/// Half precision, where no block fits: as BF16 or F16 when the source is, else F16.
StoredForms::Form StoredForms::afterMisfit(const TensorInfo& tensor) const
{
    const bool isHalf = tensor.dtype == DType::BF16 || tensor.dtype == DType::F16;
    if (tensor.encoding || isHalf)
        return kept(tensor);
    return {.scheme = floats(DType::F16)};
}

SchemeOptions StoredForms::optionsFor(const Scheme& scheme, const Wish& wish) const
{
    if (isOf(scheme, "float"))
        return {};
    SchemeOptions options;
    options.groupSize = wish.groupSize.value_or(m_recipe.groupSize);
    options.symmetry = m_recipe.symmetry;
    options.scaleType = m_recipe.scaleType;
    // Affine codes of five bits and more gain next to nothing.
    options.search = isGguf() || scheme.codeBits <= 4 ? m_recipe.search : Search::None;
    return m_target.adjust(options);
}

std::int64_t StoredForms::bytesOf(
    const TensorInfo& tensor, const Form& form, const SchemeOptions& options) const
{
    if (!form.scheme)
        return tensor.bytes();
    if (m_target.decoded && !isOf(*form.scheme, "float"))
        return byteSize(tensor.shape, m_target.decodedType).value_or(0);
    return encodingFor(*form.scheme, options, form.shape.empty() ? tensor.shape : form.shape)
        .bytes();
}

/// Why a form that could be written would gain nothing; empty: it is worth it. A scheme that saves
/// nothing is refused unless the person asked for it by name: it would only lose precision.
QString StoredForms::pointless(const TensorInfo& tensor, const Wish& wish, const Form& form) const
{
    const bool isHeld = tensor.encoding && holds(*tensor.encoding);
    const QString id = QLatin1StringView(form.scheme->id);
    if (isHeld && tensor.encoding->scheme == id && isGguf())
        return QStringLiteral("is %1 already").arg(id);
    if (wish.isInsisted() || m_target.decoded || isOf(*form.scheme, "float"))
        return {};
    const Form keep = kept(tensor);
    const std::int64_t keeping = bytesOf(tensor, keep, {});
    const std::int64_t bytes = bytesOf(tensor, form, optionsFor(*form.scheme, wish));
    if (bytes < keeping)
        return {};
    return QStringLiteral("%1 would take %2 bytes, %3 %4")
        .arg(id)
        .arg(bytes)
        .arg(keep.scheme ? QLatin1StringView(keep.scheme->id) + QStringLiteral(" takes")
                         : QStringLiteral("the source takes"))
        .arg(keeping);
}

/// Blocks, or what becomes of a tensor whose rows are none.
StoredForms::Form StoredForms::fitted(const TensorInfo& tensor, Wish& wish) const
{
    // Affine codes are decoded in their own rows only.
    const bool isAffine = tensor.encoding && isOf(*decoderOf(tensor), "affine");
    const bool reshapes = m_consumer && takesReshaped() && !isAffine && m_recognition.architecture
        && m_recognition.architecture->reshapes;
    const BlockFit fit = fitBlocks(*wish.scheme, tensor.shape, reshapes);
    if (fit.why.isEmpty())
        return {fit.scheme, fit.storedShape, {}};
    Form form = fit.scheme ? Form{fit.scheme, fit.storedShape, {}}
        : fit.isMatrix     ? afterMisfit(tensor)
                           : kept(tensor);
    wish.speak(Reason::Fallback, form.scheme, fit.why);
    return form;
}

StoredForms::Form StoredForms::wished(const TensorInfo& tensor, Wish& wish) const
{
    const auto keepBecause = [&](const QString& why) {
        wish.speak(Reason::Fallback, nullptr, why);
        return kept(tensor);
    };
    if (tensor.elements() == 0)
        return keepBecause(QStringLiteral("no elements"));
    if (tensor.encoding && !decoderOf(tensor))
        return keepBecause(
            QStringLiteral("cannot decode ") + printable(tensor.encoding->scheme.toUpper()));
    if (isOf(*wish.scheme, "float")) {
        const bool isIt = !tensor.encoding && wish.scheme == floats(tensor.dtype);
        return isIt ? Form{} : Form{.scheme = wish.scheme};
    }
    const Wish asked = wish;
    Form form = wish.scheme->blockElements ? fitted(tensor, wish) : Form{.scheme = wish.scheme};
    if (!form.scheme)
        return form;
    const QString why = pointless(tensor, asked, form);
    return why.isEmpty() ? form : keepBecause(why);
}

Result<TensorPlan> StoredForms::of(const TensorInfo& tensor, Wish wish) const
{
    if (tensor.encoding && !decoderOf(tensor) && !holds(*tensor.encoding))
        return Error{ErrorCode::Unsupported,
            QStringLiteral("cannot decode %1, and %2")
                .arg(printable(tensor.encoding->scheme.toUpper()), unheld(*tensor.encoding)),
            printable(tensor.name)};
    if (!isFloat(tensor.dtype))
        wish.speak(Reason::NotFloat, nullptr, QLatin1StringView(nameOf(tensor.dtype)));
    const Form form = wish.scheme ? wished(tensor, wish) : kept(tensor);

    TensorPlan plan;
    plan.scheme = form.scheme;
    if (form.scheme)
        plan.options = optionsFor(*form.scheme, wish);
    plan.storedShape = form.shape;
    plan.canKeep = !kept(tensor).scheme;
    plan.outputBytes = bytesOf(tensor, form, plan.options);
    plan.reason = wish.reason;
    plan.because = std::move(wish.because);
    plan.chain = std::move(wish.chain);
    if (!form.note.isEmpty() && form.scheme)
        plan.chain
            << QStringLiteral("stored: %1 (%2)").arg(QLatin1StringView(form.scheme->id), form.note);
    if (!form.shape.empty() && form.scheme)
        plan.chain << QStringLiteral("stored: rows of %1 (ComfyUI-GGUF's orig_shape)")
                          .arg(form.shape.back());
    return plan;
}

} // namespace aq
