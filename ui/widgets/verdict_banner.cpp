#include "ui/widgets/verdict_banner.h"

#include "core/base/printable.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <algorithm>
#include <array>

namespace aq {
namespace {

QLabel* plainLabel(const QString& description, double scale)
{
    auto* label = new ElidedLabel;
    label->setAccessibleDescription(description);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(scale > 1);
    label->setFont(font);
    return label;
}

qsizetype quantizedTensors(const ValidationReport& report)
{
    return std::ranges::count_if(
        report.tensors, [](const TensorReport& t) { return t.status != Status::Kept; });
}

} // namespace

VerdictBanner::VerdictBanner(QWidget* parent)
    : QFrame(parent)
    , m_mark(new QLabel)
    , m_headline(plainLabel(QStringLiteral("verdict"), 1.7))
    , m_reason(plainLabel(QStringLiteral("verdict reason"), 1))
{
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QGridLayout(this);
    layout->addWidget(m_mark, 0, 0, 2, 1);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_reason, 1, 1);
    layout->setColumnStretch(1, 1);
    setReport(nullptr);
}

void VerdictBanner::setReport(const ValidationReport* report)
{
    if (!report) {
        m_verdict = Verdict::None;
        m_headline->setText(tr("No report yet"));
        m_reason->setText(tr("Quantize a model, or try a plan, to see how close it stays."));
        return takeColours();
    }
    const bool trial = report->output.isEmpty();
    m_verdict = report->summary.passed ? Verdict::Passed : Verdict::Missed;
    const int quantized = int(quantizedTensors(*report));
    if (report->summary.passed) {
        m_headline->setText(trial ? tr("Trial passed") : tr("Passed"));
        m_reason->setText(trial
                ? tr("Quantized tensors: %1, all within the limits. Nothing was written.")
                      .arg(quantized)
                : tr("Quantized tensors: %1, all within the limits.").arg(quantized));
    } else {
        const int missed = int(report->summary.failures.size());
        m_headline->setText(trial ? tr("Trial not passed") : tr("Not passed"));
        m_reason->setText(
            tr("Tensors that missed a limit: %1. First: %2")
                .arg(missed)
                .arg(missed ? printable(report->summary.failures.first(), 300) : QString()));
    }
    if (!report->forced.isEmpty())
        m_reason->setText(tr("%1 Findings were overruled: %2")
                              .arg(m_reason->text(), printable(report->forced, 300)));
    takeColours();
}

void VerdictBanner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void VerdictBanner::takeColours()
{
    const QPalette colours = QGuiApplication::palette();
    static constexpr std::array icons{"unknown", "passed", "missed"}; // By Verdict.
    const QColor tone = m_verdict == Verdict::None
        ? colours.color(QPalette::WindowText)
        : toneColor(m_verdict == Verdict::Passed ? Tone::Good : Tone::Bad, colours);
    m_mark->setPixmap(tintedIcon(QLatin1StringView(icons.at(std::size_t(m_verdict))), tone,
        m_headline->fontMetrics().height() * 3 / 2, devicePixelRatioF()));
    m_mark->setAccessibleName(m_verdict == Verdict::None ? tr("No verdict yet")
            : m_verdict == Verdict::Passed               ? tr("Verdict: passed")
                                                         : tr("Verdict: not passed"));
    QPalette mine = colours;
    mine.setColor(QPalette::WindowText, tone);
    m_headline->setPalette(mine);
}

} // namespace aq
