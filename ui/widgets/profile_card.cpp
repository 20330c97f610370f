#include "ui/widgets/profile_card.h"

#include "ui/text/type_text.h"
#include "ui/text/units.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <cmath>

namespace aq {
namespace {

constexpr int padding = 8;

QFont boldFont(const QFont& font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

} // namespace

ProfileCard::ProfileCard(const Profile& profile, QWidget* parent)
    : QRadioButton(parent)
    , m_profile(profile)
{
    setText(QString::fromUtf8(profile.title));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true); // The second text wraps.
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
    describe();
}

void ProfileCard::setBytes(qint64 bytes)
{
    m_bytes = bytes;
    describe();
    update();
}

void ProfileCard::setTarget(const Target* target)
{
    if (m_target == target)
        return;
    m_target = target;
    describe();
    updateGeometry();
    update();
}

/// Blocks of GGUF files have no groups to choose, but a name that people know.
QString ProfileCard::bitsText() const
{
    if (!m_target || qstrcmp(m_target->family, "affine") == 0)
        return tr("%n bits, groups of %1", nullptr, m_profile.bits).arg(m_profile.groupSize);
    return tr("%n bits, %1", nullptr, m_profile.bits)
        .arg(typeTitle(QStringLiteral("int%1").arg(m_profile.bits), m_target));
}

QString ProfileCard::aboutText() const
{
    return QStringLiteral("%1 · %2").arg(bitsText(), hardwareText(m_profile));
}

void ProfileCard::setModified(bool modified)
{
    m_isModified = modified;
    describe();
    update();
}

void ProfileCard::setExpectedError(double relRmse)
{
    m_error = relRmse;
    describe();
    update();
}

/// "≈ 3.2 GiB · error 4.1 %": what is known of it.
QString ProfileCard::figures() const
{
    QStringList parts;
    if (m_bytes >= 0)
        parts << tr("≈ %1").arg(bytesText(m_bytes));
    if (!std::isnan(m_error))
        parts << tr("error %1").arg(percentText(m_error));
    return parts.join(QStringLiteral(" · "));
}

void ProfileCard::describe()
{
    QStringList parts{bitsText(), hardwareText(m_profile)};
    if (m_bytes >= 0)
        parts << tr("this model: %1").arg(tr("≈ %1").arg(bytesText(m_bytes)));
    if (!std::isnan(m_error))
        parts << tr("expected error on this model: %1").arg(percentText(m_error));
    if (m_isModified)
        parts << tr("modified; choose it again to go back to its values");
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
    setToolTip(parts.join(u'\n'));
}

QSize ProfileCard::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = 36 * metrics.averageCharWidth();
    return {width, heightForWidth(width)};
}

QSize ProfileCard::minimumSizeHint() const
{
    return {
        24 * fontMetrics().averageCharWidth(), 2 * fontMetrics().lineSpacing() + 2 * padding + 2};
}

int ProfileCard::heightForWidth(int width) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const int circle = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, &option, this);
    const QRect room(0, 0, std::max(1, width - circle - 3 * padding), 10'000);
    const int second = fontMetrics().boundingRect(room, Qt::TextWordWrap, aboutText()).height();
    return fontMetrics().lineSpacing() + 2 + second + 2 * padding;
}

bool ProfileCard::hitButton(const QPoint& position) const { return rect().contains(position); }

/// The radio button's own circle says that it is chosen; the frame only repeats it.
void ProfileCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    QColor fill = colours.color(isChecked() ? QPalette::Highlight : QPalette::Base);
    fill.setAlphaF(isChecked() ? 0.16F : underMouse() ? 0.9F : 0.5F);
    const bool strong = isChecked() || hasFocus();
    painter.setBrush(fill);
    painter.setPen(
        QPen(colours.color(strong ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 2.0 : 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);

    QStyleOptionButton option;
    initStyleOption(&option);
    const int circle = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, &option, this);
    const QRect room = rect().adjusted(padding, padding, -padding, -padding);
    option.rect = QStyle::visualRect(layoutDirection(), room,
        QRect(room.left(), room.center().y() - circle / 2, circle, circle));
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    const QRect texts
        = QStyle::visualRect(layoutDirection(), room, room.adjusted(circle + padding, 0, 0, 0));
    const int line = fontMetrics().lineSpacing();
    const QRect first(texts.left(), texts.top(), texts.width(), line),
        second = texts.adjusted(0, line + 2, 0, padding);
    const auto draw = [&](const QRect& where, Qt::Alignment alignment, const QString& text) {
        const QString fits = painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width());
        const Qt::Alignment visual = QStyle::visualAlignment(layoutDirection(), alignment);
        painter.drawText(where, int(visual | Qt::AlignVCenter), fits);
    };
    painter.setPen(colours.color(QPalette::WindowText));
    painter.setFont(boldFont(font()));
    const int right = painter.fontMetrics().horizontalAdvance(figures()) + padding;
    const QRect title
        = QStyle::visualRect(layoutDirection(), first, first.adjusted(0, 0, -right, 0));
    draw(title, Qt::AlignLeft, m_isModified ? tr("%1 (modified)").arg(text()) : text());
    draw(first, Qt::AlignRight, figures());
    painter.setFont(font());
    const Qt::Alignment visual = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(second, int(visual | Qt::AlignTop) | Qt::TextWordWrap, aboutText());
}

} // namespace aq
