#include "ui/widgets/report_filter_bar.h"

#include "core/validate/report_blocks.h"
#include "ui/text/units.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

namespace aq {
namespace {

QString buttonText(ReportFilter::Show show, qsizetype tensors)
{
    const QString count = countText(tensors);
    switch (show) {
    case ReportFilter::Show::All:
        return ReportFilterBar::tr("All (%1)").arg(count);
    case ReportFilter::Show::Missed:
        return ReportFilterBar::tr("Missed a limit (%1)").arg(count);
    case ReportFilter::Show::Quantized:
        return ReportFilterBar::tr("Quantized (%1)").arg(count);
    case ReportFilter::Show::Kept:
        return ReportFilterBar::tr("Kept (%1)").arg(count);
    }
    return {};
}

} // namespace

ReportFilterBar::ReportFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_text(new QLineEdit)
    , m_listed(new QLabel)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < count; ++i) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, int(i));
        row->addWidget(button);
        m_buttons[i] = button;
    }
    m_buttons[0]->setChecked(true);
    m_text->setPlaceholderText(tr("Search names, schemes, messages"));
    m_text->setAccessibleName(tr("Search the report"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 50);
    m_listed->setForegroundRole(QPalette::PlaceholderText);
    m_listed->setAccessibleDescription(tr("Tensors that are listed"));
    row->addSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_listed);
    row->addStretch(1);
    auto* escape = new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this,
        [this] { m_text->text().isEmpty() ? Q_EMIT left() : m_text->clear(); });
    connect(m_text, &QLineEdit::textChanged, this, [this] { Q_EMIT changed(filter()); });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed(filter());
    });
    setTensors({});
}

void ReportFilterBar::setTensors(const std::vector<TensorReport>& tensors)
{
    for (std::size_t i = 0; i < count; ++i) {
        const ReportFilter one{ReportFilter::Show(i), {}};
        m_buttons[i]->setText(
            buttonText(one.show, std::ranges::count_if(tensors, [&](const TensorReport& tensor) {
                return one.accepts(tensor);
            })));
    }
}

void ReportFilterBar::setListed(qsizetype listed, qsizetype total)
{
    m_listed->setText(
        listed == total ? QString() : tr("%1 of %2").arg(countText(listed), countText(total)));
}

void ReportFilterBar::setText(const QString& text) { m_text->setText(text); }

void ReportFilterBar::setShow(ReportFilter::Show show)
{
    m_buttons[std::size_t(show)]->setChecked(true);
}

ReportFilter ReportFilterBar::filter() const
{
    return {ReportFilter::Show(m_group->checkedId()), m_text->text().trimmed()};
}

void ReportFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace aq
