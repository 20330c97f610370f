#pragma once
#include <QList>
#include <QString>
#include <functional>

class QMessageBox;
class QWidget;

namespace aq {

class JobQueue;

/// A question that is opened, not executed, and goes when it is closed. Buttons are the caller's.
QMessageBox* questionBox(
    QWidget& window, const QString& title, const QString& text, const QString& more);

/// Before jobs run again, or as they were edited: asks when a finished file would be lost by it, or
/// replaced at `output`; then, or else at once, `go`.
/// @param output  where an edited job will write; null: every job where it wrote before
void askBeforeNewRun(QWidget& window, const JobQueue& queue, const QList<int>& ids,
    const QString* output, std::function<void()> go);

} // namespace aq
