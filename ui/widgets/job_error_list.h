#pragma once
#include "core/base/error.h"
#include "core/base/job_control.h"

#include <QWidget>
#include <span>
#include <vector>

class QLabel;
class QStackedWidget;
class QTreeWidget;

namespace aq {

/// What went wrong in a job: every error with its place, and what can be done about it.
class JobErrorList final : public QWidget {
    Q_OBJECT
public:
    explicit JobErrorList(QWidget* parent = nullptr);

    /// `done`: tensors that failed and were kept are errors too.
    void setErrors(const std::vector<Error>& errors, std::span<const TensorDone> done);
    int count() const;

Q_SIGNALS:
    void tensorActivated(const QString& name); ///< As far as the place is one.

private:
    QString text() const;

    QStackedWidget* m_pages;
    QTreeWidget* m_list;
    QLabel* m_advice;
};

} // namespace aq
