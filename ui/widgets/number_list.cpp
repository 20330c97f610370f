#include "ui/widgets/number_list.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>

namespace aq {
namespace {

constexpr int besideWidth = 560; ///< From here on numbers are beside their picture.

QLabel* numberLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* headingLabel(const QString& text)
{
    QLabel* label = numberLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

NumberList::NumberList(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    setAccessibleName(accessibleName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(2);
    m_layout->setColumnStretch(0, 1);
}

void NumberList::setLines(const std::vector<NumberLine>& lines)
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool hasDecoded = std::ranges::any_of(
        lines, [](const NumberLine& line) { return !line.decoded.isEmpty(); });
    int row = 0;
    if (hasDecoded) {
        m_layout->addWidget(headingLabel(tr("Original")), row, 1);
        m_layout->addWidget(headingLabel(tr("Decoded")), row++, 2);
    }
    QStringList spoken;
    for (const NumberLine& line : lines) {
        addLine(row++, line, hasDecoded);
        spoken << (line.decoded.isEmpty()
                ? tr("%1: %2").arg(line.what, line.original)
                : tr("%1: %2, decoded %3").arg(line.what, line.original, line.decoded));
    }
    m_layout->setRowStretch(row, 1);
    setAccessibleDescription(spoken.join(u'\n'));
    setVisible(!lines.empty());
}

void NumberList::addLine(int row, const NumberLine& line, bool hasDecoded)
{
    auto* what = new QLabel(line.what);
    what->setToolTip(line.meaning);
    m_layout->addWidget(what, row, 0);
    m_layout->addWidget(numberLabel(line.original), row, 1);
    if (hasDecoded)
        m_layout->addWidget(numberLabel(line.decoded), row, 2);
}

PictureSection::PictureSection(QWidget* picture, NumberList* numbers, QWidget* parent)
    : QWidget(parent)
    , m_numbers(numbers)
{
    auto* layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(picture, 1);
    layout->addWidget(numbers);
}

void PictureSection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = event->size().width() >= besideWidth;
    auto* box = static_cast<QBoxLayout*>(layout());
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (box->direction() == direction)
        return;
    box->setDirection(direction);
    box->setSpacing(isWide ? 16 : 8);
    m_numbers->setSizePolicy(
        isWide ? QSizePolicy::Maximum : QSizePolicy::Preferred, QSizePolicy::Preferred);
}

} // namespace aq
