#include "ui/widgets/estimate_strip.h"

#include "ui/text/finding_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace aq {
namespace {

QLabel* textLabel(const QString& description, QLabel* label = new QLabel)
{
    label->setAccessibleDescription(description);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// "3.3 GiB → 0.9 GiB (−72.3 %)"
QString sizeText(const QuantPlan& plan)
{
    return EstimateStrip::tr("%1 → %2 (%3)")
        .arg(bytesText(plan.bytesBefore), bytesText(plan.bytesAfter),
            changeText(plan.bytesBefore, plan.bytesAfter));
}

QString countsText(const QuantPlan& plan)
{
    const auto quantized = std::ranges::count_if(plan.tensors, isQuantized);
    const auto kept
        = std::ranges::count_if(plan.tensors, [](const TensorPlan& t) { return !t.scheme; });
    const auto cast = std::int64_t(plan.tensors.size()) - quantized - kept;
    const QString bits = bitsPerWeightText(plan.bitsPerWeight());
    return cast > 0 ? EstimateStrip::tr("%1 · %2 quantized, %3 converted, %4 kept")
                          .arg(bits, countText(quantized), countText(cast), countText(kept))
                    : EstimateStrip::tr("%1 · %2 quantized, %3 kept")
                          .arg(bits, countText(quantized), countText(kept));
}

} // namespace

EstimateStrip::EstimateStrip(QWidget* parent)
    : QFrame(parent)
    , m_size(textLabel(tr("estimated size")))
    , m_counts(textLabel(tr("estimated bits per weight"), new ElidedLabel))
    , m_message(textLabel(tr("plan notes")))
    , m_findings(new QPushButton)
    , m_measure(new QPushButton(themeIcon(QStringLiteral("measure")), tr("Try (measure)")))
    , m_quantize(new QPushButton(themeIcon(QStringLiteral("quantize")), tr("&Quantize…")))
{
    setFrameShape(QFrame::StyledPanel);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setBold(true);
    m_size->setFont(large);
    m_message->setWordWrap(true);
    setWhatsThis(tr("What the plan comes to: size and bits per weight are exact. Try measures the "
                    "error and writes nothing; Quantize writes the file and checks it."));
    m_measure->setShortcut(Qt::Key_F5);
    QFont bold = m_quantize->font();
    bold.setBold(true);
    m_quantize->setFont(bold);
    m_quantize->setDefault(true);

    auto* facts = new QHBoxLayout;
    facts->addWidget(m_size);
    facts->addSpacing(12);
    facts->addWidget(m_counts, 1);
    auto* texts = new QVBoxLayout;
    texts->addLayout(facts);
    texts->addWidget(m_message);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(texts, 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_measure);
    layout->addWidget(m_quantize);
    m_findings->setAccessibleDescription(tr("findings of the plan"));
    connect(m_findings, &QPushButton::clicked, this, &EstimateStrip::findingsRequested);
    connect(m_measure, &QPushButton::clicked, this, &EstimateStrip::measureRequested);
    connect(m_quantize, &QPushButton::clicked, this, &EstimateStrip::quantizeRequested);
    setPlan(nullptr);
}

void EstimateStrip::setPlan(const QuantPlan* plan)
{
    m_hasPlan = plan != nullptr;
    m_target = plan ? plan->target : nullptr;
    m_size->setText(plan ? sizeText(*plan) : tr("No plan yet"));
    m_counts->setText(plan ? countsText(*plan) : QString());
    m_problems.clear();
    setFindings({});
}

void EstimateStrip::setFindings(std::span<const Finding> findings)
{
    m_blocked = m_target && hasBlocking(findings) ? blockedText(*m_target) : QString();
    m_findings->setVisible(m_target && !findings.empty());
    m_findings->setText(countsText(findings));
    m_findings->setIcon(themeIcon(QLatin1StringView(severityIcon(worstOf(findings)))));
    m_findings->setToolTip(tr("Shows what stands in the way, and repairs"));
    updateMessage();
}

void EstimateStrip::setObstacle(const QString& why)
{
    m_obstacle = why;
    updateMessage();
}

void EstimateStrip::setProblems(const QStringList& problems)
{
    m_problems = problems;
    updateMessage();
}

void EstimateStrip::setNotes(const QStringList& notes)
{
    m_notes = notes;
    updateMessage();
}

void EstimateStrip::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void EstimateStrip::updateMessage()
{
    QStringList lines = m_problems;
    if (lines.isEmpty() && !m_obstacle.isEmpty())
        lines << m_obstacle;
    if (lines.isEmpty() && !m_blocked.isEmpty())
        lines << m_blocked;
    const bool bad = !lines.isEmpty();
    if (!bad)
        lines = m_notes;
    QString text = lines.isEmpty() ? QString() : lines.first();
    if (lines.size() > 1)
        text = tr("%1 (and %2 more)").arg(text).arg(lines.size() - 1);
    if (bad)
        text = tr("Problem: %1").arg(text);
    QPalette colours = palette();
    if (bad)
        colours.setColor(QPalette::WindowText, toneColor(Tone::Bad, colours));
    m_message->setPalette(colours);
    m_message->setText(text);
    m_message->setToolTip(plainTip(lines.join(u'\n')));
    m_message->setVisible(!text.isEmpty());
    updateButtons();
}

/// A button that waits says what for.
void EstimateStrip::updateButtons()
{
    const QString why = m_isBusy ? tr("Wait for what is running")
        : !m_problems.isEmpty()  ? plainTip(tr("Mend the plan first: %1").arg(m_problems.first()))
        : !m_obstacle.isEmpty()  ? plainTip(m_obstacle)
        : !m_hasPlan             ? tr("There is no plan yet")
                                 : QString();
    m_measure->setEnabled(why.isEmpty());
    m_quantize->setEnabled(why.isEmpty());
    m_measure->setToolTip(why.isEmpty() ? tr("Measures the error of every tensor (F5); "
                                             "writes nothing")
                                        : why);
    m_quantize->setToolTip(!why.isEmpty() ? why
            : m_blocked.isEmpty()
            ? tr("Writes the file and checks it")
            : tr("%1. Asks before it is written all the same.").arg(m_blocked));
}

} // namespace aq
