#pragma once
#include <QPointer>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <memory>

class QAction;
class QWidget;

namespace aq {
class MainWindow;
}

namespace aq::test {

/// Takes a main window of 1280 x 800 through everything it can show: each page empty and filled,
/// every dock, every dialog of its menus. For tests that look at all of it.
class WindowWalk {
public:
    /// Called with each top-level widget that is to be looked at; `where` says what it shows.
    using Look = std::function<void(const QString& where, QWidget& top)>;

    WindowWalk();
    ~WindowWalk();

    void everything(const Look& look);

    MainWindow& window() { return *m_window; }
    /// Names of the model and the folders that the walk uses: no text of the program.
    QStringList names() const;

private:
    void pages(const QString& state, const Look& look);
    void openModel();
    void plan(const Look& look);
    void jobs(const Look& look);
    void docks(const Look& look);
    void dialogs(const Look& look);
    void dialogOf(QAction& action, const Look& look);

    QTemporaryDir m_folder;
    QString m_model;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace aq::test
