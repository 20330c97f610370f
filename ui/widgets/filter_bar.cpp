#include "ui/widgets/filter_bar.h"

#include "ui/text/units.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

namespace aq {
namespace {

/// An outline that is filled while it is on: a style's pressed look can hardly be seen in the dark.
class Chip final : public QToolButton {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPalette& colours = palette();
        const bool marked = isChecked() || hasFocus() || underMouse();
        painter.setPen(QPen(colours.color(marked ? QPalette::Highlight : QPalette::PlaceholderText),
            hasFocus() ? 2.0 : 1.0));
        painter.setBrush(isChecked() ? colours.brush(QPalette::Highlight) : Qt::NoBrush);
        const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        if (isChecked() && hasFocus()) {
            painter.setPen(colours.color(QPalette::HighlightedText));
            painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), height() / 2.0, height() / 2.0);
        }
        painter.setPen(
            colours.color(isChecked() ? QPalette::HighlightedText : QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

public:
    QSize sizeHint() const override
    {
        const QFontMetrics metrics = fontMetrics();
        return {metrics.horizontalAdvance(text()) + 2 * metrics.height(), metrics.height() + 8};
    }
};

QToolButton* chipButton(const FilterChip& chip)
{
    const auto tr
        = [](const char* text) { return QCoreApplication::translate("FilterChip", text); };
    auto* button = new Chip;
    button->setText(tr(chip.title));
    button->setToolTip(tr(chip.meaning));
    button->setAccessibleDescription(tr(chip.meaning));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
{
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Filter tensors: part of a name, a glob, or re:…"));
    m_text->setToolTip(tr("Part of a name, a glob for the whole name (blocks.*.attn?),\n"
                          "or re: and a regular expression"));
    m_text->setClearButtonEnabled(true);
    for (auto* clear : m_text->findChildren<QToolButton*>())
        clear->setAccessibleName(tr("Clear the filter"));
    m_count->setAccessibleDescription(tr("filter count"));
    m_count->setTextFormat(Qt::PlainText);

    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_count);
    auto* flow = new FlowLayout;
    for (const FilterChip& chip : filterChips()) {
        m_chips.push_back(chipButton(chip));
        flow->addWidget(m_chips.back());
        connect(m_chips.back(), &QToolButton::toggled, this, &FilterBar::announce);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addLayout(flow);

    auto* escapeKey = new QShortcut(Qt::Key_Escape, m_text);
    escapeKey->setContext(Qt::WidgetShortcut);
    connect(escapeKey, &QShortcut::activated, this, &FilterBar::escape);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::announce);
}

TensorFilter FilterBar::filter() const
{
    TensorFilter filter{m_text->text(), {}};
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            filter.chips.insert(QString::fromLatin1(filterChips()[i].id));
    }
    return filter;
}

void FilterBar::setFilter(const TensorFilter& filter)
{
    const QSignalBlocker block(this);
    m_text->setText(filter.text);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(filter.chips.contains(QString::fromLatin1(filterChips()[i].id)));
}

void FilterBar::setCount(int matched, int total)
{
    m_count->setText(matched == total ? tr("%1 tensors").arg(countText(total))
                                      : tr("%1 of %2").arg(countText(matched), countText(total)));
}

void FilterBar::setProblem(const QString& problem)
{
    QPalette colours;
    if (!problem.isEmpty()) {
        const bool dark = colours.color(QPalette::Base).lightness() < 128;
        colours.setColor(QPalette::Text, dark ? QColor(0xff8a80) : QColor(0xb00020));
        m_count->setText(problem);
    }
    m_text->setPalette(colours);
    m_text->setAccessibleDescription(problem);
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::escape()
{
    if (m_text->text().isEmpty())
        Q_EMIT left();
    else
        m_text->clear();
}

void FilterBar::announce() { Q_EMIT filterChanged(filter()); }

} // namespace aq
