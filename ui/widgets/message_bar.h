#pragma once
#include "ui/text/error_text.h"

#include <QFrame>
#include <vector>

class QLabel;
class QToolButton;

namespace aq {

/// One message at the top of the window that blocks nothing: what happened, to what, what to do.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// `all`: every error of a job; when there are several, they are listed in the details.
    void showError(const Error& error, const std::vector<Error>& all = {});
    /// `details` may be empty; `path` set: offers to open its folder.
    void showMessage(
        Kind kind, const QString& headline, const QString& details = {}, const QString& path = {});
    void dismiss();

    QString headline() const;
    QString details() const { return m_copy; }

Q_SIGNALS:
    void openFolderRequested(const QString& path);
    void dismissed();

private:
    void copyDetails();
    void setExpanded(bool expanded);

    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_details;
    QToolButton* m_more;
    QToolButton* m_copyButton;
    QToolButton* m_openFolder;
    QString m_copy, m_path;
};

} // namespace aq
