#pragma once
#include "ui/text/error_text.h"

#include <QFrame>
#include <QPointer>
#include <deque>
#include <functional>
#include <vector>

class QLabel;
class QToolButton;

namespace aq {

/// Something a person can do about a message: a button that closes it, then runs.
struct MessageAction {
    QString text; ///< "Resume", "Undo", "Show report".
    std::function<void()> run;
};

/// Messages at the top of the window that block nothing: what happened, to what, what to do. The
/// newest is in front. A warning, an error or one with actions waits behind it for its turn; mere
/// information gives way. F6 (MessageBar::focusMessage) leads there, Escape closes.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Error };
    static constexpr std::size_t mostActions = 2;
    static constexpr std::size_t mostMessages = 20; ///< The oldest go first.

    explicit MessageBar(QWidget* parent = nullptr);

    /// `all`: every error of a job; when there are several, they are listed in the details.
    int showError(const Error& error, const std::vector<Error>& all = {},
        std::vector<MessageAction> actions = {});
    /// `details` may be empty; `path` set: offers to open its folder. The number that is returned
    /// withdraws it. The same message twice is one message.
    int showMessage(Kind kind, const QString& headline, const QString& details = {},
        const QString& path = {}, std::vector<MessageAction> actions = {});
    void withdraw(int message); ///< It no longer holds. Unknown numbers are fine.
    /// What was said is out of date: nothing stays but what still offers an action.
    void dismiss();
    void focusMessage(); ///< To the first button of the message in front; nothing without one.

    QString headline() const; ///< Of the message in front.
    QString details() const;
    qsizetype count() const { return qsizetype(m_messages.size()); }

Q_SIGNALS:
    void openFolderRequested(const QString& path);
    void logRequested(); ///< Its button is there once somebody listens.
    void shown(aq::MessageBar::Kind kind, const QString& headline, const QString& details);
    void dismissed(); ///< The last one is gone.

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Message {
        int id;
        Kind kind;
        QString headline, details, copy, path;
        std::vector<MessageAction> actions;
        bool expanded;
    };

    int add(Message message);
    void present(); ///< The message in front, or nothing.
    void presentActions(const Message& message);
    void announce();
    void closeFront();
    void showNext();
    void run(std::size_t action);
    void copyDetails();
    void setExpanded(bool expanded);
    void giveFocusBack();

    std::deque<Message> m_messages; ///< Newest first.
    int m_lastId = 0;
    QPointer<QWidget> m_focusBefore;
    QLabel *m_icon, *m_headline, *m_details;
    std::vector<QToolButton*> m_actions;
    QToolButton *m_openFolder, *m_more, *m_next, *m_close, *m_copyButton, *m_log;
    QWidget* m_detailsRow;
};

} // namespace aq
