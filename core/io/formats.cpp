#include "core/io/format.h"
#include "core/io/formats/arrow_ipc.h"
#include "core/io/formats/diffusers.h"
#include "core/io/formats/gguf.h"
#include "core/io/formats/safetensors.h"
#include "core/io/formats/sharded.h"
#include "core/io/formats/torch_zip.h"
#include "core/io/known_files.h"
#include "core/io/refusal.h"

#include <QDir>
#include <array>

namespace aq {

std::span<const Format* const> formats()
{
    static constexpr std::array table{&diffusersFormat, &shardedFormat, &safetensorsFormat,
        &torchZipFormat, &arrowFormat, &arrowStreamFormat, &ggufFormat};
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
    if (const QString known = knownButUnusable(probe); !known.isEmpty())
        return unsupported(known);
    if (!probe.isFolder)
        for (const Format* format : formats()) // Damaged, then: its reader says where.
            if (QDir::match(QString::fromLatin1(format->nameFilter).replace(u' ', u';'),
                    QFileInfo(probe.path).fileName()))
                return format;
    return unsupported(QStringLiteral("not a model in any format that is known here"));
}

} // namespace aq
