#include "core/io/format.h"
#include "core/io/formats/arrow_ipc.h"
#include "core/io/formats/safetensors.h"
#include "core/io/refusal.h"

#include <array>

namespace aq {

std::span<const Format* const> formats()
{
    static constexpr std::array table{&safetensorsFormat, &arrowFormat};
    return table;
}

const Format* formatNamed(QStringView id)
{
    for (const Format* format : formats())
        if (id == QLatin1StringView(format->id))
            return format;
    return nullptr;
}

Result<const Format*> detectFormat(const Probe& probe)
{
    for (const Format* format : formats())
        if (format->sniff(probe))
            return format;
    return unsupported(QStringLiteral("not a model file that is known here"));
}

} // namespace aq
