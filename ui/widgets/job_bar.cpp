#include "ui/widgets/job_bar.h"

#include "ui/text/job_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace aq {
namespace {
constexpr int steps = 1000; ///< Of the bar; bytes do not fit its int.
}

JobBar::JobBar(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_progress(new QProgressBar)
    , m_rate(new QLabel)
    , m_cancel(new QToolButton)
{
    for (QLabel* label : {m_title, m_rate})
        label->setTextFormat(Qt::PlainText);
    m_title->setAccessibleDescription(tr("job"));
    m_rate->setAccessibleDescription(tr("job rate"));
    m_progress->setAccessibleName(tr("Job progress"));
    m_progress->setRange(0, steps);
    m_progress->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setFormat(QStringLiteral("%p%"));
    m_cancel->setText(tr("Cancel job"));
    m_cancel->setToolTip(tr("Stop what runs; with more jobs in the queue, asks how"));
    m_cancel->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_progress, m_rate, m_cancel})
        layout->addWidget(widget);
    connect(m_cancel, &QToolButton::clicked, this, &JobBar::cancelRequested);
    hide();
}

void JobBar::showJobs(
    const QString& title, double fraction, double bytesPerSecond, std::optional<double> secondsLeft)
{
    m_title->setText(title);
    m_progress->setValue(int(steps * fraction));
    m_rate->setText(rateText(bytesPerSecond, secondsLeft));
    show();
}

void JobBar::finish() { hide(); }

int JobBar::percent() const { return m_progress->value() * 100 / steps; }

} // namespace aq
