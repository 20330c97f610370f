#pragma once
#include "ui/models/log_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace aq {

/// The log with a filter by level and text, that follows what happens until one scrolls up.
class LogView final : public QWidget {
    Q_OBJECT
public:
    explicit LogView(LogModel& log, QWidget* parent = nullptr);

    void showErrors(); ///< Warnings and errors only, the newest in sight.
    void focusSearch();

Q_SIGNALS:
    void saveRequested(const QString& text); ///< All lines that are shown.

private:
    void makeView();
    void copy(); ///< The selected lines; all that are shown when none is.
    void applyFollow();
    void noteScroll();
    void updateEmpty();

    LogModel& m_log;
    LogFilterModel* m_filter;
    QComboBox* m_level;
    QLineEdit* m_search;
    QCheckBox* m_follow;
    QTreeView* m_view;
    QLabel* m_empty;
};

} // namespace aq
