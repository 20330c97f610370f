#pragma once
#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace aq {

/// "2. Plan" -> "2-plan", as web sites make anchors of headings.
QString anchorOf(const QString& heading);

/// A document with its contents at the left: search, back and forward, zoom, pictures from the
/// program itself. Links to #headings stay inside; web addresses go to the browser.
class GuideView final : public QWidget {
    Q_OBJECT
public:
    explicit GuideView(QWidget* parent = nullptr);

    /// `folder`: where relative pictures lie, such as ":/guide".
    void setMarkdown(const QString& markdown, const QString& folder);
    /// Goes to the heading with this anchor, or whose anchor ends with it; the start when empty.
    bool showAnchor(const QString& anchor);
    QString currentHeading() const;
    QStringList headings() const;

private:
    struct Heading {
        QString text, anchor;
        int level, position; ///< Of its block in the document.
    };

    QWidget* makeBar();
    void collectHeadings();
    void goTo(int position);
    void step(int by); ///< In the history.
    void find(bool backward);
    void follow();
    int currentIndex() const;
    void updateButtons();

    QTextBrowser* m_text;
    QTreeWidget* m_contents;
    QLineEdit* m_search;
    QLabel* m_found;
    QToolButton *m_back, *m_forward;
    QList<Heading> m_headings;
    QList<QTreeWidgetItem*> m_items; ///< One per heading.
    QList<int> m_history;            ///< Scroll positions.
    qsizetype m_place = 0;
};

} // namespace aq
