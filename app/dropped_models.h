#pragma once
#include <QMimeData>
#include <QStringList>

namespace aq {

/// What may be opened among `paths`, each model once: of the shards of one set, their index when it
/// is among them, else their folder. By names only; the disk is not asked.
QStringList modelsAmong(const QStringList& paths);

/// The local files and folders of a drag; empty: it is about something else.
QStringList localPaths(const QMimeData& data);

} // namespace aq
