#pragma once
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace aq {

/// The log of a job: lines with their times, a search that jumps from hit to hit, copy and save.
class JobLogView final : public QWidget {
    Q_OBJECT
public:
    explicit JobLogView(QWidget* parent = nullptr);

    void setLines(const QStringList& lines); ///< Only what is new is added, where it can be.
    QString text() const;

Q_SIGNALS:
    void saveRequested(const QString& text);

private:
    void find(bool backwards);

    QStringList m_lines;
    QPlainTextEdit* m_text;
    QLineEdit* m_search;
    QLabel* m_hits;
};

} // namespace aq
