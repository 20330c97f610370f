#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace aq {
namespace {

QLabel* plainLabel(const QString& description)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText); // Names from a file never become markup.
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleDescription(description);
    return label;
}

QToolButton* button(const QString& text)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// "model.safetensors: blk.0.weight: NaN at element 7", one line each.
QStringList linesOf(const std::vector<Error>& errors)
{
    QStringList lines;
    for (const Error& error : errors) {
        const ErrorText text = errorText(error);
        lines << (text.where.isEmpty() ? text.reason
                                       : text.where + QStringLiteral(": ") + text.reason);
    }
    return lines;
}

/// The bar must not fill the window; the clipboard gets them all.
QStringList shortened(const QStringList& lines)
{
    constexpr qsizetype most = 8;
    if (lines.size() <= most)
        return lines;
    return lines.first(most)
        + QStringList{MessageBar::tr(
            "… and %n more; Copy details has them all", nullptr, int(lines.size() - most))};
}

QStyle::StandardPixmap pixmapOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return QStyle::SP_MessageBoxInformation;
    case MessageBar::Kind::Success:
        return QStyle::SP_DialogApplyButton;
    case MessageBar::Kind::Warning:
        return QStyle::SP_MessageBoxWarning;
    case MessageBar::Kind::Error:
        return QStyle::SP_MessageBoxCritical;
    }
    return QStyle::SP_MessageBoxInformation;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_headline(plainLabel(QStringLiteral("message")))
    , m_details(plainLabel(QStringLiteral("message details")))
    , m_more(button(tr("Details")))
    , m_copyButton(button(tr("Copy details")))
    , m_openFolder(button(tr("Open folder")))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Message"));
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_more->setCheckable(true);
    auto* close = button(tr("Close message"));
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    close->setToolTip(tr("Close this message"));

    auto* texts = new QVBoxLayout;
    texts->addWidget(m_headline);
    texts->addWidget(m_details);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    for (QToolButton* action : {m_more, m_copyButton, m_openFolder, close})
        layout->addWidget(action, 0, Qt::AlignTop);

    connect(m_more, &QToolButton::toggled, this, &MessageBar::setExpanded);
    connect(m_copyButton, &QToolButton::clicked, this, &MessageBar::copyDetails);
    connect(
        m_openFolder, &QToolButton::clicked, this, [this] { Q_EMIT openFolderRequested(m_path); });
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

/// The headline names the file and the tensor; the reason and the advice are under it at once:
/// a person should not have to ask for them.
void MessageBar::showError(const Error& error, const std::vector<Error>& all)
{
    const ErrorText text = errorText(error);
    QString headline = text.headline;
    if (!text.where.isEmpty())
        headline += u' ' + text.where;
    const QStringList others = linesOf(all);
    if (others.size() > 1)
        headline += u' ' + tr("(and %n more)", nullptr, int(others.size()) - 1);
    QStringList lines{others.size() > 1 ? shortened(others).join(u'\n') : text.reason, text.advice};
    lines.removeAll(QString());
    showMessage(Kind::Error, headline, lines.join(u'\n'));
    m_more->setChecked(true);
    m_copy = others.size() > 1
        ? (QStringList{text.headline} + others + QStringList{text.advice}).join(u'\n')
        : text.details();
    setAccessibleDescription(m_copy);
}

void MessageBar::showMessage(
    Kind kind, const QString& headline, const QString& details, const QString& path)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(pixmapOf(kind)).pixmap(size, size));
    m_headline->setText(headline);
    m_details->setText(details);
    m_copy = details.isEmpty() ? headline : headline + u'\n' + details;
    m_path = path;
    m_more->setVisible(!details.isEmpty());
    m_copyButton->setVisible(!details.isEmpty());
    m_openFolder->setVisible(!path.isEmpty());
    m_more->setChecked(false);
    setExpanded(false);
    setAccessibleDescription(m_copy);
    show();
}

void MessageBar::dismiss()
{
    hide();
    Q_EMIT dismissed();
}

QString MessageBar::headline() const { return m_headline->text(); }

void MessageBar::copyDetails() { QApplication::clipboard()->setText(m_copy); }

void MessageBar::setExpanded(bool expanded) { m_details->setVisible(expanded); }

} // namespace aq
