#pragma once
#include <QTableView>

namespace aq {

/// The table of the queue: rows are dragged to reorder, Space pauses or resumes, Enter shows the
/// report. Which jobs are meant is its selection.
class JobTable final : public QTableView {
    Q_OBJECT
public:
    explicit JobTable(QWidget* parent = nullptr);

Q_SIGNALS:
    void pauseToggled();
    void reportWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace aq
