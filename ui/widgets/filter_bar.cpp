#include "ui/widgets/filter_bar.h"

#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

namespace aq {
namespace {

constexpr QLatin1StringView regexMark("re:");

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

QToolButton* chipButton(const QString& title, const QString& meaning)
{
    auto* button = new Chip;
    button->setText(title);
    button->setToolTip(meaning);
    button->setAccessibleDescription(meaning);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_regex(new QToolButton)
    , m_problem(new QLabel)
    , m_count(new QLabel)
{
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Part of a name, or blocks.*.attn?"));
    m_text->setToolTip(tr("Part of a name, a glob for the whole name (blocks.*.attn?),\n"
                          "or re: and a regular expression"));
    m_text->setClearButtonEnabled(true);
    for (auto* clear : m_text->findChildren<QToolButton*>())
        clear->setAccessibleName(tr("Clear the filter"));
    m_regex->setText(QStringLiteral(".*"));
    m_regex->setCheckable(true);
    m_regex->setAccessibleName(tr("Regular expression"));
    m_regex->setToolTip(tr("The text is a regular expression, found anywhere in the name (re:)"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleDescription(tr("what is wrong with the filter"));
    m_problem->hide();
    m_count->setAccessibleDescription(tr("filter count"));
    m_count->setTextFormat(Qt::PlainText);

    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_regex);
    line->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addLayout(makeChips());

    auto* escapeKey = new QShortcut(Qt::Key_Escape, m_text);
    escapeKey->setContext(Qt::WidgetShortcut);
    connect(escapeKey, &QShortcut::activated, this, &FilterBar::escape);
    connect(m_regex, &QToolButton::clicked, this, &FilterBar::switchLanguage);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_regex->setChecked(text.trimmed().startsWith(regexMark));
        announce();
    });
}

QLayout* FilterBar::makeChips()
{
    const auto tr
        = [](const char* text) { return QCoreApplication::translate("FilterChip", text); };
    auto* flow = new FlowLayout;
    for (const FilterChip& chip : filterChips()) {
        m_chips.push_back(chipButton(tr(chip.title), tr(chip.meaning)));
        flow->addWidget(m_chips.back());
        connect(m_chips.back(), &QToolButton::toggled, this, &FilterBar::announce);
    }
    m_errorChip = chipButton(FilterBar::tr("Error above"),
        FilterBar::tr("Tensors whose measured error is larger than the number beside"));
    m_errorAbove = new QDoubleSpinBox;
    m_errorAbove->setRange(0.01, 100);
    m_errorAbove->setDecimals(2);
    m_errorAbove->setSingleStep(0.5);
    m_errorAbove->setValue(5);
    m_errorAbove->setSuffix(FilterBar::tr(" %"));
    m_errorAbove->setAccessibleName(FilterBar::tr("Error above"));
    m_errorAbove->setToolTip(FilterBar::tr("Relative RMSE"));
    auto* pair = new QWidget;
    auto* together = new QHBoxLayout(pair);
    together->setContentsMargins(0, 0, 0, 0);
    together->addWidget(m_errorChip);
    together->addWidget(m_errorAbove);
    flow->addWidget(pair);
    connect(m_errorChip, &QToolButton::toggled, this, &FilterBar::announce);
    connect(m_errorAbove, &QDoubleSpinBox::valueChanged, this, [this] {
        if (m_errorChip->isChecked())
            announce();
        else
            m_errorChip->setChecked(true);
    });
    return flow;
}

/// The mark in the text is what counts: it is saved, and can be typed.
void FilterBar::switchLanguage()
{
    const QString text = m_text->text().trimmed();
    if (text.startsWith(regexMark))
        m_text->setText(text.mid(regexMark.size()));
    else
        m_text->setText(regexMark + text);
    m_text->setFocus();
}

TensorFilter FilterBar::filter() const
{
    TensorFilter filter{m_text->text(), {}};
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            filter.chips.insert(QString::fromLatin1(filterChips()[i].id));
    }
    if (m_errorChip->isChecked())
        filter.errorAbove = m_errorAbove->value() / 100;
    return filter;
}

void FilterBar::setFilter(const TensorFilter& filter)
{
    const QSignalBlocker block(this);
    m_text->setText(filter.text);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(filter.chips.contains(QString::fromLatin1(filterChips()[i].id)));
    if (filter.errorAbove > 0)
        m_errorAbove->setValue(100 * filter.errorAbove);
    m_errorChip->setChecked(filter.errorAbove > 0);
}

void FilterBar::setCount(int matched, int total)
{
    m_count->setText(matched == total ? tr("%1 tensors").arg(countText(total))
                                      : tr("%1 of %2").arg(countText(matched), countText(total)));
}

void FilterBar::setProblem(const QString& problem)
{
    QPalette colours;
    const QColor bad = toneColor(Tone::Bad, colours);
    if (!problem.isEmpty())
        colours.setColor(QPalette::Text, bad);
    m_text->setPalette(colours);
    m_text->setAccessibleDescription(problem);
    colours.setColor(QPalette::WindowText, bad);
    m_problem->setPalette(colours);
    m_problem->setText(tr("The table is not filtered by this: %1").arg(problem));
    m_problem->setVisible(!problem.isEmpty());
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
