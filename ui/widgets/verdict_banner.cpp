#include "ui/widgets/verdict_banner.h"

#include "core/base/printable.h"
#include "core/validate/size_wish.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
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

/// How many missed which limit, and the first of them.
QString missedText(const ValidationReport& report)
{
    const auto count = [&](Status status) {
        return int(std::ranges::count(report.tensors, status, &TensorReport::status));
    };
    QStringList parts;
    if (const int tensors = count(Status::Failed))
        parts << VerdictBanner::tr("%n failed", nullptr, tensors);
    if (const int tensors = count(Status::BelowMinimum))
        parts << VerdictBanner::tr("%n below the minimum cosine", nullptr, tensors);
    if (const int tensors = count(Status::BelowFloor))
        parts << VerdictBanner::tr("%n below the floor of its width", nullptr, tensors);
    const QStringList& failures = report.summary.failures;
    const qsizetype tensors = tensorFailures(report);
    return VerdictBanner::tr("Tensors that missed a limit: %1 (%2). First: %3")
        .arg(QLocale().toString(tensors), QLocale().createSeparatedList(parts),
            printable(failures.value(failures.size() - tensors), 300));
}

/// All that is wrong: with the file as a whole, then with its tensors.
QString reasonText(const ValidationReport& report)
{
    const QString size = sizeFailure(report);
    QStringList lines;
    for (const QString& line : fileFailures(report))
        lines << (line == size ? VerdictBanner::tr("The file is %1 larger than was asked for.")
                                     .arg(bytesText(bytesOverWish(report)))
                               : printable(line, 300));
    if (tensorFailures(report) > 0)
        lines << missedText(report);
    return lines.join(QLatin1Char(' '));
}

} // namespace

VerdictBanner::VerdictBanner(QWidget* parent)
    : QFrame(parent)
    , m_mark(new QLabel)
    , m_headline(plainLabel(tr("verdict"), 1.7))
    , m_reason(plainLabel(tr("verdict reason"), 1))
    , m_forced(plainLabel(QStringLiteral("overruled findings"), 1))
    , m_repair(new QPushButton(themeIcon(QStringLiteral("up")), {}))
{
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QGridLayout(this);
    layout->addWidget(m_mark, 0, 0, 3, 1, Qt::AlignTop);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_reason, 1, 1);
    layout->addWidget(m_forced, 2, 1);
    layout->addWidget(m_repair, 0, 2, 2, 1, Qt::AlignVCenter);
    layout->setColumnStretch(1, 1);
    m_repair->setToolTip(tr("Tensors that missed a limit get more bits; only they are quantized "
                            "again, and the file is replaced when it is better"));
    connect(m_repair, &QPushButton::clicked, this, &VerdictBanner::repairWished);
    setRepairable(0);
    setReport(nullptr);
}

void VerdictBanner::setReport(const ValidationReport* report)
{
    m_forced->setVisible(report && !report->forced.isEmpty());
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
        m_headline->setText(trial ? tr("Trial not passed") : tr("Not passed"));
        m_reason->setText(reasonText(*report));
    }
    m_forced->setText(tr("⚠ Findings were overruled: %1").arg(printable(report->forced, 300)));
    takeColours();
}

void VerdictBanner::setRepairable(int tensors)
{
    m_repair->setVisible(tensors > 0);
    m_repair->setText(tr("Raise %Ln tensor(s) and write again", nullptr, tensors));
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
    mine.setColor(QPalette::WindowText, toneColor(Tone::Warning, colours));
    m_forced->setPalette(mine);
}

} // namespace aq
