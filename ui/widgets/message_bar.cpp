#include "ui/widgets/message_bar.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMetaMethod>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

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

QToolButton* button(const QString& text, bool raised = false)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(!raised);
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

/// What the picture of a kind shows, in the style and in a word.
struct KindLook {
    QStyle::StandardPixmap pixmap;
    const char* word;
};

KindLook lookOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Success:
        return {QStyle::SP_DialogApplyButton, QT_TRANSLATE_NOOP("aq::MessageBar", "Done")};
    case MessageBar::Kind::Warning:
        return {QStyle::SP_MessageBoxWarning, QT_TRANSLATE_NOOP("aq::MessageBar", "Warning")};
    case MessageBar::Kind::Error:
        return {QStyle::SP_MessageBoxCritical, QT_TRANSLATE_NOOP("aq::MessageBar", "Error")};
    case MessageBar::Kind::Information:
        break;
    }
    return {QStyle::SP_MessageBoxInformation, QT_TRANSLATE_NOOP("aq::MessageBar", "Information")};
}

bool isUrgent(MessageBar::Kind kind)
{
    return kind == MessageBar::Kind::Warning || kind == MessageBar::Kind::Error;
}

/// Screen readers speak alerts when they show up.
QAccessibleInterface* alertInterface(const QString& className, QObject* object)
{
    if (className != QLatin1StringView(MessageBar::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::AlertMessage);
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_headline(plainLabel(QStringLiteral("message")))
    , m_details(plainLabel(QStringLiteral("message details")))
    , m_openFolder(button(tr("Open folder")))
    , m_more(button(tr("Details")))
    , m_next(button({}))
    , m_close(button(tr("Close message")))
    , m_copyButton(button(tr("Copy details")))
    , m_log(button(tr("Open log")))
    , m_detailsRow(new QWidget)
{
    QAccessible::installFactory(alertInterface);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Message"));
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Show or hide what more is known"));
    m_next->setToolTip(tr("Show the next message"));
    m_openFolder->setToolTip(tr("Open the folder of this file"));
    m_copyButton->setToolTip(tr("Copy the whole message to the clipboard"));
    m_log->setToolTip(tr("Show what happened before"));
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_close->setToolTip(tr("Close this message (Esc)"));

    auto* top = new QHBoxLayout;
    top->addWidget(m_icon);
    top->addWidget(m_headline, 1);
    for (std::size_t i = 0; i < mostActions; ++i) {
        m_actions.push_back(button({}, true));
        connect(m_actions[i], &QToolButton::clicked, this, [this, i] { run(i); });
        top->addWidget(m_actions[i]);
    }
    for (QToolButton* each : {m_openFolder, m_more, m_next, m_close})
        top->addWidget(each);
    auto* below = new QHBoxLayout(m_detailsRow);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_details, 1);
    for (QToolButton* each : {m_copyButton, m_log})
        below->addWidget(each, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_detailsRow);

    connect(m_more, &QToolButton::toggled, this, &MessageBar::setExpanded);
    connect(m_copyButton, &QToolButton::clicked, this, &MessageBar::copyDetails);
    connect(m_log, &QToolButton::clicked, this, &MessageBar::logRequested);
    connect(m_next, &QToolButton::clicked, this, &MessageBar::showNext);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeFront);
    connect(m_openFolder, &QToolButton::clicked, this,
        [this] { Q_EMIT openFolderRequested(m_messages.front().path); });
    hide();
}

/// The headline names the file and the tensor; the reason and the advice are under it at once:
/// a person should not have to ask for them.
int MessageBar::showError(
    const Error& error, const std::vector<Error>& all, std::vector<MessageAction> actions)
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
    const QString copy = others.size() > 1
        ? (QStringList{text.headline} + others + QStringList{text.advice}).join(u'\n')
        : text.details();
    return add({0, Kind::Error, headline, lines.join(u'\n'), copy, {}, std::move(actions), true});
}

int MessageBar::showMessage(Kind kind, const QString& headline, const QString& details,
    const QString& path, std::vector<MessageAction> actions)
{
    const QString copy = details.isEmpty() ? headline : headline + u'\n' + details;
    return add({0, kind, headline, details, copy, path, std::move(actions), isUrgent(kind)});
}

int MessageBar::add(Message message)
{
    Q_ASSERT(message.actions.size() <= mostActions);
    message.id = ++m_lastId;
    std::erase_if(m_messages, [&](const Message& old) {
        const bool same = old.kind == message.kind && old.copy == message.copy;
        return same || (!isUrgent(old.kind) && old.actions.empty());
    });
    m_messages.push_front(std::move(message));
    if (m_messages.size() > mostMessages)
        m_messages.pop_back();
    present();
    announce();
    const Message& front = m_messages.front();
    Q_EMIT shown(front.kind, front.headline, front.copy);
    return m_lastId;
}

void MessageBar::withdraw(int message)
{
    if (std::erase_if(m_messages, [&](const Message& each) { return each.id == message; }) > 0)
        present();
}

void MessageBar::dismiss()
{
    std::erase_if(m_messages, [](const Message& each) { return each.actions.empty(); });
    present();
}

void MessageBar::present()
{
    if (m_messages.empty()) {
        giveFocusBack();
        hide();
        return Q_EMIT dismissed();
    }
    const Message& message = m_messages.front();
    const KindLook look = lookOf(message.kind);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(look.pixmap).pixmap(size, size));
    m_icon->setAccessibleName(tr(look.word));
    m_headline->setText(message.headline);
    m_details->setText(message.details);
    setAccessibleDescription(message.copy);
    presentActions(message);
    show();
}

void MessageBar::presentActions(const Message& message)
{
    for (std::size_t i = 0; i < mostActions; ++i) {
        const bool isThere = i < message.actions.size();
        m_actions[i]->setText(isThere ? message.actions[i].text : QString());
        m_actions[i]->setVisible(isThere);
    }
    m_openFolder->setVisible(!message.path.isEmpty());
    m_more->setVisible(!message.details.isEmpty());
    m_log->setVisible(isUrgent(message.kind)
        && isSignalConnected(QMetaMethod::fromSignal(&MessageBar::logRequested)));
    const int others = int(m_messages.size()) - 1;
    m_next->setText(tr("%n more", "messages", others));
    m_next->setVisible(others > 0);
    const bool expanded = message.expanded && !message.details.isEmpty();
    m_more->setChecked(expanded);
    setExpanded(expanded);
}

void MessageBar::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::closeFront()
{
    if (m_messages.empty())
        return;
    m_messages.pop_front();
    present();
}

void MessageBar::showNext()
{
    m_messages.push_back(std::move(m_messages.front()));
    m_messages.pop_front();
    present();
    announce();
}

/// Closed first: the action may well show another message.
void MessageBar::run(std::size_t action)
{
    const auto then = m_messages.front().actions[action].run;
    closeFront();
    then();
}

void MessageBar::focusMessage()
{
    if (!isVisible())
        return;
    if (QWidget* focus = QApplication::focusWidget(); focus && !isAncestorOf(focus))
        m_focusBefore = focus;
    for (QToolButton* each : {m_actions[0], m_actions[1], m_openFolder, m_more, m_next, m_close})
        if (each->isVisibleTo(this))
            return each->setFocus(Qt::ShortcutFocusReason);
}

void MessageBar::giveFocusBack()
{
    const QWidget* focus = QApplication::focusWidget();
    if (m_focusBefore && focus && isAncestorOf(focus))
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    closeFront();
}

QString MessageBar::headline() const { return m_headline->text(); }

QString MessageBar::details() const
{
    return m_messages.empty() ? QString() : m_messages.front().copy;
}

void MessageBar::copyDetails() { QApplication::clipboard()->setText(m_messages.front().copy); }

void MessageBar::setExpanded(bool expanded)
{
    if (!m_messages.empty())
        m_messages.front().expanded = expanded;
    m_detailsRow->setVisible(expanded);
}

} // namespace aq
