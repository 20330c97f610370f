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
    m_title->setAccessibleDescription(QStringLiteral("job"));
    m_rate->setAccessibleDescription(QStringLiteral("job rate"));
    m_progress->setAccessibleName(tr("Job progress"));
    m_progress->setRange(0, steps);
    m_progress->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setFormat(QStringLiteral("%p%"));
    m_cancel->setText(tr("Cancel job"));
    m_cancel->setToolTip(tr("Stop the running job; nothing it wrote is kept"));
    m_cancel->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_progress, m_rate, m_cancel})
        layout->addWidget(widget);
    connect(m_cancel, &QToolButton::clicked, this, &JobBar::cancelRequested);
    hide();
}

void JobBar::start(const QString& title)
{
    m_title->setText(title);
    m_rate->clear();
    m_progress->setValue(0);
    m_cancel->setEnabled(true);
    m_meter.reset();
    m_clock.start();
    show();
}

void JobBar::setProgress(const Progress& progress)
{
    m_meter.add(double(m_clock.elapsed()) / 1000, progress.bytesDone);
    m_progress->setValue(int(steps * fraction(progress)));
    m_rate->setText(rateText(m_meter.bytesPerSecond(), m_meter.secondsLeft(progress.bytesTotal)));
}

void JobBar::setCancelling()
{
    m_cancel->setEnabled(false);
    m_rate->setText(tr("Cancelling…"));
}

void JobBar::finish() { hide(); }

int JobBar::percent() const { return m_progress->value() * 100 / steps; }

} // namespace aq
