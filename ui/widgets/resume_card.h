#pragma once
#include <QFrame>

class QLabel;

namespace aq {

/// Jobs that an earlier run of the program left unfinished, and a button to go on with them.
class ResumeCard final : public QFrame {
    Q_OBJECT

public:
    explicit ResumeCard(QWidget* parent = nullptr);
    void setJobs(const QStringList& titles);

Q_SIGNALS:
    void resumeRequested();
    void queueRequested();

private:
    QLabel *m_headline, *m_titles;
};

} // namespace aq
