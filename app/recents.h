#pragma once
#include "ui/pages/open_page.h"

namespace aq {

constexpr qsizetype mostRecents = 10;

/// The list of models that were opened, as it is kept in the settings. Damaged JSON gives what can
/// be read of it.
QList<RecentModel> recentsFromJson(const QString& json);
QString recentsToJson(const QList<RecentModel>& recents);

/// `model` first; an older entry of the same path gives way and hands on its last result.
QList<RecentModel> remembered(QList<RecentModel> recents, RecentModel model);

/// Marks those that are gone. Touches the disk: for the background.
QList<RecentModel> checkedForExistence(QList<RecentModel> recents);

} // namespace aq
