#pragma once
#include "ui/widgets/recents_list.h"

namespace aq {

constexpr int mostRecents = 10; ///< Unless the preferences say otherwise; pinned ones aside.

/// The list of models that were opened, as it is kept in the settings. Damaged JSON gives what can
/// be read of it.
QList<RecentModel> recentsFromJson(const QString& json);
QString recentsToJson(const QList<RecentModel>& recents);

/// `model` first, after pinned ones; an older entry of the same path gives way and hands on what
/// `model` does not say.
QList<RecentModel> remembered(
    QList<RecentModel> recents, RecentModel model, int most = mostRecents);

/// With the pinned ones first, and at most `most` others.
QList<RecentModel> arranged(const QList<RecentModel>& recents, int most = mostRecents);

/// Marks those that are gone. Touches the disk: for the background.
QList<RecentModel> checkedForExistence(QList<RecentModel> recents);

} // namespace aq
