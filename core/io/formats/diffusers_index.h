#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"

#include <QList>
#include <QString>

namespace aq {

/// What model_index.json says.
struct DiffusersIndex {
    struct Entry {
        QString id;        ///< Name of the component's folder.
        QString className; ///< "UNet2DConditionModel".
    };
    QString pipeline;        ///< "StableDiffusionPipeline"; may be empty.
    QList<Entry> components; ///< In the order of the text; those set to null are left out.
};

/// Parses model_index.json. Entries that are no pair of library and class are settings of the
/// pipeline and left out. A component's name must be a plain folder name, and unique.
Result<DiffusersIndex> parseDiffusersIndex(Bytes text);

} // namespace aq
