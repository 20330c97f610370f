#include "ui/widgets/report_totals.h"

#include "core/base/printable.h"
#include "ui/text/job_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/widgets/elided_label.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>

namespace aq {

std::vector<ReportFact> reportFacts(const ValidationReport& report)
{
    const ReportSummary& s = report.summary;
    const QString output = report.output.isEmpty() ? ReportTotals::tr("none, this was a trial")
                                                   : printable(QFileInfo(report.output).fileName());
    return {
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "size before"), ReportTotals::tr("Source"),
            bytesText(s.bytesBefore)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "size after"), ReportTotals::tr("Written"),
            ReportTotals::tr("%1 (%2)", "size (change)")
                .arg(bytesText(s.bytesAfter), changeText(s.bytesBefore, s.bytesAfter))},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "compression ratio"),
            ReportTotals::tr("Compression"), ratioText(s.compressionRatio)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "bits per weight"),
            ReportTotals::tr("Bits per weight"), bitsPerWeightText(s.bitsPerWeight)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "weighted cosine"),
            ReportTotals::tr("Cosine, weighted"), cosineText(s.cosine)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "relative RMSE"), ReportTotals::tr("Relative RMSE"),
            QLocale().toString(s.relRmse, 'f', 5)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "SQNR"), ReportTotals::tr("SQNR"),
            decibelText(s.sqnrDb)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "job time"), ReportTotals::tr("Time"),
            durationText(s.seconds)},
        {QT_TRANSLATE_NOOP("aq::ReportTotals", "validated file"), ReportTotals::tr("File"), output},
    };
}

ReportTotals::ReportTotals(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int rows = 3;
    for (const ReportFact& fact : reportFacts({})) {
        auto* label = new ElidedLabel;
        label->setAccessibleDescription(tr(fact.id));
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto* caption = new QLabel(tr("%1:", "caption of a value").arg(fact.title));
        caption->setBuddy(label);
        const int row = int(m_values.size()) % rows, column = 2 * (int(m_values.size()) / rows);
        grid->addWidget(caption, row, column);
        grid->addWidget(label, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        m_values.push_back(label);
    }
}

void ReportTotals::setReport(const ValidationReport* report)
{
    if (!report) {
        for (QLabel* label : m_values)
            label->clear();
        return;
    }
    const auto facts = reportFacts(*report);
    for (std::size_t i = 0; i < facts.size(); ++i)
        m_values[i]->setText(facts[i].value);
    m_values.back()->setToolTip(plainTip(printable(report->output, 1000)));
}

} // namespace aq
