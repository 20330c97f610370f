#include "core/table/capi_options.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace aq {
namespace {

constexpr std::size_t firstSize = offsetof(arrowquant_options, cancel) + sizeof(const int32_t*);
constexpr std::size_t mostSize = 4096; ///< What is larger was never filled in.

Error invalid(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

arrowquant_options defaults()
{
    arrowquant_options options{};
    arrowquant_options_init(&options);
    return options;
}

/// An option that is one of a few numbers.
struct Choice {
    const char* name;
    int32_t arrowquant_options::*value;
    int32_t last; ///< From 0.
    const char* meaning;
};
constexpr std::array choices{
    Choice{"symmetry", &arrowquant_options::symmetry, ARROWQUANT_SYMMETRIC,
        "0 (asymmetric), 1 (asymmetric integer) or 2 (symmetric)"},
    Choice{"search", &arrowquant_options::search, ARROWQUANT_SEARCH_BEST,
        "0 (none), 1 (balanced) or 2 (best)"},
    Choice{"strict", &arrowquant_options::strict, 1, "0 or 1"},
    Choice{"continue_on_error", &arrowquant_options::continue_on_error, 1, "0 or 1"},
    Choice{"order", &arrowquant_options::order, ARROWQUANT_BY_NAME, "0 (as given) or 1 (by name)"},
    Choice{"large_offsets", &arrowquant_options::large_offsets, 1, "0 or 1"},
};

Result<void> checkChoices(const arrowquant_options& options)
{
    for (const Choice& choice : choices)
        if (const int32_t value = options.*choice.value; value < 0 || value > choice.last)
            return invalid(QStringLiteral("%1 %2: can be %3")
                               .arg(QLatin1StringView(choice.name))
                               .arg(value)
                               .arg(QLatin1StringView(choice.meaning)));
    if (!(options.min_cosine >= -1 && options.min_cosine <= 1))
        return invalid(QStringLiteral("min_cosine %1: can be -1 to 1").arg(options.min_cosine));
    return {};
}

} // namespace

Result<arrowquant_options> readOptions(const arrowquant_options* options)
{
    arrowquant_options read = defaults();
    if (!options)
        return read;
    const std::size_t size = options->struct_size;
    if (size < firstSize || size > mostSize)
        return invalid(QStringLiteral("struct_size %1: options begin with "
                                      "arrowquant_options_init()")
                           .arg(size));
    const auto* bytes = reinterpret_cast<const char*>(options);
    if (size > sizeof read
        && std::any_of(bytes + sizeof read, bytes + size, [](char byte) { return byte != 0; }))
        return invalid(QStringLiteral("struct_size %1: an option is set that this version, %2, "
                                      "does not have")
                           .arg(size)
                           .arg(QLatin1StringView(arrowquant_version())));
    std::memcpy(&read, options, std::min(size, sizeof read));
    if (const auto good = checkChoices(read); !good)
        return good.error();
    if (const auto good = checkOptions(tableOptions(read)); !good)
        return good.error();
    return read;
}

TableOptions tableOptions(const arrowquant_options& options)
{
    constexpr Symmetry symmetries[]
        = {Symmetry::Asymmetric, Symmetry::AsymmetricInteger, Symmetry::Symmetric};
    constexpr Search searches[] = {Search::None, Search::Balanced, Search::Best};
    return {.bits = options.bit_width,
        .groupSize = options.group_size,
        .symmetry = symmetries[options.symmetry],
        .search = searches[options.search],
        .strict = options.strict != 0,
        .continueOnError = options.continue_on_error != 0,
        .order = options.order == ARROWQUANT_BY_NAME ? TableOrder::ByName : TableOrder::AsGiven,
        .largeOffsets = options.large_offsets != 0,
        .threads = options.threads};
}

TableControl tableControl(const arrowquant_options& options)
{
    TableControl control;
    if (options.cancel)
        control.cancelled = [flag = const_cast<int32_t*>(options.cancel)] {
            return std::atomic_ref(*flag).load(std::memory_order_relaxed) != 0;
        };
    if (options.progress)
        control.progress = [call = options.progress, context = options.progress_context,
                               isGone = false](const TableProgress& progress) mutable {
            if (isGone)
                return;
            const QByteArray layer = progress.layer.toUtf8();
            const arrowquant_progress shown{progress.layersDone, progress.layersTotal,
                progress.bytesDone, progress.bytesTotal, layer.constData()};
            try {
                call(context, &shown);
            } catch (...) { // Whose callback it is knows why.
                isGone = true;
            }
        };
    return control;
}

} // namespace aq
